package io.bosett.program.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StandardizedValuesTest {
  @Test
  void z_has_mean_0_and_deviation_1_dividing_by_n() {
    assertThat(StandardizedValues.z(new double[] {2, 4, 4, 4, 5, 5, 7, 9}))
        .containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
  }

  @Test
  void z_is_clipped_to_three_deviations_on_both_sides() {
    double[] values = new double[100];
    values[0] = 1e6;
    assertThat(StandardizedValues.z(values)[0]).isEqualTo(3);
    values[0] = -1e6;
    assertThat(StandardizedValues.z(values)[0]).isEqualTo(-3);
    assertThat(StandardizedValues.z(values)[1]).isCloseTo(0.01 / Math.sqrt(0.0099), within(1e-12));
  }

  @Test
  void values_nearer_than_a_billionth_of_the_larger_count_as_equal() {
    assertThat(StandardizedValues.z(new double[] {1e9, 1e9 + 0.5})).containsExactly(0, 0);
    assertThat(StandardizedValues.z(new double[] {-1e9, -1e9 - 0.5})).containsExactly(0, 0);
    assertThat(StandardizedValues.z(new double[] {1e9, 1e9 + 2})).containsExactly(-1, 1);
    assertThat(StandardizedValues.z(new double[] {7, 7})).containsExactly(0, 0);
    assertThat(StandardizedValues.z(new double[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void scores_run_from_0_at_the_smallest_to_1_at_the_largest() {
    double[] values = {10, 30, 15};
    assertThat(StandardizedValues.scores(values, false)).containsExactly(0, 1, 0.25);
    assertThat(StandardizedValues.scores(values, true)).containsExactly(1, 0, 0.75);
  }

  @Test
  void scores_are_0_for_all_when_all_are_equal_whichever_end_is_best() {
    double[] values = {4, 4};
    assertThat(StandardizedValues.scores(values, false)).containsExactly(0, 0);
    assertThat(StandardizedValues.scores(values, true)).containsExactly(0, 0);
  }

  @Test
  void differences_too_small_to_be_squared_never_give_what_is_not_a_number() {
    double[] z = StandardizedValues.z(new double[] {1e-200, 2e-200, 1.5e-200});
    assertThat(Arrays.stream(z).anyMatch(Double::isNaN)).isFalse();
  }
}
