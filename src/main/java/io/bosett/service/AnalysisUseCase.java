package io.bosett.service;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.Label;
import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.session.SolveSession.Effort;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.stability.StabilityReport;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.weights.WeightsReport;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisHeader;
import io.bosett.documents.analyses.QueueDocument;
import io.bosett.documents.analyses.StabilityDocument;
import io.bosett.documents.analyses.WeightsDocument;
import io.bosett.documents.analyses.WhyNotDocument;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.List;

/** The analysis use case: from a problem and options to the document of an analysis. */
public final class AnalysisUseCase {
  private final CompiledProblem problem;
  private final AnalysisKind kind;
  private final AnalysisOptions options;
  private final String version;

  private AnalysisUseCase(
      CompiledProblem problem, AnalysisKind kind, AnalysisOptions options, String version) {
    this.problem = problem;
    this.kind = kind;
    this.options = options;
    this.version = version;
  }

  /**
   * Analyzes a problem with the default solver.
   *
   * @param version of the program, for the document
   * @throws io.bosett.model.InvalidInputException with all faults of the options
   */
  public static AnalysisDocument analyze(
      CompiledProblem problem,
      AnalysisKind kind,
      AnalysisOptions options,
      String version,
      SessionSettings settings) {
    List<Violation> faults = faults(problem, kind, options);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    SolveSession session =
        new SolveSession(
            problem, Solvers.named(Solvers.DEFAULT), new LagrangianCertifier(), settings);
    return new AnalysisUseCase(problem, kind, options, version).document(session);
  }

  /** All faults of the options of an analysis of a problem. */
  public static List<Violation> faults(
      CompiledProblem problem, AnalysisKind kind, AnalysisOptions options) {
    return AnalysisFaults.of(problem, kind, options);
  }

  private AnalysisDocument document(SolveSession session) {
    return switch (kind) {
      case STABILITY -> stability(session);
      case QUEUE -> queue(session);
      case WEIGHTS -> weights(session);
      case WHY_NOT -> whyNot(session);
    };
  }

  private AnalysisDocument stability(SolveSession session) {
    StabilityOptions asked =
        new StabilityOptions(
            options.losses() == null ? StabilityOptions.DEFAULT_LOSSES : options.losses(),
            options.ranges());
    StabilityReport report = Stability.of(session, asked, candidates());
    return StabilityDocument.of(
        header(session, Label.PROVEN, report.isComplete(asked.ranges())), report);
  }

  private AnalysisDocument queue(SolveSession session) {
    QueueReport report = Queue.of(session).only(options.municipality());
    return QueueDocument.of(header(session, report.label(), report.isComplete()), report);
  }

  private AnalysisDocument weights(SolveSession session) {
    WeightsReport report = WeightsAnalysis.of(session, options.criterion(), candidates());
    return WeightsDocument.of(header(session, Label.PROVEN, report.isComplete()), report);
  }

  private AnalysisDocument whyNot(SolveSession session) {
    WhyNotOptions asked =
        new WhyNotOptions(
            options.municipality() == null ? null : List.of(options.municipality()),
            options.upTo(),
            options.weak());
    WhyNotReport report = WhyNot.of(session, asked);
    return WhyNotDocument.of(header(session, report.label(), report.isComplete()), report);
  }

  /** The candidates asked about: all, or the one that is named. */
  private int[] candidates() {
    return AnalysisFaults.candidates(problem, options.municipality());
  }

  /** Without all solves certified, the answer rests on a solver's word, which is an assumption. */
  private AnalysisHeader header(SolveSession session, Label label, boolean known) {
    Effort effort = session.effort();
    boolean isCertified = effort.certified() == effort.solves();
    boolean decided = session.hasOptimum() || session.result().status() == Result.Status.INFEASIBLE;
    return new AnalysisHeader(
        kind,
        problem.problem(),
        version,
        options,
        session.result(),
        isCertified ? label : label.and(Label.ESTIMATED),
        decided && known && !session.isCutShort(),
        effort);
  }
}
