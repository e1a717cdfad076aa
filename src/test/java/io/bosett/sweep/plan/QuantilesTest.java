package io.bosett.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.sweep.Axis.Between;
import io.bosett.documents.sweep.Axis.Normal;
import io.bosett.sweep.draw.NormalQuantile;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Numbers of distributions, by their inverse. */
final class QuantilesTest {
  private static final double CHANCE = 0.9;

  private static double number(Normal axis, double own) {
    return Quantiles.number(axis, false, own, CHANCE).doubleValue();
  }

  @Test
  void a_relative_deviation_is_a_share_of_the_mean_that_is_given() {
    double normal = NormalQuantile.of(CHANCE);
    assertThat(number(new Normal(2.0, 0.5, true, null), 100)).isEqualTo(2 + normal);
    assertThat(number(new Normal(-2.0, 0.5, true, null), 100)).isEqualTo(-2 + normal);
    assertThat(number(new Normal(2.0, 0.5, false, null), 100)).isEqualTo(2 + 0.5 * normal);
  }

  @Test
  void without_a_mean_the_scenarios_own_number_is_the_mean() {
    double normal = NormalQuantile.of(CHANCE);
    assertThat(number(new Normal(null, 0.5, true, null), -2)).isEqualTo(-2 + normal);
    assertThat(number(new Normal(null, 0.5, false, null), 2)).isEqualTo(2 + 0.5 * normal);
  }

  @Test
  void every_whole_number_has_the_same_chance_and_the_last_one_too() {
    Between three = new Between(BigDecimal.ONE, BigDecimal.valueOf(3), false, null);
    double[] chances = {0, 0.33, 0.34, 0.66, 0.67, 0.999};
    int[] expected = {1, 1, 2, 2, 3, 3};
    for (int i = 0; i < chances.length; i++) {
      assertThat(Quantiles.number(three, true, 0, chances[i])).isEqualTo("" + expected[i]);
    }
  }

  @Test
  void halves_are_rounded_up_below_zero_too() {
    assertThat(Quantiles.rounded(new BigDecimal("2.5"), 0)).isEqualTo("3");
    assertThat(Quantiles.rounded(new BigDecimal("-2.5"), 0)).isEqualTo("-2");
    assertThat(Quantiles.rounded(new BigDecimal("-0.125"), 2)).isEqualTo("-0.12");
  }
}
