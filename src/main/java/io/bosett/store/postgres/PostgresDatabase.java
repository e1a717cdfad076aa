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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
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

  /** Groups of writes at the same time; more wait for each other in the server. */
  private static final int LANES = 6;

  /** The key of the advisory lock: the same in all processes, and hardly another program's. */
  private static final long QUEUE_LOCK = 0x626f_7365_7474_0001L;

  private static final NamedStatement LOCK =
      NamedStatement.of("SELECT pg_advisory_xact_lock(:key)");
  private static final NamedStatement WITHOUT_DISK =
      NamedStatement.of("SET LOCAL synchronous_commit = off");

  private final Dialect dialect = new PostgresDialect();
  private final SqlFailures sqlFailures = new SqlFailures(dialect);
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final List<GroupCommit> lanes;
  private final GroupCommit inTurn;

  private PostgresDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.lanes =
        Stream.generate(() -> new GroupCommit(this::commit, this::isGone)).limit(LANES).toList();
    this.inTurn = new GroupCommit(this::commitInTurn, this::isGone);
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
    GroupCommit lane = Collections.min(lanes, Comparator.comparingInt(GroupCommit::load));
    return written(lane, work, this::commit);
  }

  @Override
  public <T> T writeInTurn(TransactionBody<T> work) {
    return written(inTurn, work, this::commitInTurn);
  }

  /** On a connection of its own: what keeps leases alive waits for no other write. */
  @Override
  public <T> T writeSoon(TransactionBody<T> work) {
    return retried(
        attempt ->
            jdbi.inTransaction(
                handle -> {
                  WITHOUT_DISK.on(handle).update();
                  return work.in(handle);
                }));
  }

  /** At first with others; who has lost a race tries again alone, and spoils no other group. */
  private <T> T written(
      GroupCommit group, TransactionBody<T> work, GroupCommit.Committer committer) {
    return retried(
        attempt ->
            (attempt == 1 ? group : new GroupCommit(committer, this::isGone)).write(work, true));
  }

  private void commit(boolean durable, Consumer<Handle> body) {
    jdbi.useTransaction(body::accept);
  }

  private void commitInTurn(boolean durable, Consumer<Handle> body) {
    jdbi.useTransaction(
        handle -> {
          LOCK.on(handle).bind("key", QUEUE_LOCK).hasRow();
          body.accept(handle);
        });
  }

  /** Then a commit may have happened or not, and the next attempt would wait as long. */
  private boolean isGone(RuntimeException failure) {
    return sqlFailures.meaningOf(failure) == Dialect.Meaning.UNAVAILABLE
        && !PostgresDialect.isRolledBack(failure);
  }

  private <T> T retried(IntFunction<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.apply(attempt);
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
    lanes.forEach(GroupCommit::close);
    inTurn.close();
    pool.close();
  }
}
