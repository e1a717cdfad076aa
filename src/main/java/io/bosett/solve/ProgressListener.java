package io.bosett.solve;

import org.jspecify.annotations.Nullable;

/** Hears how a solve goes on; called from the solving thread, must not block or throw. */
@FunctionalInterface
public interface ProgressListener {
  /** Nobody listens. */
  ProgressListener NONE = (objective, bound) -> {};

  /**
   * Something got better.
   *
   * @param objective of the best assignment so far, or null
   * @param bound proven so far, or null
   */
  void report(@Nullable Long objective, @Nullable Long bound);
}
