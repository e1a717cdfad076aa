package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.LossThreshold;
import io.bosett.analysis.stability.Side;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.stability.StabilityReport;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.WeightPiece;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.Remark;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Selection;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where an analysis that looks right would be wrong. */
final class AnalysisTrapsTest {
  private static List<CandidateStability> stability(SolveSession session, BigDecimal... losses) {
    return Stability.of(session, new StabilityOptions(List.of(losses), false)).candidates();
  }

  @Test
  void two_identical_municipalities_and_one_place_are_toss_ups_without_any_loss() {
    List<CandidateStability> both = stability(Sessions.of(TinyProblem.twins()), BigDecimal.ZERO);
    assertThat(both).extracting(CandidateStability::loss).containsExactly(0L, 0L);
    assertThat(both).allMatch(one -> one.classes().equals(List.of(Side.TOSS_UP)));
    assertThat(both)
        .extracting(CandidateStability::selected)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void a_tie_is_in_weakly_at_once_and_strongly_only_with_a_place_for_both() {
    SolveSession session = Sessions.of(TinyProblem.twins());
    String out = session.isSelected(0) ? "B" : "A";
    LeverAnswer weak = Sessions.lever(session, out, Lever.NUMBER_SELECTED, true);
    assertThat(weak.value()).isEqualTo("1");
    assertThat(weak.before()).isNull();
    LeverAnswer strong = Sessions.lever(session, out, Lever.NUMBER_SELECTED, false);
    assertThat(strong.value()).isEqualTo("2");
    assertThat(strong.before()).isEqualTo("1");
  }

  /** Costs of change make the objective negative; the fit is far above it. */
  @Test
  void a_loss_counts_on_the_objective_with_its_costs_and_flips_at_one_unit() {
    Dataset dataset = TinyProblem.dataset(300, 200, 150);
    Previous before = new Previous(Map.of("C", 40), 0.9, 2);
    Problem problem =
        TinyProblem.of(
            dataset,
            9,
            0,
            scenario -> scenario.withPrevious(before).withSelection(new Selection.Count(2, 2)));
    SolveSession session = Sessions.of(problem);
    assertThat(session.optimum()).isNegative();
    CandidateStability one =
        stability(session, new BigDecimal("10")).stream()
            .filter(c -> c.loss() != null && c.loss() > 1)
            .findFirst()
            .orElseThrow();
    long loss = Objects.requireNonNull(one.loss());
    BigDecimal size = BigDecimal.valueOf(session.optimum()).abs();
    BigDecimal reached = BigDecimal.valueOf(loss).divide(size, 30, RoundingMode.CEILING);
    BigDecimal missed = BigDecimal.valueOf(loss - 1).divide(size, 30, RoundingMode.CEILING);
    assertThat(LossThreshold.of(reached, session.optimum()).units()).isEqualTo(loss);
    assertThat(LossThreshold.of(missed, session.optimum()).units()).isEqualTo(loss - 1);
    CandidateStability again =
        stability(session, missed, reached).stream()
            .filter(c -> c.municipality().equals(one.municipality()))
            .findFirst()
            .orElseThrow();
    assertThat(again.classes().get(0)).isNotEqualTo(Side.TOSS_UP);
    assertThat(again.classes().get(1)).isEqualTo(Side.TOSS_UP);
  }

  @Test
  void a_witness_tells_of_minors_too() {
    Problem problem =
        TinyProblem.of(
            TinyProblem.dataset(100, 90),
            8,
            3,
            scenario -> scenario.withSelection(new Selection.Count(1, 1)));
    CandidateStability first = stability(Sessions.of(problem), BigDecimal.TEN).get(0);
    assertThat(Objects.requireNonNull(first.instead()))
        .anyMatch(change -> change.to().minors() == 3)
        .anyMatch(change -> change.from().minors() == 3);
  }

  @Test
  void what_a_cancellation_cuts_short_is_not_known_and_nothing_else_is_solved() {
    CancellationToken cancel = new CancellationToken();
    SessionSettings settings =
        new SessionSettings(
            1,
            cancel,
            (done, planned) -> {
              if (done == 3) {
                cancel.request();
              }
            });
    Problem problem = TinyProblem.of(TinyProblem.dataset(100, 90, 80, 70, 60, 50), 9, 0, s -> s);
    SolveSession session = Sessions.of(problem, settings);
    List<CandidateStability> some = stability(session, BigDecimal.TEN);
    assertThat(session.isCutShort()).isTrue();
    assertThat(session.effort().solves()).isEqualTo(3);
    assertThat(some).hasSize(6);
    assertThat(some.stream().filter(one -> one.by() != null)).hasSize(2);
    assertThat(some.get(5).loss()).isNull();
    assertThat(some.get(5).classes().get(0)).isNull();
  }

  /** Solves the first program, then gives up. */
  private static final class GivesUp implements Solver {
    private final Solver first = new Decomposition();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String name() {
      return first.name();
    }

    @Override
    public String version() {
      return first.version();
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      return calls.getAndIncrement() == 0
          ? first.solve(program, options)
          : new SolveResult.Unknown(
              null,
              null,
              SolveResult.Stop.EXHAUSTED,
              new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }

  private static SolveSession givingUp() {
    Problem problem =
        TinyProblem.of(
            TinyProblem.dataset(300, 200, 100),
            9,
            0,
            scenario ->
                scenario
                    .withSelection(new Selection.Count(2, 2))
                    .withCriteria(
                        List.of(
                            scenario.criteria().get(0),
                            new Criterion(
                                "settled",
                                1,
                                new Criterion.Base(new Figure("settled", 2017), 1, null),
                                null))));
    return new SolveSession(
        CompiledProblem.of(problem),
        new GivesUp(),
        new LagrangianCertifier(),
        SessionSettings.DEFAULT);
  }

  @Test
  void a_solve_that_gives_up_leaves_a_place_in_the_queue_unknown() {
    QueueReport queue = Queue.of(givingUp());
    assertThat(queue.unknown()).containsExactly(0, 1, 2, 3);
    assertThat(queue.infeasible()).isEmpty();
    assertThat(queue.candidates()).allMatch(one -> one.place() == null);
    assertThat(queue.candidates()).allMatch(one -> one.placeLabel() == Label.ESTIMATED);
    assertThat(queue.label()).isEqualTo(Label.ESTIMATED);
  }

  @Test
  void a_solve_that_gives_up_leaves_pieces_of_a_weight_unknown() {
    CriterionWeights weights = WeightsAnalysis.of(givingUp(), 0, 0, 1, 2);
    assertThat(weights.complete()).isFalse();
    assertThat(weights.doubtful()).isNotEmpty();
    for (WeightPiece piece : weights.pieces()) {
      int at = piece.shares().from();
      assertThat(weights.doubtful().stream().anyMatch(zone -> zone.contains(at)))
          .as("share " + at)
          .isEqualTo(!piece.known());
    }
    assertThat(weights.doubtfulByCandidate()).hasSize(3).allMatch(zones -> !zones.isEmpty());
  }

  @Test
  void what_pushes_out_who_is_asked_is_the_nearest_number_without_it() {
    SolveSession session =
        Sessions.of(
            TinyProblem.of(
                TinyProblem.dataset(400, 300, 200, 100),
                12,
                0,
                scenario -> scenario.withSelection(new Selection.Count(3, 3))));
    WhyNotReport.OfMunicipality asked =
        WhyNot.of(session, new WhyNotOptions(List.of("C"), null, false)).municipalities().get(0);
    assertThat(asked.selected()).isTrue();
    assertThat(asked.loss())
        .isEqualTo(stability(session, BigDecimal.ONE).get(2).loss())
        .isPositive();
    LeverAnswer number = Sessions.lever(session, "C", Lever.NUMBER_SELECTED, false);
    assertThat(number.value()).isEqualByComparingTo("2");
    assertThat(number.before()).isEqualByComparingTo("3");
    assertThat(number.leaves()).containsExactly("C");
    assertThat(number.label()).isEqualTo(Label.PROVEN);
    assertThat(Sessions.lever(session, "A", Lever.NUMBER_SELECTED, false).value()).isNull();
  }

  @Test
  void the_cells_that_bring_a_municipality_in_do_so_as_figures_of_the_scenario() {
    Dataset four = TinyProblem.dataset(400, 300, 200, 100);
    Problem problem =
        TinyProblem.of(four, 12, 0, scenario -> scenario.withSelection(new Selection.Count(3, 3)));
    LeverAnswer own = Sessions.lever(Sessions.of(problem), "D", Lever.OWN_BASE, false);
    assertThat(own.cells()).containsOnlyKeys(2017);
    Dataset changed = four.withNumbers("population", four.position("D"), own.cells());
    SolveSession session = Sessions.of(new Problem(problem.scenario(), changed));
    assertThat(session.isSelected(3)).isTrue();
    Map<Integer, Double> oneLess = Map.of(2017, own.cells().get(2017) - 1);
    Dataset before = four.withNumbers("population", four.position("D"), oneLess);
    assertThat(
            Sessions.lever(
                    Sessions.of(new Problem(problem.scenario(), before)),
                    "D",
                    Lever.NUMBER_SELECTED,
                    false)
                .value())
        .isNotNull();
  }

  @Test
  void a_solve_that_gives_up_leaves_a_lever_unknown_and_says_no_value() {
    WhyNotReport report = WhyNot.of(givingUp(), new WhyNotOptions(null, null, false));
    assertThat(report.isComplete()).isFalse();
    assertThat(report.municipalities()).hasSize(1);
    for (LeverAnswer one : report.municipalities().get(0).levers()) {
      assertThat(one.known()).as(one.lever().name()).isFalse();
      assertThat(one.value()).as(one.lever().name()).isNull();
    }
  }

  @Test
  void a_long_scan_takes_larger_steps_says_so_and_halves_to_the_unit() {
    Problem problem =
        TinyProblem.of(
            TinyProblem.dataset(1_000, 700, 4),
            100_000,
            0,
            scenario ->
                scenario.withPlaces(scenario.places().withMinimum(1_000).withMaximum(70_000)));
    SolveSession session = Sessions.of(problem);
    assertThat(session.isSelected(2)).isFalse();
    LeverAnswer minimum = Sessions.lever(session, "C", Lever.CAP, false);
    assertThat(minimum.step()).isEqualByComparingTo("14");
    assertThat(minimum.label()).isEqualTo(Label.SCANNED);
    BigDecimal value = Objects.requireNonNull(minimum.value());
    assertThat(value).isEqualByComparingTo("49999");
    assertThat(minimum.before()).isEqualByComparingTo("50000");
  }

  @Test
  void a_solve_that_gives_up_leaves_a_loss_unknown_and_never_a_class_too_much() {
    Problem problem = TinyProblem.of(TinyProblem.dataset(100, 90, 80), 9, 0, s -> s);
    SolveSession session =
        new SolveSession(
            CompiledProblem.of(problem),
            new GivesUp(),
            new LagrangianCertifier(),
            SessionSettings.DEFAULT);
    List<CandidateStability> open = stability(session, BigDecimal.TEN);
    assertThat(open).allMatch(one -> one.by() == null && one.loss() == null);
    assertThat(open).allMatch(one -> one.classes().get(0) == null);
    assertThat(session.effort().certified()).isEqualTo(1);
  }

  @Test
  void a_suppressed_cell_has_no_whole_unit_to_change_and_the_answer_says_so() {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    builder.county("1", "One");
    int[] populations = {300, 200, 1};
    for (int i = 0; i < populations.length; i++) {
      String id = Character.toString((char) ('A' + i));
      builder.municipality(id, id, "1");
      builder.number(id, "population", 2017, populations[i]);
      if (i < 2) {
        builder.number(id, "settled", 2017, 3 - i);
      } else {
        builder.suppressed(id, "settled", 2017);
      }
    }
    Problem problem =
        TinyProblem.of(
            builder.build(),
            9,
            0,
            scenario ->
                scenario
                    .withSelection(new Selection.Count(2, 2))
                    .withCriteria(
                        List.of(
                            scenario.criteria().get(0),
                            new Criterion(
                                "settled",
                                1,
                                new Criterion.Base(new Figure("settled", 2017), 1, Missing.COUNTY),
                                null))));
    SolveSession session = Sessions.of(problem);
    String out = session.program().candidates().ids()[session.candidates(false)[0]];
    assertThat(out).isEqualTo("C");
    LeverAnswer own =
        WhyNot.of(session, new WhyNotOptions(List.of("C"), null, false))
            .municipalities()
            .get(0)
            .levers()
            .stream()
            .filter(one -> "settled".equals(one.about()) && one.lever() == Lever.OWN_BASE)
            .findFirst()
            .orElseThrow();
    assertThat(own.remark()).isEqualTo(Remark.CELL_SUPPRESSED);
    assertThat(own.value()).isNull();
    assertThat(own.known()).isTrue();
  }

  @Test
  void ranges_that_a_solver_left_open_are_not_complete() {
    Problem problem = TinyProblem.of(TinyProblem.dataset(100, 90, 80), 9, 0, s -> s);
    StabilityReport some =
        Stability.of(Sessions.of(problem), new StabilityOptions(List.of(BigDecimal.ZERO), true));
    assertThat(some.isComplete(true)).isTrue();
    StabilityReport without =
        Stability.of(Sessions.of(problem), new StabilityOptions(List.of(BigDecimal.ZERO), false));
    assertThat(without.isComplete(false)).isTrue();
    assertThat(without.isComplete(true)).isFalse();
  }
}
