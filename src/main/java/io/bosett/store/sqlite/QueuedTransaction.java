package io.bosett.store.sqlite;

import io.bosett.store.sql.TransactionBody;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A transaction that waits for its turn, and what became of it. */
final class QueuedTransaction<T> {
  private final TransactionBody<T> work;
  private final boolean durable;
  private @Nullable T result;
  private @Nullable Throwable failure;

  /** Completes with true when the caller is to write, with false when all is done. */
  private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

  /**
   * @param durable whether the disk is to be waited for
   */
  QueuedTransaction(TransactionBody<T> work, boolean durable) {
    this.work = work;
    this.durable = durable;
  }

  /** Does the work, or does it again. */
  void run(Handle handle) {
    failure = null;
    result = work.in(handle);
  }

  /** Remembers why it has not happened. */
  void fail(Throwable reason) {
    failure = reason;
  }

  /** It is the caller's turn to write. */
  void lead() {
    turn.complete(true);
  }

  /** What it did is durable, or it has failed for good. */
  void end() {
    turn.complete(false);
  }

  /** Waits; true when the caller is to write, for himself and for others. */
  boolean awaitTurn() {
    return turn.join();
  }

  boolean isDurable() {
    return durable;
  }

  /** What the work returned; throws what it threw. */
  @SuppressWarnings("NullAway") // null is what it returned where T takes null
  T outcome() {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return result;
  }
}
