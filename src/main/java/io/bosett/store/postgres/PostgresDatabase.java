package io.bosett.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.sql.Database;
import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.GroupCommit;
import io.bosett.store.sql.Migrations;
import io.bosett.store.sql.NamedStatement;
import io.bosett.store.sql.SqlFailures;
import io.bosett.store.sql.TransactionBody;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The connection pool to a PostgreSQL server, which other processes may share. Broken connections
 * are replaced as soon as the server is back; until then each call fails after a few seconds.
 */
public final class PostgresDatabase implements Database {
  private static final int CONNECTIONS = 10;
  private static final int POOL_MILLIS = 3_000;
  private static final int VALIDATION_MILLIS = 2_000;
  private static final int ATTEMPTS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  /**
   * Timeouts on statements, locks and idle transactions: a process that halts in the middle of a
   * transaction must not block the others.
   */
  private static final String LIMITS =
      "SET statement_timeout = '20s'; SET lock_timeout = '10s';"
          + " SET idle_in_transaction_session_timeout = '10s'";

  private static final NamedStatement ENCODING = NamedStatement.of("SHOW server_encoding");
  private static final NamedStatement WITHOUT_DISK =
      NamedStatement.of("SET LOCAL synchronous_commit = off");

  private final Dialect dialect = new PostgresDialect();
  private final SqlFailures sqlFailures = new SqlFailures(dialect);
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final GroupCommit writing;

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.writing = new GroupCommit(this::commit);
  }

  /** Connects, and migrates the schema. */
  public static PostgresDatabase open(String jdbcUrl) {
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config(jdbcUrl));
      requireUtf8(pool);
      new Migrations(pool, new PostgresDialect()).migrate();
      return new PostgresDatabase(pool);
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw told(e, jdbcUrl);
    }
  }

  private static RuntimeException told(RuntimeException failure, String jdbcUrl) {
    RuntimeException told =
        failure instanceof HikariPool.PoolInitializationException
            ? SqlFailures.unavailable(failure)
            : new SqlFailures(new PostgresDialect()).told(failure);
    return told instanceof StoreUnavailableException
        ? new StoreUnavailableException(
            PostgresAddress.masked(String.valueOf(told.getMessage()), jdbcUrl), told.getCause())
        : told;
  }

  /** Other encodings cannot keep every name. */
  private static void requireUtf8(HikariDataSource pool) {
    String encoding =
        Jdbi.create(pool).withHandle(handle -> ENCODING.on(handle).one(row -> row.getString(1)));
    if (!encoding.equals("UTF8")) {
      throw new StoreUnavailableException(
          "the encoding of the database is "
              + encoding
              + "; expected UTF8 (CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0)",
          null);
    }
  }

  private static HikariConfig config(String jdbcUrl) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("bosett-postgres");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(POOL_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    config.setConnectionInitSql(LIMITS);
    config.addDataSourceProperty("ApplicationName", "bosett");
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  @Override
  public <T> T read(TransactionBody<T> work) {
    try {
      return jdbi.withHandle(work::in);
    } catch (RuntimeException e) {
      throw sqlFailures.told(e);
    }
  }

  @Override
  public <T> T write(TransactionBody<T> work) {
    return retried(() -> writing.write(work, true));
  }

  /** On a connection of its own: what keeps leases alive waits for no other write. */
  @Override
  public <T> T writeSoon(TransactionBody<T> work) {
    return retried(
        () ->
            jdbi.inTransaction(
                handle -> {
                  WITHOUT_DISK.on(handle).update();
                  return work.in(handle);
                }));
  }

  private void commit(boolean durable, Consumer<Handle> body) {
    jdbi.useTransaction(body::accept);
  }

  private <T> T retried(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || sqlFailures.meaningOf(e) != Dialect.Meaning.RACE) {
          throw sqlFailures.told(e);
        }
        pause(attempt);
      }
    }
  }

  /** Backs off for a random time, so that colliding transactions do not collide again. */
  private static void pause(int attempt) {
    int most = Math.min(LONGEST_PAUSE_MILLIS, 2 << attempt);
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(most) + 1));
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    writing.close();
    pool.close();
  }
}
