package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An observer of this process's jobs of one kind, for metrics; their label is {@link
 * KeptJob#label()}. Must not block or throw.
 */
public interface JobListener {
  /** The listener that does nothing. */
  JobListener NONE = new JobListener() {};

  /** A job has started. */
  default void started(String label) {}

  /**
   * A job has ended and its outcome is written.
   *
   * @param status of the result, or null when there is none
   * @param duration from its start in this process
   */
  default void ended(
      String label, JobState state, Result.@Nullable Status status, Duration duration) {}

  /** A job was returned to the queue, or lost to the process that took it over. */
  default void givenBack(String label) {}

  /** A job is stuck: it did not stop when told, and its thread was replaced. */
  default void strayed(String label) {}
}
