package io.bosett.benchmark.jmh;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.service.AnalysisUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The analyses of the letter on one thread, and one bare solve to hold them against. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnalysisBenchmark {
  private static AnalysisDocument analyzed(
      Letter letter, AnalysisKind kind, AnalysisOptions options) {
    return AnalysisUseCase.analyze(
        CompiledProblem.of(letter.problem), kind, options, "benchmark", SessionSettings.DEFAULT);
  }

  /** A warm-started solve, neither certified nor checked. */
  @Benchmark
  public SolveResult bareSolve(Letter letter) {
    return new Decomposition().solve(letter.program, SolveOptions.DEFAULT.withStart(letter.prices));
  }

  /** Five losses. */
  @Benchmark
  public AnalysisDocument stability(Letter letter) {
    return analyzed(letter, AnalysisKind.STABILITY, AnalysisOptions.NONE);
  }

  /** Every number selected, eight totals, first out. */
  @Benchmark
  public AnalysisDocument queue(Letter letter) {
    return analyzed(letter, AnalysisKind.QUEUE, AnalysisOptions.NONE);
  }

  /** All pieces of one weight. */
  @Benchmark
  public AnalysisDocument weight(Letter letter) {
    AnalysisOptions one = new AnalysisOptions(null, false, "employment", null, null, false);
    return analyzed(letter, AnalysisKind.WEIGHTS, one);
  }

  /** All levers of one municipality. */
  @Benchmark
  public AnalysisDocument whyNot(Letter letter) {
    AnalysisOptions one = new AnalysisOptions(null, false, null, "1933", null, false);
    return analyzed(letter, AnalysisKind.WHY_NOT, one);
  }

  /** All levers of all that are not asked; one call takes half a minute. */
  @Benchmark
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 2, time = 1)
  public AnalysisDocument whyNotOfAll(Letter letter) {
    return analyzed(letter, AnalysisKind.WHY_NOT, AnalysisOptions.NONE);
  }
}
