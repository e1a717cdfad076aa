package io.bosett.store.sqlite;

import io.bosett.common.DaemonThreads;
import io.bosett.store.sql.GroupCommit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * Checkpoints of the write-ahead log on a thread and a connection of their own, beside the writers,
 * which a checkpoint of SQLite's own would hold up for as long as the disk takes. What was written
 * meanwhile is checkpointed once more, and only the short rest while the writers wait: then the log
 * begins anew.
 */
final class Checkpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /** Transactions between two checkpoints, some 15 MB of log for letters. */
  private static final int TRANSACTIONS = 200;

  /** Pages that are checkpointed while the writers wait, a few milliseconds. */
  private static final int FEW = 400;

  private static final int MOST_PASSES = 5;
  private static final long JOIN_MILLIS = 5_000;

  private final SQLiteDataSource source;
  private final GroupCommit writers;
  private final AtomicInteger written = new AtomicInteger();
  private final Semaphore due = new Semaphore(0);
  private final Thread thread = DaemonThreads.of("checkpoints", this::run);
  private volatile boolean closed;
  private boolean failing;

  /**
   * Starts the thread.
   *
   * @param source of its connection
   */
  Checkpoints(SQLiteDataSource source, GroupCommit writers) {
    this.source = source;
    this.writers = writers;
    thread.start();
  }

  /** Counts committed transactions. */
  void committed(int transactions) {
    if (written.addAndGet(transactions) >= TRANSACTIONS && due.availablePermits() == 0) {
      due.release();
    }
  }

  private void run() {
    while (isDue()) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        do {
          checkpoint(statement);
          failing = false;
        } while (isDue());
      } catch (SQLException | RuntimeException | Error e) {
        if (!failing) {
          LOG.warn("a checkpoint failed; SQLite makes its own when the log is long", e);
        }
        failing = true;
      }
    }
  }

  /** Waits until a checkpoint is due; false when this is closed. */
  private boolean isDue() {
    due.acquireUninterruptibly();
    due.drainPermits();
    return !closed;
  }

  private void checkpoint(Statement statement) throws SQLException {
    written.set(0);
    int left = Integer.MAX_VALUE;
    int before = 0;
    for (int pass = 0; pass < MOST_PASSES && left > FEW && !closed; pass++) {
      int length = passive(statement);
      left = length - before;
      before = length;
    }
    if (left <= FEW) {
      writers.whileWaiting(() -> passive(statement));
    }
  }

  /** Copies what no reader still needs; the length of the log in pages. */
  private static int passive(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
      return row.next() ? row.getInt(2) : 0;
    }
  }

  @Override
  public void close() {
    closed = true;
    due.release();
    try {
      TimeUnit.MILLISECONDS.timedJoin(thread, JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
