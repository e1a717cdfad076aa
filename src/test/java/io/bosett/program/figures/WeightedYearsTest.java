package io.bosett.program.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Figure;
import io.bosett.program.Draft;
import org.junit.jupiter.api.Test;

class WeightedYearsTest {
  private static final double NONE = Double.NaN;

  private static double[] means(Draft draft, Figure figure) {
    return WeightedYears.of(draft.data.build(), figure).means(2);
  }

  private static Draft twoOverThreeYears() {
    return Draft.of(1, 1)
        .cellsIn(2014, "v", 10, 1)
        .cellsIn(2015, "v", 20, NONE)
        .cellsIn(2016, "v", 60, 4);
  }

  @Test
  void a_single_year_is_the_cell() {
    assertThat(means(twoOverThreeYears(), new Figure("v", 2015))).containsExactly(20, NONE);
  }

  @Test
  void years_without_half_life_weigh_alike_and_missing_ones_do_not_count() {
    Figure figure = new Figure("v", 2014, 2016, null);
    assertThat(means(twoOverThreeYears(), figure)).containsExactly(30, 2.5);
  }

  @Test
  void a_half_life_of_one_year_halves_the_weight_each_year_back() {
    Figure figure = new Figure("v", 2014, 2016, 1.0);
    double a = (0.25 * 10 + 0.5 * 20 + 1 * 60) / (0.25 + 0.5 + 1);
    double b = (0.25 * 1 + 1 * 4) / (0.25 + 1);
    assertThat(means(twoOverThreeYears(), figure)).containsExactly(a, b);
  }

  @Test
  void weights_count_back_from_the_last_year_named_even_without_cells_in_it() {
    Figure figure = new Figure("v", 2010, 2018, 2.0);
    double w14 = StrictMath.pow(0.5, 2.0);
    double w15 = StrictMath.pow(0.5, 1.5);
    double w16 = StrictMath.pow(0.5, 1.0);
    assertThat(means(twoOverThreeYears(), figure)[0])
        .isEqualTo((w14 * 10 + w15 * 20 + w16 * 60) / (w14 + w15 + w16));
  }

  @Test
  void suppressed_cells_are_missing() {
    Draft draft = Draft.of(1, 1).cellsIn(2015, "v", 7);
    draft.data.suppressed("B", "v", 2015);
    assertThat(means(draft, new Figure("v", 2015))).containsExactly(7, NONE);
  }

  @Test
  void weights_too_small_for_a_double_leave_the_value_missing() {
    Figure figure = new Figure("v", 2014, 2018, 0.001);
    assertThat(means(twoOverThreeYears(), figure)).containsExactly(NONE, NONE);
  }

  @Test
  void a_negative_zero_becomes_zero() {
    double[] means = means(Draft.of(1, 1).cellsIn(2015, "v", -0.0, -0.0), new Figure("v", 2015));
    assertThat(1 / means[0]).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
