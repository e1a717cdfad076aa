package io.bosett.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A transaction that waits for its turn, and what became of it. Guarded by the writer's lock. */
final class Job<T> {
  private final Work<T> work;
  private final boolean durable;
  private @Nullable T result;
  private @Nullable Throwable failure;
  private boolean done;

  /** @param durable whether the disk is to be waited for */
  Job(Work<T> work, boolean durable) {
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

  /** What it did is durable, or it has failed for good. */
  void end() {
    done = true;
  }

  boolean isDurable() {
    return durable;
  }

  boolean isDone() {
    return done;
  }

  /** What the work returned; throws what it threw. */
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
