package io.bosett.store.factory;

import io.bosett.store.FolderInUseException;
import io.bosett.store.JobStore;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.postgres.PostgresAddress;
import io.bosett.store.postgres.PostgresDatabase;
import io.bosett.store.sql.SqlStore;
import io.bosett.store.sqlite.Backup;
import io.bosett.store.sqlite.EmbeddedDatabase;
import io.bosett.store.sqlite.FolderLock;
import io.bosett.store.sqlite.OwnerOnlyFiles;
import io.bosett.store.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The factory of stores. The system property {@code bosett.store.maxPages} limits the file of an
 * embedded store, in pages of 4,096 bytes: at the limit the store behaves as on a full disk.
 */
public final class Stores {
  private Stores() {}

  /**
   * Opens the embedded store in a folder, which is created, readable by its owner only, when it
   * does not exist. Recovers after a crash; the allocations of the dead process return to the queue
   * by {@link JobStore#releaseAll}.
   *
   * @throws FolderInUseException when another process uses the folder
   * @throws StoreUnavailableException when the folder is not writable, or its file is damaged
   */
  public static Store embedded(Path folder, Clock clock) {
    FolderLock lock = FolderLock.take(folder);
    try {
      int maxPages = Integer.getInteger("bosett.store.maxPages", 0);
      return open(folder, lock, maxPages, clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the store in a folder without its lock, beside a service that may be running: for short
   * tasks that leave allocations alone, such as creating a key.
   *
   * @throws StoreUnavailableException when the folder is not writable, or its file is damaged
   */
  public static Store beside(Path folder, Clock clock) {
    try {
      OwnerOnlyFiles.makeFolder(folder);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          folder + " cannot be made: " + OwnerOnlyFiles.reason(e), e);
    }
    return open(folder, null, 0, clock);
  }

  /** Opens the file, and leaves no empty one when that fails. */
  private static Store open(Path folder, @Nullable FolderLock lock, int maxPages, Clock clock) {
    boolean isNew = !Files.exists(folder.resolve(SqliteFile.NAME));
    makeFile(folder);
    try {
      return new SqlStore(
          EmbeddedDatabase.open(folder.resolve(SqliteFile.NAME), lock, maxPages), clock);
    } catch (RuntimeException e) {
      if (isNew) {
        removeEmpty(folder.resolve(SqliteFile.NAME));
      }
      throw e;
    }
  }

  private static void removeEmpty(Path file) {
    try {
      if (isEmpty(file)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // The reason why the store cannot be opened is told.
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether there is a store in a folder; an empty file is none yet. */
  public static boolean isIn(Path folder) {
    Path file = folder.resolve(SqliteFile.NAME);
    return Files.exists(file) && !isEmpty(file);
  }

  private static void makeFile(Path folder) {
    try {
      OwnerOnlyFiles.makeFile(folder.resolve(SqliteFile.NAME));
    } catch (IOException e) {
      throw new StoreUnavailableException(
          folder + " cannot be written to: " + OwnerOnlyFiles.reason(e), e);
    }
  }

  /**
   * Opens the store in a PostgreSQL database, which several processes may share.
   *
   * @param jdbcUrl may carry user and password
   * @throws IllegalArgumentException when the address is not one of PostgreSQL; shows no secret
   * @throws StoreUnavailableException when the server does not answer or refuses the login, or the
   *     database is not one of this program or not in UTF-8
   */
  public static Store postgres(String jdbcUrl, Clock clock) {
    PostgresAddress.check(jdbcUrl);
    return new SqlStore(PostgresDatabase.open(jdbcUrl), clock);
  }

  /** The address of a PostgreSQL database without user, password and options, for messages. */
  public static String addressWords(String jdbcUrl) {
    return PostgresAddress.words(jdbcUrl);
  }

  /**
   * Makes a hot backup: copies the embedded store into a file, also while a service uses it. The
   * copy is a verified snapshot of one moment, or there is none; it replaces an existing file
   * atomically. (For PostgreSQL there is {@code pg_dump}.)
   *
   * @throws IOException when there is no store, it is damaged, or the file cannot be written
   */
  public static void backup(Path folder, Path file) throws IOException {
    Backup.make(folder, file);
  }

  /**
   * Restores a backup. The backup is verified first and replaces the old store atomically; until
   * then the old one stands.
   *
   * @param replace whether an existing store may be replaced
   * @throws IOException when the backup is damaged, not a store or a later program's, or a store
   *     exists and may not be replaced
   * @throws FolderInUseException when a process uses the folder
   */
  public static void restore(Path file, Path folder, boolean replace) throws IOException {
    Backup.restore(file, folder, replace);
  }
}
