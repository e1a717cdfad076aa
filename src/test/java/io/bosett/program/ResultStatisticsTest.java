package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.model.Band;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.Totals;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ResultStatisticsTest {
  private static final Offset<Double> NEAR = within(1e-12);

  private static Assignment numbers(int... persons) {
    return new Assignment(persons, new int[persons.length]);
  }

  private static Draft twoCriteria() {
    Draft draft = Draft.of(100, 300).cells("w", 1, 1);
    return draft.criterion(3, Draft.base("population"), null).criterion(1, Draft.base("w"), null);
  }

  @Test
  void a_perfect_match_has_a_fit_of_one() {
    for (Fit fit : List.of(Fit.PROPORTIONAL, Fit.OVERLAP)) {
      Draft draft = Draft.byPopulation(25, 75);
      draft.fit = fit;
      FitReport report = ResultStatistics.fit(draft.compile(), numbers(25, 75));
      assertThat(report.total()).isEqualTo(1);
      assertThat(report.persons()).isEqualTo(1);
      assertThat(report.minors()).isNull();
    }
  }

  @Test
  void the_proportional_fit_is_relative_least_squares_by_criterion_and_weighed() {
    FitReport report = ResultStatistics.fit(twoCriteria().compile(), numbers(30, 70));
    double first = 1 - (25 / 25.0 + 25 / 75.0) / 100;
    double second = 1 - (400 / 50.0 + 400 / 50.0) / 100;
    assertThat(report.criteria()).extracting(FitReport.OfCriterion::id).containsExactly("c0", "c1");
    assertThat(report.criteria().get(0).fit()).isCloseTo(first, NEAR);
    assertThat(report.criteria().get(1).fit()).isCloseTo(second, NEAR);
    assertThat(report.persons()).isCloseTo(0.75 * first + 0.25 * second, NEAR);
  }

  @Test
  void the_overlap_fit_is_the_share_of_persons_within_the_targets() {
    Draft draft = twoCriteria();
    draft.fit = Fit.OVERLAP;
    FitReport report = ResultStatistics.fit(draft.compile(), numbers(30, 70));
    assertThat(report.criteria().get(0).fit()).isCloseTo(0.95, NEAR);
    assertThat(report.criteria().get(1).fit()).isCloseTo(0.8, NEAR);
  }

  @Test
  void the_score_fit_is_the_mean_suitability() {
    Draft draft = twoCriteria();
    draft.fit = Fit.SCORE;
    FitReport report = ResultStatistics.fit(draft.compile(), numbers(30, 70));
    assertThat(report.criteria().get(0).fit()).isCloseTo(0.7, NEAR);
    assertThat(report.criteria().get(1).fit()).isZero();
    assertThat(report.total()).isCloseTo(0.75 * 0.7, NEAR);
  }

  @Test
  void the_total_is_the_mean_of_persons_and_minors_by_demand_and_quota() {
    Draft draft = Draft.byPopulation(25, 75);
    draft.demand = new Demand(100, 40);
    FitReport report =
        ResultStatistics.fit(
            draft.compile(), new Assignment(new int[] {25, 75}, new int[] {0, 40}));
    double minors = (2 * 40 - 40 * 40 / 30.0) / 40;
    assertThat(report.minors()).isCloseTo(minors, NEAR);
    assertThat(report.total()).isCloseTo((100 + 40 * minors) / 140, NEAR);
  }

  @Test
  void a_criterion_without_weight_enters_no_mean_even_where_its_target_is_zero() {
    Draft draft = Draft.of(25, 75).cells("w", 0, 1);
    draft.criterion(1, Draft.base("population"), null).criterion(0, Draft.base("w"), null);
    FitReport report = ResultStatistics.fit(draft.compile(), numbers(25, 75));
    assertThat(report.total()).isEqualTo(1);
    assertThat(report.criteria().get(1).fit()).isNull();
  }

  @Test
  void the_fit_is_reported_without_the_cost_of_change() {
    Draft draft = Draft.byPopulation(25, 75);
    draft.previous = new Previous(Map.of("A", 100), 1, 1);
    assertThat(ResultStatistics.fit(draft.compile(), numbers(25, 75)).total()).isEqualTo(1);
  }

  @Test
  void totals_count_and_sum() {
    Program program = Draft.byPopulation(1, 1, 1).compile();
    Assignment assignment = new Assignment(new int[] {30, 0, 70}, new int[] {0, 0, 5});
    assertThat(ResultStatistics.totals(program, assignment)).isEqualTo(new Totals(3, 2, 100, 5, 1));
    assertThat(ResultStatistics.totals(program, null)).isEqualTo(new Totals(3, 0, 0, 0, 0));
  }

  @Test
  void places_are_the_selected_with_their_targets_caps_and_what_binds() {
    Draft draft = Draft.byPopulation(10, 20, 30, 40);
    draft.places = new Places(10, 40, null, null);
    draft.regions.add(Draft.region(List.of("A", "C"), new Band(null, 50)));
    draft.fix("D", 40, null, null);
    Problem problem = draft.problem();
    List<Place> places =
        ResultStatistics.places(problem, Compiler.compile(problem), numbers(10, 0, 40, 40));
    assertThat(places)
        .containsExactly(
            new Place(
                "A", "Name of A", "1", 10, 0, 10.0, 40, List.of(Binding.MINIMUM, Binding.REGION)),
            new Place("C", "Name of C", "1", 40, 0, 30.0, 40, List.of(Binding.CAP, Binding.REGION)),
            new Place("D", "Name of D", "1", 40, 0, 40.0, 40, List.of(Binding.CAP, Binding.FIXED)));
  }

  @Test
  void a_minimum_of_one_means_none_and_binds_nobody() {
    Problem problem = Draft.byPopulation(1, 99).problem();
    List<Place> places =
        ResultStatistics.places(problem, Compiler.compile(problem), numbers(1, 99));
    assertThat(places).extracting(Place::binding).containsOnly(List.of());
  }

  @Test
  void a_region_binds_when_any_of_its_limits_is_reached_and_zero_is_no_lower_limit() {
    Band free = Band.FREE;
    assertThat(regionBinds(new Band(40, null), free, free)).isTrue();
    assertThat(regionBinds(new Band(39, 41), free, free)).isFalse();
    assertThat(regionBinds(free, new Band(null, 5), free)).isTrue();
    assertThat(regionBinds(free, free, new Band(1, null))).isTrue();
    assertThat(regionBinds(free, free, new Band(0, null))).isFalse();
  }

  private static boolean regionBinds(Band persons, Band minors, Band selected) {
    Draft draft = Draft.byPopulation(50);
    draft.data.municipality("P", "P", "2").number("P", "population", 2017, 50);
    draft.demand = new Demand(100, 5);
    draft.regions.add(new Region("", "1", List.of(), persons, minors, selected));
    Problem problem = draft.problem();
    Assignment assignment = new Assignment(new int[] {40, 60}, new int[] {5, 0});
    List<Place> places = ResultStatistics.places(problem, Compiler.compile(problem), assignment);
    assertThat(places.get(1).binding()).isEmpty();
    return places.get(0).binding().equals(List.of(Binding.REGION));
  }

  @Test
  void the_target_of_a_place_is_the_weighted_mean_of_its_targets() {
    Problem problem = twoCriteria().problem();
    List<Place> places =
        ResultStatistics.places(problem, Compiler.compile(problem), numbers(30, 70));
    assertThat(places.get(0).target()).isEqualTo(0.75 * 25 + 0.25 * 50);
  }

  @Test
  void disturbance_counts_moves_and_switches_of_candidates_and_their_cost() {
    Draft draft = Draft.byPopulation(1, 1, 1);
    draft.previous = new Previous(Map.of("A", 40, "B", 10), 0.01, 0.5);
    Program program = draft.compile();
    assertThat(ResultStatistics.disturbance(program, numbers(45, 0, 55)))
        .isEqualTo(new Disturbance(5 + 10 + 55, 2, 70 * 10_000 + 2 * 500_000));
    assertThat(ResultStatistics.disturbance(Draft.byPopulation(1).compile(), numbers(100)))
        .isNull();
  }
}
