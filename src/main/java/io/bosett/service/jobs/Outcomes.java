package io.bosett.service.jobs;

import io.bosett.store.JobState;
import io.bosett.store.Outcome;
import org.jspecify.annotations.Nullable;

/** A factory for the outcomes of jobs that have no result: canceled, failed. */
public final class Outcomes {
  private final String version;

  /**
   * @param version of the program
   */
  public Outcomes(String version) {
    this.version = version;
  }

  /** Canceled by a caller, without a result. */
  public Outcome canceled(Job job) {
    job.log().add("canceled, without a result");
    return without(job, JobState.CANCELED, null);
  }

  /** Failed, for a reason. */
  public Outcome failed(Job job, String reason) {
    job.log().add("failed: " + reason);
    return without(job, JobState.FAILED, reason);
  }

  private Outcome without(Job job, JobState state, @Nullable String failure) {
    return new Outcome(state, null, null, null, failure, job.log().text(), job.progress(), version);
  }
}
