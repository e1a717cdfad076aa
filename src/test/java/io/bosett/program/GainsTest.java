package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GainsTest {
  @Test
  void half_rounds_halves_upwards() {
    assertThat(Gains.half(2.5)).isEqualTo(3);
    assertThat(Gains.half(-2.5)).isEqualTo(-2);
    assertThat(Gains.half(-2.6)).isEqualTo(-3);
    assertThat(Gains.half(2.4999)).isEqualTo(2);
  }

  @Test
  void proportional_gains_follow_the_weighted_harmonic_mean_of_the_targets() {
    Draft draft = Draft.of(100, 300).cells("w", 1, 1);
    draft.criterion(3, Draft.base("population"), null).criterion(1, Draft.base("w"), null);
    Program program = draft.compile();
    double r = 0.75 / 25 + 0.25 / 50;
    assertThat(((Gains.Proportional) program.personsGains()).r()[0]).isEqualTo(r);
    assertThat(program.personsGain(0, 30)).isEqualTo(Gains.half(1e6 * (60 - 900 * r)));
    assertThat(program.personsGain(0, 0)).isZero();
  }

  @Test
  void minors_are_worth_the_same_way_what_their_own_targets_say() {
    Draft draft = Draft.byPopulation(100, 300);
    draft.demand = new Demand(100, 40);
    Program program = draft.compile();
    assertThat(program.minorsGain(0, 10)).isEqualTo(10_000_000);
    assertThat(program.minorsGain(0, 5)).isEqualTo(7_500_000);
    assertThat(program.minorsGain(0, 0)).isZero();
  }

  @Test
  void a_target_of_zero_under_a_positive_weight_forbids_persons_and_minors() {
    Draft draft = Draft.of(100, 300).cells("w", 0, 1);
    draft.demand = new Demand(100, 40);
    draft.criterion(1, Draft.base("population"), null).criterion(1, Draft.base("w"), null);
    Program program = draft.compile();
    assertThat(program.allows(0, 0, 0)).isTrue();
    for (int x = 1; x <= 100; x++) {
      assertThat(program.allows(0, x, 0)).isFalse();
      assertThat(program.allows(1, x, 0)).isTrue();
    }
    assertThat(program.allows(1, 40, 40)).isTrue();
  }

  @Test
  void a_target_of_zero_under_a_weight_of_zero_has_no_say() {
    Draft draft = Draft.of(100, 300).cells("w", 0, 1);
    draft.demand = new Demand(100, 40);
    draft.criterion(1, Draft.base("population"), null).criterion(0, Draft.base("w"), null);
    Program program = draft.compile();
    assertThat(program.allows(0, 25, 10)).isTrue();
    assertThat(program.personsGain(0, 25)).isEqualTo(25_000_000);
    assertThat(program.minorsGain(0, 10)).isEqualTo(10_000_000);
  }

  @Test
  void overlap_gains_count_the_persons_within_each_target() {
    Draft draft = Draft.of(100, 300).cells("w", 1, 1);
    draft.fit = Fit.OVERLAP;
    draft.criterion(2, Draft.base("population"), null).criterion(1, Draft.base("w"), null);
    Program program = draft.compile();
    assertThat(program.personsGain(0, 30)).isEqualTo(Gains.half(666_667 * 25.0 + 333_333 * 30.0));
    assertThat(program.personsGain(0, 0)).isZero();
  }

  @Test
  void overlap_allows_persons_at_a_target_of_zero_for_no_gain() {
    Draft draft = Draft.byPopulation(0, 300);
    draft.fit = Fit.OVERLAP;
    Program program = draft.compile();
    assertThat(program.allows(0, 7, 0)).isTrue();
    assertThat(program.personsGain(0, 7)).isZero();
  }

  @Test
  void score_gains_are_linear_and_the_same_for_minors() {
    Draft draft = Draft.of(100, 400, 200).cells("v", 1, 2, 3);
    draft.demand = new Demand(100, 40);
    draft.fit = Fit.SCORE;
    draft.criterion(1, Draft.base("population"), null);
    draft.criterion(3, Draft.base("population"), Draft.tilt("v", -1));
    Program program = draft.compile();
    long slope = Gains.half(1e6 * (0.25 * (100 / 300.0) + 0.75 * (1 - 1.0)));
    assertThat(program.personsGain(2, 1)).isEqualTo(slope);
    assertThat(program.personsGain(2, 12)).isEqualTo(12 * slope);
    assertThat(program.minorsGain(2, 7)).isEqualTo(7 * slope);
  }

  @Test
  void leaving_the_previous_allocation_is_taken_off_the_gain_also_at_nobody() {
    Draft draft = Draft.byPopulation(100, 300);
    draft.places = new Places(10, null, null, null);
    draft.previous = new Previous(Map.of("A", 20), 0.01, 0.5);
    Program program = draft.compile();
    long free = Gains.half(1e6 * (2 * 25.0 - 25.0 * 25.0 * (1 / 25.0)));
    assertThat(program.personsGain(0, 25)).isEqualTo(free - 5 * 10_000);
    assertThat(program.personsGain(0, 20)).isEqualTo(program.personsGains().at(0, 20));
    assertThat(program.personsGain(0, 0)).isEqualTo(-20 * 10_000 - 500_000);
    assertThat(program.personsGain(1, 10))
        .isEqualTo(program.personsGains().at(1, 10) - 10 * 10_000 - 500_000);
    assertThat(program.personsGain(1, 0)).isZero();
  }

  @Test
  void costs_are_rounded_to_whole_units_first() {
    Draft draft = Draft.byPopulation(100, 300);
    draft.previous = new Previous(Map.of(), 0.0000015, 0.0000004);
    ChangeCost cost = draft.compile().changeCost();
    assertThat(cost).isNotNull();
    assertThat(cost.perPerson()).isEqualTo(2);
    assertThat(cost.perSwitch()).isZero();
  }

  @Test
  void previous_numbers_of_those_who_are_no_candidates_are_not_charged() {
    Draft draft = Draft.byPopulation(100, 300, 100);
    draft.candidates = new io.bosett.model.Candidates(null, null, List.of("B"));
    draft.previous = new Previous(Map.of("A", 3, "B", 4, "C", 5), 1, 1);
    ChangeCost cost = draft.compile().changeCost();
    assertThat(cost).isNotNull();
    assertThat(cost.before()).containsExactly(3, 5);
  }
}
