package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.ByNumber;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Problem;
import io.bosett.model.Result.Status;
import io.bosett.model.Selection;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analyses whose solver proves nothing, or proves it only by its word. */
final class UnprovenAnalysesTest {
  @Test
  void what_the_checker_certifies_is_not_estimated() {
    SolveSession session = session(new Decomposition());
    WhyNotReport report = WhyNot.of(session, new WhyNotOptions(null, null, false));
    assertThat(report.municipalities().get(0).levers())
        .noneMatch(one -> one.label() == Label.ESTIMATED);
    assertThat(Queue.of(session).numbers()).isNotEmpty().allMatch(ByNumber::certified);
  }

  /** Ends every solve, the first too, with an allocation that is not the best, or with none. */
  private record NeverProves(boolean hasAllocation) implements Solver {
    @Override
    public String name() {
      return "never";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      SolveResult.Statistics none = new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
      SolveResult.Stop stop = SolveResult.Stop.EXHAUSTED;
      return hasAllocation
              && new Decomposition().solve(withoutFirst(program), options)
                  instanceof SolveResult.Proven proven
          ? new SolveResult.Feasible(proven.assignment(), null, null, stop, none)
          : new SolveResult.Unknown(null, null, stop, none);
    }

    private static Program withoutFirst(Program program) {
      return program.withCandidates(program.candidates().withNobody(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_scenario_that_is_not_proven_itself_has_no_losses_weights_or_levers(boolean found) {
    SolveSession session = session(new NeverProves(found));
    assertThat(session.result().status()).isEqualTo(found ? Status.FEASIBLE : Status.UNKNOWN);
    assertThat(stability(session)).isEmpty();
    assertThat(WhyNot.of(session, new WhyNotOptions(null, null, false)).municipalities()).isEmpty();
    assertThat(WeightsAnalysis.of(session, null, 0, 1, 2).criteria()).isEmpty();
    QueueReport queue = Queue.of(session);
    assertThat(queue.isComplete()).isFalse();
    assertThat(queue.numbers()).isEmpty();
    assertThat(queue.unknown()).containsExactly(0, 1, 2, 3);
    assertThat(queue.totals()).isEmpty();
    assertThat(queue.firstOut()).isEmpty();
    assertThat(session.effort().certified()).isZero();
  }

  /** Solves all programs but those that select a number. */
  private record LeavesOpen(int selected) implements Solver {
    @Override
    public String name() {
      return "leaves open";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      boolean isOpen =
          program.rules().stream()
              .filter(rule -> rule.isGeneral() && rule.quantity() == Term.SELECTED)
              .anyMatch(rule -> rule.limits().equals(Bounds.exactly(selected)));
      SolveResult.Statistics none = new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
      return isOpen
          ? new SolveResult.Unknown(null, null, SolveResult.Stop.EXHAUSTED, none)
          : new Decomposition().solve(program, options);
    }
  }

  @Test
  void a_place_is_proven_only_when_every_smaller_number_is() {
    Problem problem =
        TinyProblem.of(
            TinyProblem.dataset(400, 300, 200, 100),
            12,
            0,
            scenario -> scenario.withSelection(new Selection.Count(4, 4)));
    SolveSession session =
        new SolveSession(
            CompiledProblem.of(problem),
            new LeavesOpen(2),
            new LagrangianCertifier(),
            SessionSettings.DEFAULT);
    QueueReport queue = Queue.of(session);
    assertThat(queue.unknown()).containsExactly(2);
    assertThat(queue.candidates())
        .extracting(QueueReport.InQueue::place)
        .containsExactly(1, 3, 3, 4);
    assertThat(queue.candidates())
        .extracting(QueueReport.InQueue::placeLabel)
        .containsExactly(Label.PROVEN, Label.ESTIMATED, Label.ESTIMATED, Label.ESTIMATED);
    assertThat(queue.candidates()).allMatch(one -> one.leavesLabel() == Label.ESTIMATED);
    assertThat(queue.label()).isEqualTo(Label.ESTIMATED);
    assertThat(Queue.of(Sessions.of(problem)).label()).isEqualTo(Label.PROVEN);
  }

  private static SolveSession session(Solver solver) {
    Problem problem = twoCriteria(TinyProblem.dataset(300, 200, 100));
    return new SolveSession(
        CompiledProblem.of(problem), solver, new LagrangianCertifier(), SessionSettings.DEFAULT);
  }

  /** Three municipalities, two of them selected, by population and those settled. */
  private static Problem twoCriteria(Dataset dataset) {
    Criterion.Base settled = new Criterion.Base(new Figure("settled", 2017), 1, null);
    return TinyProblem.of(
        dataset,
        9,
        0,
        scenario ->
            scenario
                .withSelection(new Selection.Count(2, 2))
                .withCriteria(
                    List.of(
                        scenario.criteria().get(0), new Criterion("settled", 1, settled, null))));
  }

  private static List<CandidateStability> stability(SolveSession session) {
    StabilityOptions options = new StabilityOptions(List.of(BigDecimal.TEN), false);
    return Stability.of(session, options).candidates();
  }
}
