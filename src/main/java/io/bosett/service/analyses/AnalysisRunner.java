package io.bosett.service.analyses;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisRequest;
import io.bosett.documents.text.Language;
import io.bosett.service.AnalysisUseCase;
import io.bosett.service.jobs.Job;
import io.bosett.service.jobs.JobProblems;
import io.bosett.service.jobs.JobRunner;
import io.bosett.service.jobs.Outcomes;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.jobs.StopReason;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolverFailedException;
import io.bosett.store.JobState;
import io.bosett.store.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers analyses, each on one thread. What is known when one is canceled, or when its time is
 * over, is its result, which says that it is not complete.
 */
final class AnalysisRunner implements JobRunner {
  private static final int USUAL_BYTES = 1 << 16;

  private final JobProblems problems;
  private final QueueSettings settings;
  private final Outcomes outcomes;

  AnalysisRunner(JobProblems problems, QueueSettings settings) {
    this.problems = problems;
    this.settings = settings;
    outcomes = new Outcomes(settings.version());
  }

  @Override
  public @Nullable Outcome run(Job job) {
    CompiledProblem problem = problems.of(job);
    if (problem == null) {
      return job.stopped() == StopReason.CANCELED ? outcomes.canceled(job) : null;
    }
    try {
      return outcome(job, analyzed(job, problem));
    } catch (SolverFailedException e) {
      return outcomes.failed(job, String.valueOf(e.getMessage()));
    }
  }

  /** What is known so far is always worth waiting for. */
  @Override
  public boolean hasFound(Job job) {
    return true;
  }

  private AnalysisDocument analyzed(Job job, CompiledProblem problem) {
    String topic = job.kept().task().topic();
    String request = Objects.requireNonNullElse(job.kept().task().request(), "{}");
    AnalysisKind kind = AnalysisKind.ofWord(topic);
    if (kind == null) {
      throw new IllegalStateException("this version knows no analysis '" + topic + "'");
    }
    AnalysisOptions options = AnalysisRequest.readOptions(request.getBytes(StandardCharsets.UTF_8));
    job.log()
        .add("analysis " + topic + ", time limit " + settings.longestSolve().toSeconds() + " s");
    job.limit(settings.longestSolve());
    SessionSettings session = new SessionSettings(1, job.cancel(), job::count);
    return AnalysisUseCase.analyze(problem, kind, options, settings.version(), session);
  }

  private @Nullable Outcome outcome(Job job, AnalysisDocument document) {
    boolean complete = document.header().complete();
    StopReason why = job.stopped();
    if (!complete && (why == StopReason.CLOSING || why == StopReason.LOST)) {
      return null;
    }
    boolean canceled = !complete && why == StopReason.CANCELED;
    job.log()
        .add(
            "ended: "
                + document.header().result().status()
                + (complete ? "" : ", not complete")
                + ", "
                + document.header().effort().solves()
                + " solves");
    ByteArrayOutputStream json = new ByteArrayOutputStream(USUAL_BYTES);
    document.writeJson(json, Language.EN);
    return new Outcome(
        canceled ? JobState.CANCELED : JobState.SUCCEEDED,
        document.header().result().status(),
        json.toByteArray(),
        document.renderings(),
        document.summary(),
        null,
        job.log().text(),
        job.progress(),
        settings.version());
  }
}
