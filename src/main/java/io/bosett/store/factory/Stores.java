package io.bosett.store.factory;

import io.bosett.store.AllocationStore;
import io.bosett.store.FolderInUseException;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.postgres.PostgresDatabase;
import io.bosett.store.sql.SqlStore;
import io.bosett.store.sqlite.Backup;
import io.bosett.store.sqlite.EmbeddedDatabase;
import io.bosett.store.sqlite.FolderLock;
import io.bosett.store.sqlite.OwnerOnlyFiles;
import io.bosett.store.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Opens stores. The system property {@code bosett.store.maxPages} bounds the file of an embedded
 * store, in pages of 4,096 bytes: when it is reached the store behaves as on a full disk.
 */
public final class Stores {
  private static final String POSTGRES = "jdbc:postgresql:";

  private Stores() {}

  /**
   * Opens the store in a folder, which is made, for its owner only, when there is none. What is
   * left of a process that died is recovered; its allocations wait again after {@link
   * AllocationStore#releaseAll}.
   *
   * @throws FolderInUseException when another process works in the folder
   * @throws StoreUnavailableException when the folder cannot be written to, or its file is damaged
   */
  public static Store embedded(Path folder, Clock clock) {
    FolderLock lock = FolderLock.take(folder);
    try {
      makeFile(folder);
      int maxPages = Integer.getInteger("bosett.store.maxPages", 0);
      return new SqlStore(
          EmbeddedDatabase.open(folder.resolve(SqliteFile.NAME), lock, maxPages), clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the store in a folder beside a service that may be working in it: for what is done
   * quickly and leaves allocations alone, such as making a key.
   *
   * @throws StoreUnavailableException when the folder cannot be written to, or its file is damaged
   */
  public static Store beside(Path folder, Clock clock) {
    try {
      OwnerOnlyFiles.makeFolder(folder);
    } catch (IOException e) {
      throw new StoreUnavailableException(folder + " cannot be made", e);
    }
    makeFile(folder);
    return new SqlStore(EmbeddedDatabase.open(folder.resolve(SqliteFile.NAME), null, 0), clock);
  }

  private static void makeFile(Path folder) {
    try {
      OwnerOnlyFiles.makeFile(folder.resolve(SqliteFile.NAME));
    } catch (IOException e) {
      throw new StoreUnavailableException(folder + " cannot be written to: " + e, e);
    }
  }

  /**
   * Opens the store in a PostgreSQL database, which several processes may share.
   *
   * @param jdbcUrl may carry user and password
   * @throws IllegalArgumentException when the address is not one of PostgreSQL
   * @throws StoreUnavailableException when the server does not answer or refuses the login
   */
  public static Store postgres(String jdbcUrl, Clock clock) {
    if (!jdbcUrl.startsWith(POSTGRES)) {
      throw new IllegalArgumentException("the address of the database begins with " + POSTGRES);
    }
    return new SqlStore(PostgresDatabase.open(jdbcUrl), clock);
  }

  /**
   * Copies the store in a folder into a file, also while a service works in it: the state of one
   * moment, whole and looked over, or nothing. A file that stood there before is replaced in one
   * step. (For PostgreSQL there is {@code pg_dump}.)
   *
   * @throws IOException when there is no store, it is damaged, or the file cannot be written
   */
  public static void backup(Path folder, Path file) throws IOException {
    Backup.make(folder, file);
  }

  /**
   * Puts a copy back. The copy is looked over first, and takes the place of the old store in one
   * step; until then the old one stands.
   *
   * @param replace whether a store may stand in the folder already
   * @throws IOException when the copy is damaged, no store or a later program's, or a store stands
   *     in the folder and may not be replaced
   * @throws FolderInUseException when a process works in the folder
   */
  public static void restore(Path file, Path folder, boolean replace) throws IOException {
    Backup.restore(file, folder, replace);
  }
}
