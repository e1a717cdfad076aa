package io.bosett.analysis.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.analysis.ConflictLaws;
import io.bosett.analysis.DynamicProgram;
import io.bosett.analysis.TinyProblem;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Band;
import io.bosett.model.CellRef;
import io.bosett.model.Conflict;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Selection;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ConflictFinderTest {
  private static final Dataset FOUR = TinyProblem.dataset(800, 1000, 1200, 400);
  private static final CellRef SETTLED = new CellRef("settled", 2017);

  private static Conflict find(Problem problem) {
    return find(new ConflictFinder(new DynamicProgram()), problem);
  }

  private static Conflict find(ConflictFinder finder, Problem problem) {
    return finder.find(CompiledProblem.of(problem), new CancellationToken());
  }

  private static Region county(String county, Band persons, Band minors, Band selected) {
    return new Region("", county, List.of(), persons, minors, selected);
  }

  @Test
  void capacity_short_by_one_names_the_demand_and_the_caps() {
    Problem problem =
        TinyProblem.of(FOUR, 26, 0, p -> p.withPlaces(new Places(2, null, share("0.75"), null)));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .containsExactly("demand.persons", "places.maximumShareOf.share");
    assertThat(conflict.rules().get(0).text())
        .isEqualTo(
            "26 persons are to be settled; the caps of the 4 candidates sum to 25 persons,"
                + " 1 fewer than the demand of 26");
    assertThat(conflict.relaxations())
        .containsExactly(
            new Conflict.Relaxation("/demand/persons", "26", "25", "1 person fewer"),
            new Conflict.Relaxation(
                "/places/maximumShareOf/share", "0.75", "0.8", "a share of 0.8 instead of 0.75"));
  }

  private static Places.ShareOf share(String value) {
    return new Places.ShareOf(SETTLED, new BigDecimal(value));
  }

  @Test
  void a_quota_without_places_names_the_quota_and_who_may_take_minors() {
    Minors minors =
        new Minors(
            2,
            new BigDecimal("0.5"),
            null,
            null,
            new Minors.Who.Condition(SETTLED, new BigDecimal(12), null));
    Problem problem =
        TinyProblem.of(
            FOUR, 20, 5, p -> p.withMinors(minors).withPlaces(new Places(2, 8, null, null)));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .containsExactly(
            "demand.minors", "places.maximum", "minors.candidates", "minors.maximumShare");
    assertThat(conflict.rules().get(0).text())
        .endsWith("have room for at most 4 minors, 1 fewer than the quota of 5");
    assertThat(conflict.relaxations())
        .contains(
            new Conflict.Relaxation("/demand/minors", "5", "4", "1 minor fewer"),
            new Conflict.Relaxation(
                "/minors/candidates/atLeast", "12", "10", "at least 10 instead of 12"),
            new Conflict.Relaxation("/places/maximum", "8", "10", "a maximum of 10 instead of 8"));
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void crossed_regions_are_both_named() {
    List<String> three = List.of("A", "B", "C");
    Region most = new Region("coast", null, three, new Band(null, 6), Band.FREE, Band.FREE);
    Region least =
        new Region("south", null, List.of("A", "B"), new Band(9, null), Band.FREE, Band.FREE);
    Problem problem = TinyProblem.of(FOUR, 20, 0, p -> p.withRegions(List.of(most, least)));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::pointer)
        .containsExactly("/regions/0/persons/atMost", "/regions/1/persons/atLeast");
    assertThat(conflict.rules().get(1).text())
        .isEqualTo("south (2 candidates) must have at least 9 persons");
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::text)
        .containsExactly(
            "at most 9 persons in coast instead of 6", "at least 6 persons in south instead of 9");
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void fixed_numbers_above_the_demand_are_named_with_it() {
    Problem problem =
        TinyProblem.of(
            FOUR,
            20,
            0,
            p ->
                p.withFixed(
                    List.of(
                        new Fixed("A", 12, null, null),
                        new Fixed("B", 9, null, null),
                        new Fixed("C", null, null, false))));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::pointer)
        .containsExactly("/demand/persons", "/fixed/0/persons", "/fixed/1/persons");
    assertThat(conflict.rules().get(0).text())
        .endsWith("the other rules named need at least 21 persons, 1 more than the demand of 20");
    assertThat(conflict.relaxations())
        .containsExactly(
            new Conflict.Relaxation("/demand/persons", "20", "21", "1 person more"),
            new Conflict.Relaxation(
                "/fixed/0/persons", "12", "11", "11 persons for Aa (A) instead of 12"),
            new Conflict.Relaxation(
                "/fixed/1/persons", "9", "8", "8 persons for Bb (B) instead of 9"));
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void a_selection_that_cannot_be_reached_says_what_share_or_tolerance_would_do() {
    Problem problem =
        TinyProblem.of(
            FOUR,
            5,
            0,
            p ->
                p.withSelection(
                    new Selection.Share(new BigDecimal("0.9"), new BigDecimal("0.05"))));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .containsExactly("demand.persons", "places.minimum", "selection.atLeast");
    assertThat(conflict.rules().get(2).text())
        .isEqualTo("at least 3 of the 4 candidates are selected");
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::text)
        .containsExactlyInAnyOrder(
            "1 person more",
            "a minimum of 1 instead of 2",
            "a tolerance of 0.16 instead of 0.05",
            "a share of 0.79 instead of 0.9");
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void a_group_above_the_quota_is_named_with_it() {
    Problem problem =
        TinyProblem.of(
            FOUR, 20, 3, p -> p.withMinors(new Minors(5, BigDecimal.ONE, null, null, null)));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .containsExactly("demand.minors", "minors.minimumGroup");
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::text)
        .containsExactly("2 minors more", "groups of at least 3 instead of 5");
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void too_few_possible_places_are_counted() {
    Problem problem =
        TinyProblem.of(
            FOUR,
            20,
            0,
            p ->
                p.withSelection(new Selection.Count(4, null))
                    .withFixed(List.of(new Fixed("B", null, null, false))));
    Conflict conflict = find(problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::text)
        .containsExactly(
            "at least 4 of the 4 candidates are selected; only 3 candidates can be asked",
            "Bb (B) must not be selected");
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::text)
        .containsExactly("at least 3 selected instead of 4", "Bb (B) selected");
  }

  @Test
  void a_rule_that_cannot_help_alone_gets_no_relaxation() {
    Band ten = new Band(10, null);
    Problem problem =
        TinyProblem.of(
            FOUR,
            20,
            9,
            p ->
                p.withPlaces(new Places(2, 4, null, null))
                    .withRegions(List.of(county("1", ten, Band.FREE, Band.FREE))));
    Conflict conflict = find(problem);
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::pointer)
        .containsExactly("/places/maximum");
    ConflictLaws.hold(problem, conflict);
  }

  @Test
  void a_minimum_of_millions_is_lowered_in_a_few_questions() {
    Problem problem =
        TinyProblem.of(
            FOUR, 1_000_000, 0, p -> p.withPlaces(new Places(2_000_001, 2_000_001, null, null)));
    CompiledProblem compiled = CompiledProblem.of(problem);
    DatasetSession session = session(compiled);
    Conflict conflict = new ConflictFinder(new DynamicProgram()).find(compiled, session);
    assertThat(conflict.relaxations())
        .contains(
            new Conflict.Relaxation(
                "/places/minimum",
                "2000001",
                "1000000",
                "a minimum of 1,000,000 instead of 2,000,001"));
    assertThat(conflict.complete()).isTrue();
    assertThat(session.effort().programs()).isBetween(1, 199);
  }

  @Test
  void no_minimum_is_tried_where_none_would_do() {
    Problem problem =
        TinyProblem.of(
            FOUR,
            1_000_000,
            500_000,
            p ->
                p.withPlaces(new Places(2_000_001, 2_000_001, null, null))
                    .withMinors(p.minors().withMunicipalitiesAtMost(0)));
    CompiledProblem compiled = CompiledProblem.of(problem);
    DatasetSession session = session(compiled);
    Conflict conflict = new ConflictFinder(new DynamicProgram()).find(compiled, session);
    assertThat(conflict.relaxations())
        .extracting(Conflict.Relaxation::pointer)
        .doesNotContain("/places/minimum");
    assertThat(conflict.complete()).isTrue();
    assertThat(session.effort().programs()).isBetween(1, 199);
  }

  private static DatasetSession session(CompiledProblem compiled) {
    return FeasibilityOracle.session(compiled, new DynamicProgram(), new CancellationToken());
  }

  @Test
  void without_time_nothing_is_said_that_is_not_known() {
    Problem problem =
        TinyProblem.of(FOUR, 26, 0, p -> p.withPlaces(new Places(2, null, share("0.75"), null)));
    Conflict conflict = find(new ConflictFinder(new DynamicProgram(), Duration.ZERO), problem);
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .contains("demand.persons", "places.maximumShareOf.share");
    assertThat(conflict.relaxations()).isEmpty();
    assertThat(conflict.complete()).isFalse();
    assertThat(ConflictText.of(conflict))
        .contains("may be superfluous", "The search was cut short");
  }

  @Test
  void a_canceled_search_is_not_complete() {
    Problem problem =
        TinyProblem.of(FOUR, 26, 0, p -> p.withPlaces(new Places(2, null, share("0.75"), null)));
    ConflictFinder finder = new ConflictFinder(new DynamicProgram());
    CancellationToken canceled = new CancellationToken();
    canceled.request();
    CompiledProblem compiled = CompiledProblem.of(problem);
    assertThat(finder.find(compiled, canceled).complete()).isFalse();
    assertThat(finder.find(compiled, new CancellationToken()).complete()).isTrue();
  }

  @Test
  void a_question_without_an_answer_leaves_the_conflict_incomplete() {
    Silent silent = new Silent();
    int incomplete = 0;
    for (long seed = 0; seed < 150; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      SolveResult truth =
          new DynamicProgram().solve(Compiler.compile(problem), SolveOptions.DEFAULT);
      if (truth instanceof SolveResult.Infeasible) {
        silent.asked = 0;
        Conflict conflict = find(new ConflictFinder(silent), problem);
        assertThat(conflict.complete()).as("seed %d", seed).isEqualTo(silent.asked == 0);
        incomplete += conflict.complete() ? 0 : 1;
      }
    }
    assertThat(incomplete).isBetween(1, 100);
  }

  /** Never knows. */
  private static final class Silent extends ForwardingSolver {
    private int asked;

    Silent() {
      super(new DynamicProgram());
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      asked++;
      return new SolveResult.Unknown(
          null,
          null,
          SolveResult.Stop.EXHAUSTED,
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }

  @Test
  void a_scenario_that_can_be_satisfied_is_refused() {
    Problem problem = TinyProblem.of(FOUR, 20, 0, p -> p);
    assertThatThrownBy(() -> find(problem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'tiny' can be satisfied");
  }
}
