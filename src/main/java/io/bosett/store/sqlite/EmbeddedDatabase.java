package io.bosett.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bosett.store.sql.Database;
import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.Migrations;
import io.bosett.store.sql.SqlFailures;
import io.bosett.store.sql.TransactionBody;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file that this process has to itself. It keeps a write-ahead log and synchronizes it
 * with each commit, so that what is committed survives loss of power; readers see the last commit
 * and wait for nobody.
 */
public final class EmbeddedDatabase implements Database {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5_000;
  private static final int POOL_MILLIS = 3_000;
  private static final int LOG_BYTES = 64 << 20;

  /**
   * Of the log, 16 MB, before its pages are put into the file. That is done during a commit, whom
   * all that write wait for; pages that change over and over are put there once for all.
   */
  private static final int LOG_PAGES = 4_000;

  private final Dialect dialect = new SqliteDialect();
  private final SqlFailures sqlFailures = new SqlFailures(dialect);
  private final @Nullable FolderLock lock;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final GroupCommit writing;

  private EmbeddedDatabase(
      @Nullable FolderLock lock, HikariDataSource writer, HikariDataSource readers) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
    this.reading = jdbi(readers);
    this.writing =
        new GroupCommit(
            jdbi(writer), sqlFailures, () -> writer.getHikariPoolMXBean().softEvictConnections());
  }

  /**
   * Opens the file, which is made when there is none.
   *
   * @param lock on its folder, let go by {@link #close}; null beside a process that has it
   * @param maxPages of the file, or 0 for no bound
   */
  public static EmbeddedDatabase open(Path file, @Nullable FolderLock lock, int maxPages) {
    SqlFailures sqlFailures = new SqlFailures(new SqliteDialect());
    HikariDataSource writer = null;
    try {
      writer = pool("writer", 1, source(file, maxPages));
      new Migrations(writer, new SqliteDialect()).migrate();
      HikariDataSource readers = pool("readers", READERS, source(file, 0));
      return new EmbeddedDatabase(lock, writer, readers);
    } catch (RuntimeException e) {
      if (writer != null) {
        writer.close();
      }
      throw sqlFailures.told(e);
    }
  }

  private static Jdbi jdbi(HikariDataSource connections) {
    return Jdbi.create(connections).setStatementBuilderFactory(new StatementCache());
  }

  private static HikariDataSource pool(String name, int connections, SQLiteDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("bosett-" + name);
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(POOL_MILLIS);
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }

  /** Connections as this program uses them. */
  static SQLiteDataSource source(Path file, int maxPages) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalSizeLimit(LOG_BYTES);
    config.setWalAutocheckpoint(LOG_PAGES);
    if (maxPages > 0) {
      config.setMaxPageCount(maxPages);
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public <T> T read(TransactionBody<T> work) {
    try {
      return reading.withHandle(work::in);
    } catch (RuntimeException e) {
      throw sqlFailures.told(e);
    }
  }

  @Override
  public <T> T write(TransactionBody<T> work) {
    return writing.write(work, true);
  }

  @Override
  public <T> T writeSoon(TransactionBody<T> work) {
    return writing.write(work, false);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    writing.close();
    readers.close();
    writer.close();
    if (lock != null) {
      lock.close();
    }
  }
}
