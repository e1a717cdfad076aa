package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.session.SessionProgress;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancellation of an analysis of the letter is heard soon, wherever it comes. */
@Tag("slow")
final class CanceledAnalysisTest {
  private static final Path LETTER = Path.of("models", "norway-2018", "letter.json");

  /** Processor time; a solve takes a thousandth of it, an analysis many times as much. */
  private static final double SOON_SECONDS = 0.2;

  /** How many solves an analysis may take before it is canceled. */
  private static final List<Integer> SOLVES = List.of(1, 2, 3, 50, 300, 570);

  private static void run(AnalysisKind kind, SolveSession session) {
    int[] all = IntStream.range(0, session.program().size()).toArray();
    Object report =
        switch (kind) {
          case STABILITY ->
              Stability.of(
                  session, new StabilityOptions(StabilityOptions.DEFAULT_LOSSES, true), all);
          case WEIGHTS -> WeightsAnalysis.of(session, null, all);
          case QUEUE -> Queue.of(session);
          case WHY_NOT -> WhyNot.of(session, new WhyNotOptions(null, null, false));
        };
    assertThat(report).as(kind.word()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(AnalysisKind.class)
  void a_cancellation_is_heard_soon(AnalysisKind kind) throws IOException {
    Problem problem = ScenarioLoader.problem(LETTER, null);
    for (int last : SOLVES) {
      CancellationToken cancel = new CancellationToken();
      CancelingSolver solver = new CancelingSolver(new Decomposition(), cancel, last);
      SolveSession session =
          new SolveSession(
              CompiledProblem.of(problem),
              solver,
              new LagrangianCertifier(),
              new SessionSettings(1, cancel, SessionProgress.NONE));
      run(kind, session);
      assertThat(solver.secondsSince()).as("%s after %d", kind, last).isLessThan(SOON_SECONDS);
      assertThat(solver.begun()).as("%s after %d", kind, last).isEqualTo(last);
      assertThat(session.isCutShort()).as("%s after %d", kind, last).isTrue();
    }
  }
}
