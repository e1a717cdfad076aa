package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SainteLagueTest {
  @Test
  void highest_quotients_by_hand() {
    // 53, 24 and 23 by 1, 3, 5, 7: 53, 24, 23, 17.7, 10.6, 8, 7.7, 7.6
    assertThat(SainteLague.apportion(new double[] {53, 24, 23}, 7)).containsExactly(3, 2, 2);
    assertThat(SainteLague.apportion(new double[] {53, 24, 23}, 8)).containsExactly(4, 2, 2);
  }

  @Test
  void a_tie_goes_to_the_earlier_claimant() {
    assertThat(SainteLague.apportion(new double[] {1, 3, 1}, 2)).containsExactly(1, 1, 0);
    assertThat(SainteLague.apportion(new double[] {0, 1, 1}, 3)).containsExactly(0, 2, 1);
  }

  @Test
  void the_margin_is_zero_at_a_tie() {
    assertThat(SainteLague.margin(new double[] {1, 3, 1}, new int[] {1, 1, 0}))
        .isEqualTo(0, within(1e-12));
    assertThat(SainteLague.margin(new double[] {3, 1}, new int[] {3, 1}))
        .isEqualTo(7.0 / 3 - 5.0 / 3, within(1e-12));
  }
}
