package io.bosett.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes what a user named as a place to write to. A plain file given by its own name is written
 * atomically: into a hidden file in the same folder, which then replaces it by a rename and has its
 * mode, owner and group. Where that cannot be, or would part it from its further hard links, and
 * behind a link, the finished content is copied over it in place. Everything else (pipes,
 * terminals, devices, descriptors) is written to as a stream; nothing below {@code /dev} or {@code
 * /proc} is ever replaced or truncated. Failures name the file that was given.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to the stream, which the caller closes. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Fills a file by its name. */
  @FunctionalInterface
  public interface Filling {
    /** Fills the file, which is there and empty. */
    void fill(Path partial) throws IOException;
  }

  /**
   * Writes a file. When the content fails, an existing plain file stays as it was and nothing else
   * is left behind.
   *
   * @throws IOException when it cannot be written, naming the file
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      OutputTarget target = OutputTarget.of(file);
      switch (target.kind()) {
        case FOLDER -> throw isFolder(file);
        case DESCRIPTOR -> toDescriptor(file, target, content);
        case SYSTEM -> toSystem(file, content);
        case SPECIAL ->
            stream(file, Files.newOutputStream(file, StandardOpenOption.WRITE), content);
        case PLAIN, LINKED ->
            new PlainFile(target.place(), target.kind() == OutputTarget.Kind.LINKED)
                .write(partial -> fill(file, partial, content));
      }
    } catch (FileSystemException e) {
      throw named(file, e);
    }
  }

  /**
   * Replaces a plain file by one that is filled by its name, in one step, or does nothing. A new
   * one is for its owner only; one that stood there has its mode kept, but not further hard links.
   *
   * @param inPlace puts the filled file in the place of the other
   * @throws IOException when it cannot be written, or is no plain file given by its own name
   */
  public static void replace(Path file, Filling filling, PuttingInPlace inPlace)
      throws IOException {
    try {
      OutputTarget target = OutputTarget.of(file);
      if (target.kind() == OutputTarget.Kind.FOLDER) {
        throw isFolder(file);
      } else if (target.kind() != OutputTarget.Kind.PLAIN) {
        throw new FileSystemException(
            file.toString(), null, "is no plain file; expected one by its own name");
      }
      new PlainFile(target.place(), false).replace(filling, inPlace);
    } catch (FileSystemException e) {
      throw named(file, e);
    }
  }

  /** Moves a finished file to its place. */
  @FunctionalInterface
  public interface PuttingInPlace {
    /** Puts the finished file in the place of another. */
    void move(Path finished, Path place) throws IOException;
  }

  /** Whether two paths stand for the same place to write to. */
  public static boolean isSame(Path one, Path other) {
    try {
      OutputTarget first = OutputTarget.of(one);
      OutputTarget second = OutputTarget.of(other);
      return first.place().equals(second.place())
          || (Files.exists(first.place())
              && Files.exists(second.place())
              && Files.isSameFile(first.place(), second.place()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes what is half written: for the end of the process. Nothing is written afterwards. */
  public static void abandonAll() {
    PartialFiles.endAll();
  }

  private static void toDescriptor(Path file, OutputTarget target, Content content)
      throws IOException {
    DescriptorFile descriptor = new DescriptorFile(target.place(), target.descriptor());
    OutputStream opened = descriptor.open();
    if (descriptor.isStandard()) {
      BufferedOutputStream buffered = new BufferedOutputStream(opened, BUFFER);
      telling(file, buffered, content);
    } else {
      stream(file, opened, content);
    }
  }

  /** A device as a stream; a plain file there is somebody's behind a link of the kernel's. */
  private static void toSystem(Path file, Content content) throws IOException {
    if (Files.isRegularFile(file)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "leads through a folder of the system; expected a file's own name");
    }
    stream(
        file,
        Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
        content);
  }

  private static void stream(Path file, OutputStream opened, Content content) throws IOException {
    try (OutputStream stream = new BufferedOutputStream(opened, BUFFER)) {
      telling(file, stream, content);
    }
  }

  private static void fill(Path file, Path partial, Content content) throws IOException {
    try (OutputStream stream =
        new BufferedOutputStream(
            Files.newOutputStream(partial, StandardOpenOption.WRITE), BUFFER)) {
      telling(file, stream, content);
    }
  }

  /** Has the content written; when the stream fails, the failure names the file. */
  private static void telling(Path file, OutputStream stream, Content content) throws IOException {
    ErrorRecordingStream remembering = new ErrorRecordingStream(stream);
    try {
      content.writeTo(remembering);
      remembering.flush();
    } catch (IOException | RuntimeException e) {
      IOException failure = remembering.failure();
      if (failure != null) {
        throw named(file, failure);
      }
      throw e;
    }
  }

  private static IOException isFolder(Path file) {
    return new FileSystemException(file.toString(), null, "is a folder; expected a file");
  }

  /** The same failure of the file that was given. */
  private static IOException named(Path file, IOException e) {
    String given = file.toString();
    if (e instanceof NoSuchFileException) {
      Path folder = file.toAbsolutePath().getParent();
      return folder != null && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
          ? new NoSuchFileException(given)
          : new FileSystemException(given, null, "there is no such file or folder: " + folder);
    } else if (e instanceof AccessDeniedException) {
      return new AccessDeniedException(given);
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    FileSystemException told = new FileSystemException(given, null, reason);
    told.initCause(e);
    return told;
  }

  /** Puts a finished file in the place of another in one step, where the file system can. */
  static void move(Path finished, Path place) throws IOException {
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
