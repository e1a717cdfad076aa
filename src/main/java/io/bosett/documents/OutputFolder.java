package io.bosett.documents;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Folders that a user named as places to write to. A new one is made whole or not at all: filled
 * under a hidden name beside its place and renamed. Nothing is made below {@code /dev} or {@code
 * /proc}, nor behind a link that leads nowhere.
 */
public final class OutputFolder {
  private OutputFolder() {}

  /** Fills a folder. */
  @FunctionalInterface
  public interface Filling {
    /** Fills the folder, which is there and empty. */
    void fill(Path partial) throws IOException;
  }

  /**
   * Makes a folder that does not exist yet.
   *
   * @throws IOException when it cannot be made, or something is there
   */
  public static void make(Path folder, Filling filling) throws IOException {
    requireNew(folder);
    OutputTarget target = OutputTarget.of(folder);
    Path parent = Objects.requireNonNull(target.place().getParent(), "what is missing has a name");
    Path partial = PartialFiles.makeFolder(parent);
    try {
      filling.fill(partial);
      Files.move(partial, target.place(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      PartialFiles.end(partial);
    }
  }

  /**
   * Refuses a path at which no new folder can be made: something is there, be it a link that leads
   * nowhere.
   *
   * @throws IOException that says why
   */
  public static void requireNew(Path folder) throws IOException {
    if (folder.toString().isBlank()) {
      throw isEmpty();
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(folder.toString(), null, "is there already");
    }
    require(folder);
  }

  /**
   * Has files of a folder replaced by others, after all of them are ready: they are written into a
   * hidden folder beside them first. Each is written as {@link AtomicFile} does.
   *
   * @throws IOException when one cannot be written. None is replaced when that is known before,
   *     else those before it are
   */
  public static void replace(Path folder, Iterable<String> names, Filling filling)
      throws IOException {
    Path partial = PartialFiles.makeFolder(folder);
    try {
      filling.fill(partial);
      for (String name : names) {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !Files.isWritable(file)) {
          throw new AccessDeniedException(file.toString());
        }
      }
      for (String name : names) {
        AtomicFile.write(folder.resolve(name), stream -> Files.copy(partial.resolve(name), stream));
      }
    } finally {
      PartialFiles.end(partial);
    }
  }

  /**
   * Refuses a path that is no place for a folder: it must be one, also behind a link, or be free.
   *
   * @throws IOException that says why it is none
   */
  public static void require(Path folder) throws IOException {
    if (folder.toString().isBlank()) {
      throw isEmpty();
    } else if (Files.isDirectory(folder)) {
      refuseSystem(folder, OutputTarget.of(folder));
    } else if (Files.exists(folder)) {
      throw new FileSystemException(folder.toString(), null, "is a file; expected a folder");
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          folder.toString(), null, "is a link to what is not there; expected a folder");
    } else {
      refuseSystem(folder, nearest(folder));
    }
  }

  private static FileSystemException isEmpty() {
    return new FileSystemException("", null, "is empty; expected a folder, . for the current one");
  }

  /** Of the first folder above that is there: those between are made with it. */
  private static OutputTarget nearest(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().normalize();
    while (!Files.exists(above) && above.getParent() != null) {
      above = above.getParent();
    }
    if (!Files.isDirectory(above)) {
      throw new FileSystemException(folder.toString(), null, above + " is not a folder");
    }
    return OutputTarget.of(above);
  }

  private static void refuseSystem(Path folder, OutputTarget target) throws IOException {
    if (target.kind() == OutputTarget.Kind.SYSTEM
        || target.kind() == OutputTarget.Kind.DESCRIPTOR
        || OutputTarget.isSystem(target.place())) {
      throw new FileSystemException(
          folder.toString(), null, "leads into a folder of the system; expected another place");
    }
  }
}
