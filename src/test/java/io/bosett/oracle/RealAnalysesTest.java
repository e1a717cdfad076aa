package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.ByNumber;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.queue.QueueReport.OtherTotal;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.LossThreshold;
import io.bosett.analysis.stability.NumberRange;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.WeightPiece;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every figure of the analyses of the real scenarios: the scenario just inside and just outside is
 * written down, solved from nothing by the solver of the command {@code solve}, and certified. A
 * share of the municipalities and pieces, all of them in a full run.
 */
@Tag("slow")
class RealAnalysesTest {
  private static final Path FOLDER = Path.of("models", "norway-2018");

  private static final AtomicInteger SOLVED = new AtomicInteger();
  private static final Map<Lever, Integer> CHECKED = new EnumMap<>(Lever.class);

  private static Problem problem(String name) throws IOException {
    return ScenarioLoader.problem(FOLDER.resolve(name), null);
  }

  private static Result solved(Scenario scenario, Dataset dataset) {
    Result result =
        new CheckedSolver(new Decomposition(), new LagrangianCertifier())
            .solve(new Problem(scenario, dataset), SolveOptions.DEFAULT)
            .result();
    assertThat(result.proof()).isEqualTo(Proof.CERTIFIED);
    SOLVED.incrementAndGet();
    return result;
  }

  private static boolean isAsked(Result result, String id) {
    return result.places().stream().anyMatch(place -> place.municipality().equals(id));
  }

  /** In every optimum: asked, and the optimum is worse, or there is none, without it. */
  private static boolean isStronglyIn(Scenario scenario, Dataset dataset, String id) {
    Result result = solved(scenario, dataset);
    if (!isAsked(result, id)) {
      return false;
    }
    List<Fixed> fixed = new ArrayList<>(scenario.fixed());
    fixed.add(new Fixed(id, null, null, false));
    Result without = solved(scenario.withFixed(fixed), dataset);
    return without.objective() == null
        || without.objective() < Objects.requireNonNull(result.objective());
  }

