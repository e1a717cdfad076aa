package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Candidates;
import io.bosett.model.CellRef;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final double NONE = Double.NaN;

  private static Minors who(@Nullable Who who) {
    return new Minors(1, BigDecimal.ONE, null, null, who);
  }

  private static Who.Condition condition(@Nullable String atLeast, @Nullable String atMost) {
    return new Who.Condition(
        new CellRef("v", 2017),
        atLeast == null ? null : new BigDecimal(atLeast),
        atMost == null ? null : new BigDecimal(atMost));
  }

  @Test
  void a_target_is_the_demand_divided_in_proportion_to_the_base() {
    Targets targets = Draft.byPopulation(700, 200, 100).compile().targets();
    assertThat(targets.persons()[0]).containsExactly(70, 20, 10);
    assertThat(targets.weights()).containsExactly(1);
    assertThat(targets.criteria()).containsExactly("c0");
  }

  @Test
  void a_power_bends_the_base() {
    Draft draft = Draft.of(9, 16).criterion(1, Draft.base("population", 0.5, null), null);
    assertThat(draft.compile().targets().persons()[0])
        .containsExactly(100 * 3 / 7.0, 100 * 4 / 7.0);
  }

  @Test
  void a_power_of_zero_makes_all_alike_even_those_with_nothing() {
    Draft draft = Draft.of(0, 16).criterion(1, Draft.base("population", 0, null), null);
    assertThat(draft.compile().targets().persons()[0]).containsExactly(50, 50);
  }

  @Test
  void a_deviation_more_multiplies_the_base_by_the_exponential_of_the_strength() {
    Draft draft = Draft.of(100, 300).cells("v", 3, 5);
    draft.criterion(1, Draft.base("population"), Draft.tilt("v", 0.3));
    double a = 100 * StrictMath.exp(-0.3);
    double b = 300 * StrictMath.exp(0.3);
    assertThat(draft.compile().targets().persons()[0])
        .containsExactly(100 * a / (a + b), 100 * b / (a + b));
  }

  @Test
  void values_are_standardized_over_the_candidates_alone() {
    Draft draft = Draft.of(100, 100, 100).cells("v", 3, 5, 1e6);
    draft.candidates = new Candidates(null, null, List.of("C"));
    draft.criterion(1, Draft.base("population"), Draft.tilt("v", 1));
    double a = 100 * StrictMath.exp(-1.0);
    double b = 100 * StrictMath.exp(1.0);
    assertThat(draft.compile().targets().persons()[0][0]).isEqualTo(100 * a / (a + b));
  }

  @Test
  void the_quota_is_divided_among_those_who_may_take_minors() {
    Draft draft = Draft.byPopulation(700, 200, 100);
    draft.demand = new Demand(100, 30);
    draft.minors = who(new Who.Listed(List.of("C", "B")));
    assertThat(draft.compile().targets().minors()[0]).containsExactly(0, 20, 10);
  }

  @Test
  void those_listed_who_are_no_candidates_are_ignored() {
    Draft draft = Draft.byPopulation(700, 200, 100);
    draft.demand = new Demand(100, 30);
    draft.candidates = new Candidates(null, null, List.of("B"));
    draft.minors = who(new Who.Listed(List.of("C", "B")));
    assertThat(draft.compile().targets().minors()[0]).containsExactly(0, 30);
  }

  @Test
  void a_condition_holds_for_numbers_within_its_limits_never_for_missing_cells() {
    Draft draft = Draft.byPopulation(1, 1, 1, 1).cells("v", 0.3, 0.29, 5, NONE);
    draft.demand = new Demand(100, 30);
    draft.minors = who(condition("0.3", null));
    assertThat(draft.compile().targets().minors()[0]).containsExactly(15, 0, 15, 0);
    draft = Draft.byPopulation(1, 1, 1, 1).cells("v", 0.3, 0.29, 5, NONE);
    draft.demand = new Demand(100, 30);
    draft.minors = who(condition(null, "0.3"));
    assertThat(draft.compile().targets().minors()[0]).containsExactly(15, 15, 0, 0);
    draft = Draft.byPopulation(1, 1, 1, 1).cells("v", 0.3, 0.29, 5, NONE);
    draft.demand = new Demand(100, 30);
    draft.minors = who(condition("0.30000000000000000000001", "5.0"));
    assertThat(draft.compile().targets().minors()[0]).containsExactly(0, 0, 30, 0);
  }

  @Test
  void a_suppressed_cell_meets_only_the_condition_of_at_least_one() {
    for (String[] limits : new String[][] {{"1", null}, {"1.0", null}, {"2", null}, {"1", "9"}}) {
      Draft draft = Draft.byPopulation(1, 1).cells("v", 5);
      draft.data.suppressed("B", "v", 2017);
      draft.demand = new Demand(100, 30);
      draft.minors = who(condition(limits[0], limits[1]));
      double[] expected = limits[0].startsWith("1") && limits[1] == null ? two(15, 15) : two(30, 0);
      assertThat(draft.compile().targets().minors()[0]).containsExactly(expected);
    }
  }

  @Test
  void without_a_quota_all_targets_for_minors_are_zero() {
    assertThat(Draft.byPopulation(700, 300).compile().targets().minors()[0]).containsExactly(0, 0);
  }

  @Test
  void nobody_to_take_minors_gives_targets_of_zero_and_no_fault() {
    for (Fit fit : Fit.values()) {
      Draft draft = Draft.byPopulation(700, 300, 0);
      draft.fit = fit;
      draft.demand = new Demand(100, 30);
      draft.minors = who(new Who.Listed(List.of("C")));
      assertThat(draft.compile().targets().minors()[0]).containsExactly(0, 0, 0);
      draft = Draft.byPopulation(700, 300);
      draft.fit = fit;
      draft.demand = new Demand(100, 30);
      draft.minors = who(new Who.Listed(List.of()));
      assertThat(draft.compile().targets().minors()[0]).containsExactly(0, 0);
    }
  }

  @Test
  void scores_are_there_for_their_fit_alone() {
    Draft draft = Draft.of(100, 300, 200).cells("v", 3, 5, 4);
    draft.criterion(1, Draft.base("population"), null);
    draft.criterion(1, Draft.base("population"), Draft.tilt("v", 1));
    draft.criterion(1, Draft.base("population"), Draft.tilt("v", -1));
    draft.fit = Fit.SCORE;
    double[][] scores = draft.compile().targets().scores();
    assertThat(scores[0]).containsExactly(0, 1, 0.5);
    assertThat(scores[1]).containsExactly(0, 1, 0.5);
    assertThat(scores[2]).containsExactly(1, 0, 0.5);
    assertThat(Draft.byPopulation(1, 2).compile().targets().scores()).isEmpty();
  }

  private static double[] two(double a, double b) {
    return new double[] {a, b};
  }
}
