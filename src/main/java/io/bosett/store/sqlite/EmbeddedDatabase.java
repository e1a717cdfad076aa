package io.bosett.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bosett.store.sql.Database;
import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.GroupCommit;
import io.bosett.store.sql.Migrations;
import io.bosett.store.sql.NamedStatement;
import io.bosett.store.sql.SqlFailures;
import io.bosett.store.sql.TransactionBody;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite database that one serving process has to itself ({@code keys} may open it beside), in
 * WAL mode and synchronized at each durable commit, so that it survives a loss of power. Readers
 * see the last commit and never block.
 */
public final class EmbeddedDatabase implements Database {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 5_000;
  private static final int POOL_MILLIS = 3_000;
  private static final int LOG_BYTES = 64 << 20;

  /**
   * Size of the write-ahead log, 64 MB, from which on a commit writes its pages to the file while
   * all writers wait, should {@link Checkpoints} not have done it before.
   */
  private static final int LOG_PAGES = 16_000;

  /**
   * KiB of pages that the writer keeps in memory, 16 MB; SQLite's own 2 MB are less than what the
   * indexes of some ten thousand jobs take, which were read again and again.
   */
  private static final int WRITER_CACHE = 16_000;

  private static final NamedStatement WITHOUT_DISK =
      NamedStatement.of("PRAGMA synchronous = NORMAL");
  private static final NamedStatement WITH_DISK = NamedStatement.of("PRAGMA synchronous = FULL");

  private final Dialect dialect = new SqliteDialect();
  private final SqlFailures sqlFailures = new SqlFailures(dialect);
  private final @Nullable FolderLock lock;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Jdbi committing;
  private final GroupCommit writing;
  private final Checkpoints checkpoints;

  private EmbeddedDatabase(
      @Nullable FolderLock lock,
      HikariDataSource writer,
      HikariDataSource readers,
      SQLiteDataSource checkpointing) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
    this.reading = jdbi(readers);
    this.committing = jdbi(writer);
    this.writing = new GroupCommit(this::commit, failure -> false);
    this.checkpoints = new Checkpoints(checkpointing, writing);
    writing.whenCommitted(checkpoints::committed);
  }

  /**
   * Opens the file, which is created when it does not exist.
   *
   * @param lock on its folder, released by {@link #close}; null beside a process that holds it
   * @param maxPages of the file, or 0 for no limit
   */
  public static EmbeddedDatabase open(Path file, @Nullable FolderLock lock, int maxPages) {
    SqlFailures sqlFailures = new SqlFailures(new SqliteDialect());
    HikariDataSource writer = null;
    try {
      SqliteFile.prepare(file);
      SQLiteDataSource own = source(file, maxPages);
      own.setCacheSize(-WRITER_CACHE);
      writer = pool("writer", 1, own);
      new Migrations(writer, new SqliteDialect()).migrate();
      HikariDataSource readers = pool("readers", READERS, source(file, 0));
      return new EmbeddedDatabase(lock, writer, readers, source(file, 0));
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

  /** Connections with the pragmas of this program. */
  static SQLiteDataSource source(Path file, int maxPages) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY); // else each transaction makes a file
    config.setGetGeneratedKeys(false); // nobody asks for them, and each insertion would
    config.setJournalSizeLimit(LOG_BYTES);
    config.setWalAutocheckpoint(LOG_PAGES);
    if (maxPages > 0) {
      config.setMaxPageCount(maxPages);
    }
    SqliteLibrary.prepare();
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
  public <T> T writeInTurn(TransactionBody<T> work) {
    return write(work);
  }

  @Override
  public <T> T writeSoon(TransactionBody<T> work) {
    return writing.write(work, false);
  }

  /** A failure of the database may leave its connection unusable, so that one is replaced. */
  private void commit(boolean durable, Consumer<Handle> body) {
    try {
      transact(durable, body);
    } catch (RuntimeException e) {
      if (sqlFailures.meaningOf(e) == Dialect.Meaning.UNAVAILABLE) {
        writer.getHikariPoolMXBean().softEvictConnections();
      }
      throw sqlFailures.told(e);
    }
  }

  /**
   * Without durability the log is written but not synchronized; the next durable commit does that.
   */
  private void transact(boolean durable, Consumer<Handle> body) {
    if (durable) {
      committing.useTransaction(body::accept);
      return;
    }
    committing.useHandle(
        handle -> {
          WITHOUT_DISK.on(handle).update();
          try {
            handle.useTransaction(body::accept);
          } finally {
            WITH_DISK.on(handle).update();
          }
        });
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    writing.close();
    checkpoints.close();
    readers.close();
    writer.close();
    if (lock != null) {
      lock.close();
    }
  }
}
