package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.store.JobState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of the solves of this process, to count them. Must not block or throw. */
public interface SolveListener {
  /** Nobody counts. */
  SolveListener NONE = new SolveListener() {};

  /** A solve began. */
  default void started(String solver) {}

  /**
   * A solve ended and its end was written.
   *
   * @param status of the result, or null when there is none
   * @param duration from its start in this process
   */
  default void ended(
      String solver, JobState state, Result.@Nullable Status status, Duration duration) {}

  /** A solve was given back to those that wait, or to whoever had taken it over. */
  default void givenBack(String solver) {}

  /** A solve did not stop when told; its thread was replaced. */
  default void strayed(String solver) {}
}
