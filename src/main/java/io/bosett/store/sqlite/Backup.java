package io.bosett.store.sqlite;

import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hot backup and restore of embedded stores: backups are made while the service runs, restores
 * while it does not.
 */
public final class Backup {
  private Backup() {}

  /** See {@code Stores#backup}. */
  public static void make(Path folder, Path file) throws IOException {
    Path database = existing(folder.resolve(SqliteFile.NAME));
    refuseOwnFiles(folder, file);
    AtomicFile.replace(
        file,
        partial -> {
          // SQLite fills an empty file as a new one
          telling(file, partial, () -> new SqliteFile(database).copyTo(partial));
          // what is wrong with the copy is wrong with the store
          telling(database, partial, () -> new SqliteFile(partial).verify());
        },
        DurableFiles::moveInPlace);
  }

  /** Whatever SQLite or this program may have beside the store, now or later, is the store's. */
  private static void refuseOwnFiles(Path folder, Path file) throws IOException {
    List<String> endings =
        List.of("", "-wal", "-shm", "-journal", ".restoring", ".damaged", ".damaged-wal");
    for (String ending : endings) {
      if (AtomicFile.isSame(file, folder.resolve(SqliteFile.NAME + ending))) {
        throw new IOException(file + " is a file of the store itself");
      }
    }
    if (AtomicFile.isSame(file, folder.resolve(FolderLock.FILE))) {
      throw new IOException(file + " is a file of the store itself");
    }
  }

  private static Path existing(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "is no plain file");
    } else if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  /** See {@code Stores#restore}. */
  public static void restore(Path file, Path folder, boolean replace) throws IOException {
    existing(file);
    if (hasContent(beside(file, "-wal")) || hasContent(beside(file, "-journal"))) {
      throw new IOException(file + " is in use or was not closed: it has a log beside it");
    }
    Path made = firstMissing(folder);
    FolderLock lock = FolderLock.take(folder);
    try {
      Path database = folder.resolve(SqliteFile.NAME);
      if (Files.exists(database) && !replace) {
        throw new IOException(folder + " holds a store already");
      }
      putInPlace(file, database);
    } catch (IOException | RuntimeException e) {
      if (made != null) {
        unmake(folder, made);
      }
      throw e;
    } finally {
      lock.close();
    }
  }

  /** The outermost folder on the way to this one that is not there; null when all are. */
  private static @Nullable Path firstMissing(Path folder) {
    Path missing = null;
    for (Path at = folder.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      missing = at;
    }
    return missing;
  }

  /** Removes folders that were made for nothing, as far as nothing else is in them. */
  private static void unmake(Path folder, Path outermost) throws IOException {
    Files.deleteIfExists(folder.resolve(FolderLock.FILE));
    Path end = outermost.getParent();
    for (Path at = folder.toAbsolutePath(); at != null && !at.equals(end); at = at.getParent()) {
      try {
        Files.deleteIfExists(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  private static void putInPlace(Path file, Path database) throws IOException {
    sweep(Objects.requireNonNull(database.getParent(), "a store is in a folder"));
    AtomicFile.replace(
        database,
        partial ->
            telling(
                file,
                partial,
                () -> {
                  try (OutputStream stream = Files.newOutputStream(partial)) {
                    Files.copy(file, stream);
                  }
                  new SqliteFile(partial).verify();
                  new SqliteFile(partial).fold();
                }),
        (finished, place) -> {
          settle(database);
          DurableFiles.moveInPlace(finished, place);
        });
  }

  /** What restores that were killed have left; the folder is locked. */
  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".bosett-*.part*")) {
      for (Path partial : left) {
        Files.deleteIfExists(partial);
      }
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Failures name the file that was given, not the partial one. */
  private static void telling(Path file, Path partial, Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.contains(partial.toString())) {
        throw e;
      }
      throw new IOException(message.replace(partial.toString(), file.toString()), e);
    }
  }

  /**
   * Checkpoints the write-ahead log of the old store into its file, so that one file is replaced
   * atomically. A store too damaged for this is set aside, not deleted; so is a log without its
   * file, which SQLite would take for the log of any file beside it.
   */
  private static void settle(Path database) throws IOException {
    if (Files.exists(database)) {
      try {
        new SqliteFile(database).fold();
        return;
      } catch (IOException e) {
        if (!SqliteFile.isDamage(e)) {
          throw e;
        }
        Files.copy(database, beside(database, ".damaged"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (String log : new String[] {"-wal", "-shm", "-journal"}) {
      if (Files.exists(beside(database, log))) {
        Files.move(
            beside(database, log),
            beside(database, ".damaged" + log),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean hasContent(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
