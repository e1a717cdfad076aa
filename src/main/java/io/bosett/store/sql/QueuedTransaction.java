package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A transaction in the queue of the group commit, with its outcome. */
final class QueuedTransaction<T> {
  private final TransactionBody<T> work;
  private final boolean durable;
  private @Nullable T result;
  private @Nullable Throwable failure;
  private boolean committed;

  /**
   * Completes with true when the caller becomes the leader, with false when the transaction is
   * done.
   */
  private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

  /**
   * @param durable whether to wait for the disk
   */
  QueuedTransaction(TransactionBody<T> work, boolean durable) {
    this.work = work;
    this.durable = durable;
  }

  /** Runs the body, perhaps again after a rollback. */
  void run(Handle handle) {
    result = work.in(handle);
  }

  /** Records that it is committed. */
  void succeed() {
    committed = true;
  }

  /** Records why it failed. */
  void fail(Throwable reason) {
    failure = reason;
  }

  /** Makes the caller the leader. */
  void lead() {
    turn.complete(true);
  }

  /** Marks it as done: durable, or failed for good. */
  void end() {
    turn.complete(false);
  }

  /** Waits; true when the caller becomes the leader. */
  boolean awaitTurn() {
    return turn.join();
  }

  boolean isDurable() {
    return durable;
  }

  /** The value returned by the body; throws what it threw. */
  @SuppressWarnings("NullAway") // null is what it returned where T takes null
  T outcome() {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (!committed) {
      throw new StoreUnavailableException("the write was given up", null);
    }
    return result;
  }
}
