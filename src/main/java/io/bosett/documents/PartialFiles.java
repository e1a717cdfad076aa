package io.bosett.documents;

import io.bosett.common.RandomIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hidden files and folders in which content waits to be put in its place. All go when the
 * process ends.
 */
final class PartialFiles {
  private static final Set<Path> OPEN = new HashSet<>();
  private static boolean over;

  private PartialFiles() {}

  /**
   * Makes an empty one.
   *
   * @param folder where it is to be
   * @param ownerOnly whether nobody else may read it meanwhile
   */
  static Path make(Path folder, boolean ownerOnly) throws IOException {
    Path partial = name(folder);
    synchronized (OPEN) {
      refuseAfterEnd();
      Files.createFile(partial, attributes(folder, ownerOnly));
      OPEN.add(partial);
    }
    return partial;
  }

  /** Makes an empty folder in another. */
  static Path makeFolder(Path folder) throws IOException {
    Path partial = name(folder);
    synchronized (OPEN) {
      refuseAfterEnd();
      Files.createDirectory(partial);
      OPEN.add(partial);
    }
    return partial;
  }

  private static Path name(Path folder) {
    return folder.resolve(".bosett-" + RandomIds.hex() + ".part");
  }

  private static void refuseAfterEnd() throws IOException {
    if (over) {
      throw new IOException("the program was told to end");
    }
  }

  private static FileAttribute<?>[] attributes(Path folder, boolean ownerOnly) {
    return ownerOnly && folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Deletes one, and what SQLite may have put beside it, if it still stands there. */
  static void end(Path partial) throws IOException {
    synchronized (OPEN) {
      OPEN.remove(partial);
    }
    delete(partial);
  }

  private static void delete(Path partial) throws IOException {
    if (Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
      deleteFolder(partial);
      return;
    }
    for (String log : new String[] {"-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(partial.resolveSibling(partial.getFileName() + log));
    }
    Files.deleteIfExists(partial);
  }

  private static void deleteFolder(Path partial) throws IOException {
    try (Stream<Path> inside = Files.walk(partial)) {
      for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Deletes all and makes no more. */
  static void endAll() {
    synchronized (OPEN) {
      over = true;
      for (Path partial : OPEN) {
        try {
          delete(partial);
        } catch (IOException e) {
          // What resists stays; there is nobody left to be told.
        }
      }
      OPEN.clear();
    }
  }
}
