package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.documents.result.ResultJson;
import io.bosett.model.InvalidInputException;
import io.bosett.solve.DefectException;
import io.bosett.store.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job to its outcome: turns every failure of its runner into one. */
final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  /**
   * Limit on the claims of a job, also after orderly stops: most often the process died during it
   * (poison message).
   */
  private static final int MOST_ATTEMPTS = 25;

  /** So that the id of an incident can be read out. */
  private static final int INCIDENT_BYTES = 6;

  private final JobRunner runner;
  private final Outcomes outcomes;

  JobRun(JobRunner runner, Outcomes outcomes) {
    this.runner = runner;
    this.outcomes = outcomes;
  }

  /** The outcome of a job, or null to return it to the queue. */
  @Nullable Outcome end(Job job) {
    try {
      return job.kept().attempt() > MOST_ATTEMPTS
          ? outcomes.failed(
              job, "it was begun " + MOST_ATTEMPTS + " times and never came to an end")
          : runner.run(job);
    } catch (InvalidInputException e) {
      return outcomes.failed(
          job, "this version of the program refuses the scenario: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      LOG.error("job {} ran out of memory", job.id(), e);
      return outcomes.failed(job, "it took more memory than there is");
    } catch (RuntimeException | Error e) {
      // An exception after the job was settled comes from an abandoned thread.
      return job.isSettled() ? null : outcomes.failed(job, incident(job, e));
    }
  }

  /** Logs what is needed to reproduce a defect; scenario and figures are in the store. */
  private static String incident(Job job, Throwable e) {
    String id = RandomIds.hex(INCIDENT_BYTES);
    LOG.error("incident {}: job {} met a defect", id, job.id(), e);
    if (e instanceof DefectException defect) {
      LOG.error("incident {}: the refuted answer: {}", id, ResultJson.write(defect.result()));
      return "the checker refuted the answer; this is a defect, incident " + id;
    }
    return "it met a defect, incident " + id;
  }
}
