package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: transactions that arrive during a commit are committed together next. When one of
 * them fails, all are rolled back and each is tried alone, unless the database says that nothing
 * may be tried again (PostgreSQL that does not answer): then all have failed. Leader and followers:
 * the first waiting thread writes for all, then hands over to the first that came later. So there
 * is no writer thread, and finished callers return at once.
 */
public final class GroupCommit {
  private static final int MOST = 64;

  private final Committer committer;
  private final Predicate<RuntimeException> endsAll;
  private final Queue<QueuedTransaction<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Held while a transaction runs. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean closed;
  private volatile IntConsumer committed = count -> {};

  /** Runs one transaction of the database. */
  public interface Committer {
    /**
     * Runs it and commits, or rolls back and throws what the body or the database threw.
     *
     * @param durable whether it survives a loss of power when this returns
     */
    void commit(boolean durable, Consumer<Handle> body);
  }

  /**
   * @param endsAll whether after a failure nothing may be tried again: it may have been committed
   *     all the same, or trying takes long
   */
  public GroupCommit(Committer committer, Predicate<RuntimeException> endsAll) {
    this.committer = committer;
    this.endsAll = endsAll;
  }

  /**
   * Runs a transaction.
   *
   * @param durable whether it survives a loss of power when this returns
   */
  public <T> T write(TransactionBody<T> work, boolean durable) {
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
    boolean interrupted = Thread.interrupted(); // which is the leader's affair, not of all
    List<QueuedTransaction<?>> jobs = List.of();
    lock.lock();
    try {
      jobs = next();
      writeAll(jobs);
    } finally {
      lock.unlock();
      committed.accept(jobs.size());
      QueuedTransaction<?> successor = successor();
      if (successor != null) {
        successor.lead();
      }
      jobs.forEach(QueuedTransaction::end);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The number of transactions that wait, or are being written as one. */
  public synchronized int load() {
    return waiting.size() + (busy ? 1 : 0);
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
  public interface Interlude {
    /** Does it. */
    void run() throws SQLException;
  }

  /** Runs something while the writers wait, which must be short. */
  public void whileWaiting(Interlude interlude) throws SQLException {
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
  public void whenCommitted(IntConsumer listener) {
    committed = listener;
  }

  /** Lets the running group finish; later transactions fail. */
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void writeAll(List<QueuedTransaction<?>> jobs) {
    Optional<RuntimeException> end = Optional.empty();
    if (jobs.size() > 1 && !closed) {
      try {
        writeTogether(jobs);
        return;
      } catch (RuntimeException e) {
        end = Optional.of(e).filter(endsAll);
      } catch (Error e) {
        // Whose it is hears of it when each is tried alone.
      }
    }
    for (QueuedTransaction<?> job : jobs) {
      if (end.isPresent()) {
        job.fail(end.get());
      } else {
        end = writeAlone(job);
      }
      job.end();
    }
  }

  private void writeTogether(List<QueuedTransaction<?>> jobs) {
    committer.commit(
        jobs.stream().anyMatch(QueuedTransaction::isDurable),
        handle -> jobs.forEach(job -> job.run(handle)));
    jobs.forEach(QueuedTransaction::succeed);
  }

  /** The failure after which no other is tried, if that was one. */
  private Optional<RuntimeException> writeAlone(QueuedTransaction<?> job) {
    try {
      if (closed) {
        throw new StoreUnavailableException("the store is closed", null);
      }
      committer.commit(job.isDurable(), job::run);
      job.succeed();
      return Optional.empty();
    } catch (RuntimeException e) {
      job.fail(e);
      return Optional.of(e).filter(endsAll);
    } catch (Error e) {
      job.fail(e);
      return Optional.empty();
    }
  }
}
