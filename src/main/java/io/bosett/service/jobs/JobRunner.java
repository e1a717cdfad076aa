package io.bosett.service.jobs;

import io.bosett.store.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of one kind; all else, from queue to outcome, {@link JobQueue} does for every kind.
 */
public interface JobRunner {
  /**
   * Does a job on a thread of the pool, within a time limit that it sets by {@link Job#limit}.
   * Returns soon after {@link Job#cancel} is requested, with what is known then.
   *
   * @return the outcome, or null to return the job to the queue
   */
  @Nullable Outcome run(Job job);

  /** Whether a stopped job has found something that is worth waiting for. */
  boolean hasFound(Job job);
}
