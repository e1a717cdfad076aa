package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import io.bosett.model.Result.FilledIn;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilledInTest {
  private static final double NONE = Double.NaN;

  /** A, B, C in county 1, P and Q in county 2; B and P lack the value, C is no candidate. */
  private static Draft twoCounties(Missing missing) {
    Draft draft = Draft.of(100, 100, 100).cells("v", 1, NONE, 4);
    draft.data.municipality("P", "P", "2").number("P", "population", 2017, 100);
    draft.data.municipality("Q", "Q", "2").number("Q", "population", 2017, 100);
    draft.data.number("Q", "v", 2017, 10);
    draft.candidates = new Candidates(null, null, List.of("C"));
    return draft.criterion(1, Draft.base("v", 1, missing), null);
  }

  @Test
  void county_takes_the_mean_of_the_countys_other_municipalities_candidates_or_not() {
    Program program = twoCounties(Missing.COUNTY).compile();
    assertThat(program.filledIn())
        .containsExactly(
            new FilledIn("B", "v", 2.5, "county"), new FilledIn("P", "v", 10, "county"));
    assertThat(program.targets().persons()[0])
        .containsExactly(100 * 1 / 23.5, 100 * 2.5 / 23.5, 100 * 10 / 23.5, 100 * 10 / 23.5);
  }

  @Test
  void national_takes_the_mean_of_all() {
    assertThat(twoCounties(Missing.NATIONAL).compile().filledIn())
        .containsExactly(
            new FilledIn("B", "v", 5, "national"), new FilledIn("P", "v", 5, "national"));
  }

  @Test
  void exclude_takes_the_municipality_out_before_any_target() {
    Program program = twoCounties(Missing.EXCLUDE).compile();
    assertThat(program.candidates().ids()).containsExactly("A", "Q");
    assertThat(program.filledIn()).isEmpty();
    assertThat(program.targets().persons()[0]).containsExactly(100 * 1 / 11.0, 100 * 10 / 11.0);
  }

  @Test
  void exclude_in_one_criterion_counts_for_all_of_them() {
    Draft draft = Draft.byPopulation(100, 200, 300).cells("v", 1, NONE, 3);
    draft.criterion(0, Draft.base("population"), Draft.tilt("v", 1, null, Missing.EXCLUDE));
    assertThat(draft.compile().targets().persons()[0]).containsExactly(25, 75);
  }

  @Test
  void a_municipality_without_a_year_of_its_own_is_listed_with_shrink() {
    Draft draft = Draft.of(100, 100).cells("share", 40, NONE).cells("count", 10, NONE);
    draft.criterion(
        1, Draft.base("population"), Draft.tilt("share", 1, new Shrink("count", 5), null));
    assertThat(draft.compile().filledIn())
        .containsExactly(new FilledIn("B", "share", 40, "shrink"));
  }

  @Test
  void with_a_prior_of_zero_the_rule_for_missing_values_applies_after_shrink() {
    Draft draft = Draft.of(100, 100, 100).cells("share", 40, 60, NONE).cells("count", 9, 1);
    Shrink shrink = new Shrink("count", 0);
    draft.criterion(1, Draft.base("population"), Draft.tilt("share", 1, shrink, Missing.NATIONAL));
    assertThat(draft.compile().filledIn())
        .containsExactly(new FilledIn("C", "share", 50, "national"));
  }

  @Test
  void entries_stand_in_the_order_of_criteria_base_before_tilt_without_repeats() {
    Draft draft = Draft.of(100, 100, 100).cells("v", 1, NONE, 4).cells("w", NONE, 5, NONE);
    Tilt tilt = Draft.tilt("w", 1, null, Missing.NATIONAL);
    draft.criterion(1, Draft.base("v", 1, Missing.NATIONAL), tilt);
    draft.criterion(1, Draft.base("v", 2, Missing.COUNTY), tilt);
    draft.criterion(1, Draft.base("v", 3, Missing.NATIONAL), null);
    Figure range = new Figure("v", 2016, 2017, null);
    draft.criterion(1, Draft.base("population"), new Tilt(range, 1, null, Missing.NATIONAL));
    assertThat(draft.compile().filledIn())
        .containsExactly(
            new FilledIn("B", "v", 2.5, "national"),
            new FilledIn("A", "w", 5, "national"),
            new FilledIn("C", "w", 5, "national"),
            new FilledIn("B", "v", 2.5, "county"));
  }

  @Test
  void values_of_those_who_are_no_candidates_are_not_listed() {
    Draft draft = twoCounties(Missing.NATIONAL);
    draft.candidates = new Candidates(null, List.of("A", "P"), List.of());
    assertThat(draft.compile().filledIn()).extracting(FilledIn::municipality).containsExactly("P");
  }
}