  private static List<String> sample(SolveSession session) {
    int[] out = session.candidates(false);
    int count = (int) Math.max(1, Cases.seeds(out.length).count());
    return IntStream.range(0, count)
        .map(k -> out[k * out.length / count])
        .mapToObj(i -> session.program().candidates().ids()[i])
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter.json", "revised.json"})
  void levers_are_out_just_before_and_in_at_their_value(String name) throws IOException {
    SolveSession session = Sessions.of(problem(name));
    List<OfMunicipality> all =
        WhyNot.of(session, new WhyNotOptions(sample(session), null, false)).municipalities();
    for (OfMunicipality one : all) {
      for (LeverAnswer lever : one.levers()) {
        if (lever.value() != null) {
          check(session, one.municipality(), lever);
        }
      }
    }
    assertThat(session.effort().certified()).isEqualTo(session.effort().solves());
    say(name, "why not, figures by lever: " + CHECKED + ", " + session.effort());
    assertThat(CHECKED.keySet()).contains(Lever.NOTHING, Lever.NUMBER_SELECTED, Lever.OWN_BASE);
    CHECKED.clear();
  }

  private static void say(String name, String what) {
    System.out.println(name + ": " + what + ", confirmed by solves from nothing: " + SOLVED.get());
    SOLVED.set(0);
  }

  private static void check(SolveSession session, String id, LeverAnswer lever) {
    String what = id + " " + lever.lever() + " " + lever.about();
    BigDecimal value = Objects.requireNonNull(lever.value());
    BigDecimal before = Objects.requireNonNullElse(lever.before(), value);
    switch (lever.lever()) {
      case NUMBER_SELECTED, DEMAND, MINIMUM, CAP -> {
        Dataset figures = session.dataset();
        assertThat(isStronglyIn(varied(session, lever, value), figures, id)).as(what).isTrue();
        assertThat(isStronglyIn(varied(session, lever, before), figures, id)).as(what).isFalse();
      }
      case OWN_BASE, OWN_TILT -> {
        Scenario same = session.problem().scenario();
        Dataset inside = OwnRaise.of(session, id, lever).at(lever, value);
        Dataset outside = OwnRaise.of(session, id, lever).at(lever, before);
        assertThat(isStronglyIn(same, inside, id)).as(what).isTrue();
        assertThat(isStronglyIn(same, outside, id)).as(what).isFalse();
      }
      case WEIGHT -> checkShare(session, id, lever, value);
      case NOTHING -> checkLoss(session, id, lever, value);
      case CANDIDATE -> throw new AssertionError(what);
    }
    CHECKED.merge(lever.lever(), 1, Integer::sum);
  }

  /** What asking it costs is what the scenario loses that asks it, and the allocation shows it. */
  private static void checkLoss(
      SolveSession session, String id, LeverAnswer lever, BigDecimal value) {
    assertThat(lever.known()).isTrue();
    Scenario scenario = session.problem().scenario();
    List<Fixed> fixed = new ArrayList<>(scenario.fixed());
    fixed.add(new Fixed(id, null, null, true));
    Result forced = solved(scenario.withFixed(fixed), session.dataset());
    long objective = Objects.requireNonNull(forced.objective());
    assertThat(value).isEqualByComparingTo(BigDecimal.valueOf(session.optimum() - objective));
    Assignment witness = Changed.by(session, lever.changes());
    assertThat(session.program().objective(witness)).isEqualTo(objective);
    int i = List.of(session.program().candidates().ids()).indexOf(id);
    assertThat(witness.persons()[i]).isPositive();
  }

  /** The allocation at the share is one of its optima, and asks the municipality. */
  private static void checkShare(
      SolveSession session, String id, LeverAnswer lever, BigDecimal value) {
    List<String> criteria =
        session.problem().scenario().criteria().stream().map(Criterion::id).toList();
    int share = value.movePointRight(6).intValueExact();
    Problem at =
        WeightsDifferentialTest.at(session.problem(), criteria.indexOf(lever.about()), share);
    Assignment witness = Changed.by(session, lever.changes());
    assertThat(solved(at.scenario(), at.dataset()).objective())
        .isEqualTo(Compiler.compile(at).objective(witness));
    int i = List.of(session.program().candidates().ids()).indexOf(id);
    assertThat(witness.persons()[i]).isPositive();
  }

  private static Scenario varied(SolveSession session, LeverAnswer lever, BigDecimal value) {
    Scenario scenario = session.problem().scenario();
    return switch (lever.lever()) {
      case NUMBER_SELECTED ->
          scenario.withSelection(new Selection.Count(value.intValueExact(), value.intValueExact()));
      case DEMAND ->
          scenario.withDemand(new Demand(value.intValueExact(), scenario.demand().minors()));
      case MINIMUM -> scenario.withPlaces(scenario.places().withMinimum(value.intValueExact()));
      default -> WhyNotDifferentialTest.capped(scenario, lever, value);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter.json", "revised.json"})
  void pieces_of_weights_are_optimal_at_both_of_their_ends(String name) throws IOException {
    SolveSession session = Sessions.of(problem(name));
    int n = session.program().size();
    for (int c = 0; c < session.problem().scenario().criteria().size(); c++) {
      CriterionWeights weights = WeightsAnalysis.of(session, c, IntStream.range(0, n).toArray());
      assertThat(weights.complete()).isTrue();
      int step = (int) Math.max(1, weights.pieces().size() / Cases.seeds(1_000).count());
      for (int k = 0; k < weights.pieces().size(); k += step) {
        WeightPiece piece = weights.pieces().get(k);
        for (int share : new int[] {piece.shares().from(), piece.shares().to()}) {
          Problem at = WeightsDifferentialTest.at(session.problem(), c, share);
          Program program = Compiler.compile(at);
          long objective = program.objective(Objects.requireNonNull(piece.optimum()));
          assertThat(solved(at.scenario(), at.dataset()).objective()).isEqualTo(objective);
        }
      }
      String criterion = session.problem().scenario().criteria().get(c).id();
      say(name, weights.pieces().size() + " pieces of " + criterion + ", " + session.effort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter.json", "revised.json"})
  void losses_are_those_of_the_scenario_with_the_candidate_forced(String name) throws IOException {
    SolveSession session = Sessions.of(problem(name));
    List<CandidateStability> all =
        Stability.of(session, new StabilityOptions(StabilityOptions.DEFAULT_LOSSES, false))
            .candidates();
    int step = (int) Math.max(1, all.size() / Cases.seeds(1_000).count());
    for (int i = 0; i < all.size(); i += step) {
      CandidateStability one = all.get(i);
      Scenario scenario = session.problem().scenario();
      List<Fixed> fixed = new ArrayList<>(scenario.fixed());
      fixed.add(new Fixed(one.municipality(), null, null, !one.selected()));
      Result forced = solved(scenario.withFixed(fixed), session.dataset());
      Long objective = forced.objective();
      Long loss = objective == null ? null : Long.valueOf(session.optimum() - objective);
      if (one.by() == By.SOLVE) {
        assertThat(one.loss()).isEqualTo(loss);
      } else {
        assertThat(loss == null || loss >= Objects.requireNonNull(one.loss())).isTrue();
      }
      List<NumberChange> instead = one.instead();
      if (instead != null) {
        var witness = Changed.by(session, instead);
        long lost = session.optimum() - session.program().objective(witness);
        assertThat(lost).isEqualTo(loss);
        assertThat(Arrays.stream(witness.persons()).sum()).isEqualTo(scenario.demand().persons());
      }
    }
    say(name, "stability, " + session.effort());
  }

  /** Every place is that of an optimum of the scenario that selects so many. */
  @ParameterizedTest
  @ValueSource(strings = {"letter.json", "revised.json"})
  void numbers_of_the_queue_and_other_totals_are_optima_of_the_scenarios_that_have_them(String name)
      throws IOException {
    SolveSession session = Sessions.of(problem(name));
    Scenario scenario = session.problem().scenario();
    QueueReport queue = Queue.of(session);
    assertThat(queue.isComplete()).isTrue();
    int step = (int) Math.max(1, queue.numbers().size() / Cases.seeds(1_000).count());
    Assignment witness = session.assignment();
    for (int k = 0; k < queue.numbers().size(); k++) {
      ByNumber one = queue.numbers().get(k);
      witness = Changed.by(session, witness, one.changes());
      int selected = one.selected();
      assertThat(Arrays.stream(witness.persons()).filter(x -> x > 0)).hasSize(selected);
      checkPlaces(queue, witness, selected);
      if (k % step == 0) {
        Selection exactly = new Selection.Count(selected, selected);
        Result result = solved(scenario.withSelection(exactly), session.dataset());
        assertThat(result.objective()).isEqualTo(one.objective());
        assertThat(session.program().objective(witness)).isEqualTo(one.objective());
      }
    }
    for (int selected : queue.infeasible().stream().mapToInt(k -> k).toArray()) {
      Selection exactly = new Selection.Count(selected, selected);
      Result result = solved(scenario.withSelection(exactly), session.dataset());
      assertThat(result.status()).isEqualTo(Result.Status.INFEASIBLE);
    }
    for (OtherTotal total : queue.totals()) {
      int persons = scenario.demand().persons() + total.persons();
      Demand demand = new Demand(persons, scenario.demand().minors());
      Problem varied = new Problem(scenario.withDemand(demand), session.dataset());
      long objective = Compiler.compile(varied).objective(Changed.by(session, total.changes()));
      assertThat(solved(varied.scenario(), session.dataset()).objective()).isEqualTo(objective);
    }
    say(name, "queue, " + session.effort());
  }

  /** Out with all fewer, in with so many; out again where the answer says so. */
  private static void checkPlaces(QueueReport queue, Assignment witness, int selected) {
    for (int i = 0; i < witness.persons().length; i++) {
      InQueue one = queue.candidates().get(i);
      boolean isIn = witness.persons()[i] > 0;
      Integer place = one.place();
      if (place == null || selected < place || one.leavesAgainAt().contains(selected)) {
        assertThat(isIn).as("%s with %d", one.municipality(), selected).isFalse();
      } else if (place == selected) {
        assertThat(isIn).as("%s with %d", one.municipality(), selected).isTrue();
      }
    }
  }

  /** With the number at the end of a range the scenario is within the loss, beyond it no more. */
  @ParameterizedTest
  @ValueSource(strings = {"letter.json", "revised.json"})
  void ranges_end_where_the_scenario_with_one_person_more_or_less_loses_too_much(String name)
      throws IOException {
    SolveSession session = Sessions.of(problem(name));
    List<CandidateStability> all =
        Stability.of(session, new StabilityOptions(StabilityOptions.DEFAULT_LOSSES, true))
            .candidates();
    int step = (int) Math.max(1, all.size() / Cases.seeds(1_000).count());
    for (int i = 0; i < all.size(); i += step) {
      for (NumberRange range : Objects.requireNonNull(all.get(i).ranges())) {
        long units = LossThreshold.of(range.e(), session.optimum()).units();
        checkEnd(session, i, range.least(), range.leastBy(), units);
        checkEnd(session, i, range.most(), range.mostBy(), units);
        int minimum = session.program().candidates().low()[i];
        int less = range.least() > minimum ? range.least() - 1 : 0;
        int more = range.most() == 0 ? minimum : range.most() + 1;
        if (range.least() > 0) {
          assertThat(lossWith(session, i, less)).as("%d with %d", i, less).isGreaterThan(units);
        }
        if (more <= session.program().candidates().high()[i]) {
          assertThat(lossWith(session, i, more)).as("%d with %d", i, more).isGreaterThan(units);
        }
      }
    }
    say(name, "ranges, " + session.effort());
  }

  private static void checkEnd(
      SolveSession session, int i, int number, List<NumberChange> changes, long units) {
    assertThat(lossWith(session, i, number)).as("%d with %d", i, number).isBetween(0L, units);
    Assignment witness = Changed.by(session, changes);
    assertThat(witness.persons()[i]).isEqualTo(number);
    long lost = session.optimum() - session.program().objective(witness);
    assertThat(lost).isBetween(0L, units);
  }

  /** The loss of the scenario with a candidate's number fixed; the largest when infeasible. */
  private static long lossWith(SolveSession session, int i, int number) {
    Scenario scenario = session.problem().scenario();
    List<Fixed> fixed = new ArrayList<>(scenario.fixed());
    fixed.add(new Fixed(session.program().candidates().ids()[i], number, null, null));
    Long objective = solved(scenario.withFixed(fixed), session.dataset()).objective();
    return objective == null ? Long.MAX_VALUE : session.optimum() - objective;
  }
}
