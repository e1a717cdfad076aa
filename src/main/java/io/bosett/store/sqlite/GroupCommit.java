package io.bosett.store.sqlite;

import io.bosett.store.StoreUnavailableException;
import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.SqlFailures;
import io.bosett.store.sql.TransactionBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes one transaction at a time, with those together that have come meanwhile: each behind a
 * savepoint of its own, all durable by one commit. Whoever comes first writes for all that wait,
 * then leaves it to the first of those who came later, and all whose work is done go their way at
 * once: so there is no thread to look after, and nobody waits for others to wake up.
 */
final class GroupCommit {
  private static final int MOST = 64;
  private static final String SAVEPOINT = "job";

  private final Jdbi jdbi;
  private final SqlFailures sqlFailures;
  private final Runnable afterBreakdown;
  private final Queue<QueuedTransaction<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Held while the connection is used. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean closed;

  /**
   * A writer.
   *
   * @param jdbi hands out the one connection that writes
   * @param afterBreakdown gets rid of a connection that has seen the database fail
   */
  GroupCommit(Jdbi jdbi, SqlFailures sqlFailures, Runnable afterBreakdown) {
    this.jdbi = jdbi;
    this.sqlFailures = sqlFailures;
    this.afterBreakdown = afterBreakdown;
  }

  /**
   * Does some work.
   *
   * @param durable whether it is safe from loss of power when this returns
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

  /** Writes for all that wait; the caller is the first of them. */
  private void lead() {
    List<QueuedTransaction<?>> jobs = next();
    lock.lock();
    try {
      writeAll(jobs);
    } finally {
      lock.unlock();
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

  /** Lets what has begun come to its end; what comes later fails. */
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

  /** False when the whole transaction broke down; then none of them has happened. */
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

  /** Without durability the log is written and not synchronized, which the next commit does. */
  private void transact(boolean durable, Consumer<Handle> work) {
    if (durable) {
      jdbi.useTransaction(work::accept);
      return;
    }
    jdbi.useHandle(
        handle -> {
          handle.execute("PRAGMA synchronous = NORMAL");
          try {
            handle.useTransaction(work::accept);
          } finally {
            handle.execute("PRAGMA synchronous = FULL");
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
