package io.bosett.store.sqlite;

import io.bosett.store.StoreUnavailableException;
import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.NamedStatement;
import io.bosett.store.sql.SqlFailures;
import io.bosett.store.sql.TransactionBody;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: transactions that arrive during a commit are committed together next, each behind a
 * savepoint of its own. Leader and followers: the first waiting thread writes for all, then hands
 * over to the first that came later. So there is no writer thread, and finished callers return at
 * once.
 */
final class GroupCommit {
  private static final int MOST = 64;
  private static final String SAVEPOINT = "job";
  private static final NamedStatement WITHOUT_DISK =
      NamedStatement.of("PRAGMA synchronous = NORMAL");
  private static final NamedStatement WITH_DISK = NamedStatement.of("PRAGMA synchronous = FULL");

  private final Jdbi jdbi;
  private final SqlFailures sqlFailures;
  private final Runnable afterBreakdown;
  private final Queue<QueuedTransaction<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Held while the connection is used. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean closed;
  private volatile IntConsumer committed = count -> {};

  /**
   * @param jdbi hands out the one connection that writes
   * @param afterBreakdown discards a connection after the database failed
   */
  GroupCommit(Jdbi jdbi, SqlFailures sqlFailures, Runnable afterBreakdown) {
    this.jdbi = jdbi;
    this.sqlFailures = sqlFailures;
    this.afterBreakdown = afterBreakdown;
  }

  /**
   * Runs a transaction.
   *
   * @param durable whether it survives a loss of power when this returns
   */
  <T> T write(TransactionBody<T> work, boolean durable) {
    QueuedTransaction<T> job = new QueuedTransaction<>(work, durable);
    if (isFirst(job) || job.awaitTurn()) {
      lead();
    }
    return job.outcome();
  }

  private synchronized boolean isFirst(QueuedTransaction<?> job) {
    waiting.add(job);
    boolean first = !busy;
    busy = true;
    return first;
  }

  /** Writes for all that wait; the caller is the leader. */
  private void lead() {
    List<QueuedTransaction<?>> jobs = next();
    lock.lock();
    try {
      writeAll(jobs);
    } finally {
      lock.unlock();
      committed.accept(jobs.size());
      QueuedTransaction<?> successor = successor();
      if (successor != null) {
        successor.lead();
      }
      jobs.forEach(QueuedTransaction::end);
    }
  }

  private synchronized List<QueuedTransaction<?>> next() {
    List<QueuedTransaction<?>> jobs = new ArrayList<>();
    while (jobs.size() < MOST && !waiting.isEmpty()) {
      jobs.add(waiting.remove());
    }
    return jobs;
  }

  private synchronized @Nullable QueuedTransaction<?> successor() {
    busy = !waiting.isEmpty();
    return waiting.peek();
  }

  /** What is done while no transaction runs. */
  interface Interlude {
    void run() throws SQLException;
  }

  /** Runs something while the writers wait, which must be short. */
  void whileWaiting(Interlude interlude) throws SQLException {
    lock.lock();
    try {
      if (!closed) {
        interlude.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Is told how many transactions were committed, or tried. */
  void whenCommitted(IntConsumer listener) {
    committed = listener;
  }

  /** Lets the running group finish; later transactions fail. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void writeAll(List<QueuedTransaction<?>> jobs) {
    if (closed || jobs.size() == 1 || !succeedTogether(jobs)) {
      jobs.forEach(this::writeAlone);
    }
  }

  /** False when the whole transaction failed; then none of them has happened. */
  private boolean succeedTogether(List<QueuedTransaction<?>> jobs) {
    try {
      transact(
          jobs.stream().anyMatch(QueuedTransaction::isDurable),
          handle -> jobs.forEach(job -> writeBehindSavepoint(handle, job)));
      return true;
    } catch (Throwable e) {
      brokeDown(e);
      return false;
    }
  }

  /**
   * Without durability the log is written but not synchronized; the next durable commit does that.
   */
  private void transact(boolean durable, Consumer<Handle> work) {
    if (durable) {
      jdbi.useTransaction(work::accept);
      return;
    }
    jdbi.useHandle(
        handle -> {
          WITHOUT_DISK.on(handle).update();
          try {
            handle.useTransaction(work::accept);
          } finally {
            WITH_DISK.on(handle).update();
          }
        });
  }

  private void writeBehindSavepoint(Handle handle, QueuedTransaction<?> job) {
    handle.savepoint(SAVEPOINT);
    try {
      job.run(handle);
    } catch (RuntimeException e) {
      if (sqlFailures.meaningOf(e) != Dialect.Meaning.DEFECT) {
        throw e;
      }
      job.fail(e);
      handle.rollbackToSavepoint(SAVEPOINT);
    }
    handle.releaseSavepoint(SAVEPOINT);
  }

  private void writeAlone(QueuedTransaction<?> job) {
    try {
      if (closed) {
        throw new StoreUnavailableException("the store is closed", null);
      }
      transact(job.isDurable(), job::run);
    } catch (RuntimeException e) {
      brokeDown(e);
      job.fail(sqlFailures.told(e));
    } catch (Error e) {
      job.fail(e);
    }
  }

  private void brokeDown(Throwable failure) {
    if (sqlFailures.meaningOf(failure) == Dialect.Meaning.UNAVAILABLE) {
      afterBreakdown.run();
    }
  }
}
