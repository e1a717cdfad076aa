package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.store.JobState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An observer of this process's solves, for metrics. Must not block or throw. */
public interface SolveListener {
  /** The listener that does nothing. */
  SolveListener NONE = new SolveListener() {};

  /** A solve has started. */
  default void started(String solver) {}

  /**
   * A solve has ended and its outcome is written.
   *
   * @param status of the result, or null when there is none
   * @param duration from its start in this process
   */
  default void ended(
      String solver, JobState state, Result.@Nullable Status status, Duration duration) {}

  /** A solve was returned to the queue, or lost to the process that took it over. */
  default void givenBack(String solver) {}

  /** A solve is stuck: it did not stop when told, and its thread was replaced. */
  default void strayed(String solver) {}
}
