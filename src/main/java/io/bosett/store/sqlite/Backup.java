package io.bosett.store.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Hot backup and restore of embedded stores: backups are made while the service runs, restores
 * while it does not.
 */
public final class Backup {
  private Backup() {}

  /** See {@code Stores#backup}. */
  public static void make(Path folder, Path file) throws IOException {
    Path database = existing(folder.resolve(SqliteFile.NAME));
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && Files.isSameFile(target, database)) {
      throw new IOException(file + " is the store itself");
    }
    Path partial = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      OwnerOnlyFiles.makeFile(partial); // SQLite fills an empty file as it would a new one
      new SqliteFile(database).copyTo(partial);
      new SqliteFile(partial).verify();
      DurableFiles.moveInPlace(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static Path existing(Path file) throws NoSuchFileException {
    if (!Files.isRegularFile(file)) {
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
    FolderLock lock = FolderLock.take(folder);
    try {
      Path database = folder.resolve(SqliteFile.NAME);
      if (Files.exists(database) && !replace) {
        throw new IOException(folder + " holds a store already");
      }
      putInPlace(file, database);
    } finally {
      lock.close();
    }
  }

  private static void putInPlace(Path file, Path database) throws IOException {
    Path partial = beside(database, ".restoring");
    try {
      Files.deleteIfExists(partial);
      OwnerOnlyFiles.makeFile(partial);
      try (OutputStream stream = Files.newOutputStream(partial)) {
        Files.copy(file, stream);
      }
      new SqliteFile(partial).verify();
      new SqliteFile(partial).fold();
      settle(database);
      DurableFiles.moveInPlace(partial, database);
    } finally {
      Files.deleteIfExists(partial);
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
