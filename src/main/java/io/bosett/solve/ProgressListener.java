package io.bosett.solve;

import org.jspecify.annotations.Nullable;

/** An observer of a solve's progress; called from the solving thread, must not block or throw. */
@FunctionalInterface
public interface ProgressListener {
  /** The listener that does nothing. */
  ProgressListener NONE = (objective, bound) -> {};

  /**
   * Incumbent or bound has improved.
   *
   * @param objective of the incumbent, or null
   * @param bound proven so far, or null
   */
  void report(@Nullable Long objective, @Nullable Long bound);

  /**
   * A solver broke down that had found something.
   *
   * @param failure what happened, naming the solver
   * @return whether what was found is wanted as the answer, instead of the failure
   */
  default boolean keepsBest(String failure) {
    return false;
  }
}
