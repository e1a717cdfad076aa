package io.bosett.service.jobs;

import io.bosett.service.kept.KeptResults;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.StoreUnavailableException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The problems of jobs, read from the store where they are not in hand. */
public final class JobProblems {
  private static final long PAUSE_MILLIS = 100;

  private final KeptResults kept;

  /**
   * @param kept of the jobs of this kind
   */
  public JobProblems(KeptResults kept) {
    this.kept = kept;
  }

  /**
   * The problem of a job, however long the store takes to answer; null when the job was stopped
   * before it could be read.
   *
   * @throws io.bosett.model.InvalidInputException when this version of the program refuses it
   */
  public @Nullable CompiledProblem of(Job job) {
    CompiledProblem problem = job.known();
    while (problem == null && job.stopped() == null) {
      try {
        problem = kept.compiled(job.kept());
      } catch (StoreUnavailableException e) {
        pause();
        if (job.isLeaseOver()) {
          job.stop(StopReason.LOST);
        }
      }
    }
    return job.stopped() == null ? problem : null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
