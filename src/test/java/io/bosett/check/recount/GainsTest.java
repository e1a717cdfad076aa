package io.bosett.check.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.check.Asked;
import io.bosett.check.Figured;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Previous;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Targets and gains worked out by hand. */
class GainsTest {
  private static final Dataset THREE_SEVEN =
      Figured.populations(30, 70).cells("rate", 2017, 10.0, 20.0).build();

  private static Criterion tilted(String id, double weight, double strength) {
    Figure rate = new Figure("rate", 2017);
    return Asked.tilted(id, weight, new Criterion.Tilt(rate, strength, null, null));
  }

  @Test
  void targets_share_the_demand_by_base_power_and_tilt() {
    Asked asked = new Asked();
    Criterion.Base squared = new Criterion.Base(new Figure("population", 2017), 2, null);
    asked.criteria =
        List.of(
            Asked.onPopulation("size", 3),
            new Criterion("squared", 1, squared, null),
            tilted("rate", 0, Math.log(2)));
    Recomputation recomputation = asked.recomputed(THREE_SEVEN);
    Targets targets = recomputation.targets();
    assertThat(targets.persons(0, 0)).isEqualTo(3);
    assertThat(targets.persons(1, 0)).isEqualTo(10.0 * 900 / 5800);
    double half = 30 * StrictMath.exp(-Math.log(2));
    double twice = 70 * StrictMath.exp(Math.log(2));
    assertThat(targets.persons(2, 1)).isEqualTo(10 * twice / (half + twice));
    assertThat(targets.mean(recomputation.weights(), 0))
        .isEqualTo(0.75 * 3 + 0.25 * (10.0 * 900 / 5800) + 0);
  }

  @Test
  void minors_are_shared_among_those_who_may_take_them() {
    Asked asked = new Asked();
    asked.demand = new Demand(10, 4);
    asked.minors = new Minors(1, BigDecimal.ONE, null, null, new Minors.Who.Listed(List.of("B")));
    Recomputation recomputation = asked.recomputed(THREE_SEVEN);
    assertThat(recomputation.targets().minors(0, 0)).isZero();
    assertThat(recomputation.targets().minors(0, 1)).isEqualTo(4);
    assertThat(recomputation.gains().minors(1, 3)).isEqualTo(3_750_000);
    assertThat(recomputation.gains().minors(1, 0)).isZero();
    assertThat(recomputation.placeRules().allowsMinors(0, 10, 1)).isFalse();
  }

  @Test
  void proportional_gains_are_relative_least_squares() {
    Gains gains = new Asked().recomputed(THREE_SEVEN).gains();
    assertThat(gains.persons(0, 0)).isZero();
    assertThat(gains.persons(0, 3)).isEqualTo(3_000_000);
    assertThat(gains.persons(0, 4)).isEqualTo(2_666_667);
    assertThat(gains.persons(1, 10)).isEqualTo(5_714_286);
  }

  @Test
  void proportional_gives_nothing_to_a_target_of_0_under_a_weight() {
    Dataset dataset = Figured.populations(0, 70).build();
    PlaceRules rules = new Asked().recomputed(dataset).placeRules();
    assertThat(rules.allowsPersons(0, 0)).isTrue();
    assertThat(rules.allowsPersons(0, 1)).isFalse();
    Asked overlap = new Asked();
    overlap.fit = Fit.OVERLAP;
    assertThat(overlap.recomputed(dataset).placeRules().allowsPersons(0, 1)).isTrue();
  }

  @Test
  void overlap_gains_count_up_to_the_target_in_whole_millionths() {
    Asked asked = new Asked();
    asked.fit = Fit.OVERLAP;
    asked.criteria = List.of(Asked.onPopulation("a", 1), Asked.onPopulation("b", 2));
    Gains gains = asked.recomputed(Figured.populations(33, 67).build()).gains();
    assertThat(gains.persons(0, 3)).isEqualTo(3_000_000);
    assertThat(gains.persons(0, 4)).isEqualTo(3_300_000);
  }

  @Test
  void millionths_go_to_the_largest_remainder_and_the_earlier_criterion() {
    assertThat(millionths(1, 1, 1)).containsExactly(333_334, 333_333, 333_333);
    assertThat(millionths(1, 2)).containsExactly(333_333, 666_667);
    assertThat(millionths(0.7, 0.2, 0.1)).containsExactly(700_000, 200_000, 100_000);
    assertThat(millionths(0, 2, 4)).containsExactly(0, 333_333, 666_667);
    assertThat(millionths(1, 1, 1, 1, 1, 1, 1))
        .containsExactly(142_858, 142_857, 142_857, 142_857, 142_857, 142_857, 142_857);
  }

  private static int[] millionths(double... weights) {
    return Weights.millionths(
        Arrays.stream(weights).mapToObj(w -> Asked.onPopulation("c", w)).toList());
  }

  @Test
  void score_gains_are_the_mean_suitability_turned_round_below_0() {
    Asked asked = new Asked();
    asked.fit = Fit.SCORE;
    asked.demand = new Demand(10, 2);
    asked.criteria = List.of(Asked.onPopulation("size", 3), tilted("rate", 1, -0.5));
    Gains gains = asked.recomputed(THREE_SEVEN).gains();
    assertThat(gains.persons(0, 4)).isEqualTo(1_000_000);
    assertThat(gains.persons(1, 4)).isEqualTo(3_000_000);
    assertThat(gains.minors(1, 2)).isEqualTo(1_500_000);
  }

  @Test
  void score_is_0_for_all_when_all_are_equal_even_turned_round() {
    Dataset equal = Figured.populations(30, 70).cells("rate", 2017, 10.0, 10.0).build();
    Asked asked = new Asked();
    asked.fit = Fit.SCORE;
    asked.criteria = List.of(tilted("rate", 1, -0.5));
    assertThat(asked.recomputed(equal).gains().persons(0, 5)).isZero();
  }

  @Test
  void changes_are_taken_off_dropping_out_included() {
    Asked asked = new Asked();
    asked.previous = new Previous(Map.of("A", 4), 0.01, 0.5);
    Gains gains = asked.recomputed(THREE_SEVEN).gains();
    assertThat(gains.persons(0, 0)).isEqualTo(-4 * 10_000 - 500_000);
    assertThat(gains.persons(0, 3)).isEqualTo(3_000_000 - 10_000);
    assertThat(gains.persons(1, 0)).isZero();
    assertThat(gains.persons(1, 7)).isEqualTo(7_000_000 - 70_000 - 500_000);
  }

  @Test
  void halves_go_upwards_on_both_sides_of_0() {
    assertThat(FitGain.half(2.5)).isEqualTo(3);
    assertThat(FitGain.half(-2.5)).isEqualTo(-2);
    assertThatThrownBy(() -> FitGain.half(0x1p54)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FitGain.half(Double.NaN)).isInstanceOf(ArithmeticException.class);
  }
}
