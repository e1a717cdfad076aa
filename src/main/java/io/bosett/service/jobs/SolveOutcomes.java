package io.bosett.service.jobs;

import io.bosett.documents.result.ResultJson;
import io.bosett.documents.result.ResultSummary;
import io.bosett.model.Result;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.Outcome;
import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;

/** The outcomes of solves: their results, as documents. */
final class SolveOutcomes {
  private static final int USUAL_BYTES = 1 << 16;

  private final String version;

  /**
   * @param version of the program
   */
  SolveOutcomes(String version) {
    this.version = version;
  }

  /** The outcome with a result; canceled when a caller stopped the solve. */
  Outcome of(Job job, Result result) {
    boolean cut = result.stopped() == Result.Stopped.CANCELED;
    boolean canceled = cut && job.stopped() == StopReason.CANCELED;
    // A solver that this process stopped because its time was over says that it was canceled.
    Result kept = cut && !canceled ? result.withStopped(Result.Stopped.TIME_LIMIT) : result;
    describe(job, kept);
    ByteArrayOutputStream document = new ByteArrayOutputStream(USUAL_BYTES);
    ResultJson.write(kept, document);
    JobProgress last = job.progress();
    return new Outcome(
        canceled ? JobState.CANCELED : JobState.SUCCEEDED,
        kept.status(),
        document.toByteArray(),
        ResultSummary.json(kept),
        null,
        job.log().text(),
        new JobProgress(last.sequence() + 1, kept.objective(), kept.bound(), last.elapsedMillis()),
        version);
  }

  private static void describe(Job job, Result r) {
    StringBuilder text = new StringBuilder("ended: ").append(r.status());
    if (r.stopped() != null) {
      text.append(", stopped by ").append(r.stopped());
    }
    if (r.proof() != null) {
      text.append(", ").append(r.proof());
    }
    job.log().add(text.toString());
    if (r.objective() != null || r.bound() != null) {
      job.log().progress(r.objective(), r.bound());
    }
    Result.SolverReport s = r.solver();
    job.log()
        .add(
            s.name()
                + " "
                + s.version()
                + ": "
                + JobLog.seconds(s.seconds())
                + s.phases().entrySet().stream()
                    .map(phase -> phase.getKey() + " " + JobLog.seconds(phase.getValue()))
                    .collect(Collectors.joining(", ", " (", ")")));
    if (!s.claim().isEmpty()) {
      job.log().add(s.claim());
    }
  }
}
