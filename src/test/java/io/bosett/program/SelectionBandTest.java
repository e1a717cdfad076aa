package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Selection;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SelectionBandTest {
  private static Bounds share(String share, String tolerance, int n) {
    Selection selection = new Selection.Share(new BigDecimal(share), new BigDecimal(tolerance));
    return SelectionBand.of(selection, n);
  }

  @Test
  void a_share_is_rounded_outwards_in_exact_decimals() {
    assertThat(share("0.5", "0.05", 408)).isEqualTo(new Bounds(183, 225));
    assertThat(share("0.5", "0.05", 100)).isEqualTo(new Bounds(45, 55));
    assertThat(share("0.55", "0", 100)).isEqualTo(new Bounds(55, 55));
    assertThat(share("0.58", "0", 50)).isEqualTo(new Bounds(29, 29));
    assertThat(share("0.5", "0", 7)).isEqualTo(new Bounds(3, 4));
  }

  @Test
  void a_share_is_cut_to_the_number_of_candidates() {
    assertThat(share("0.9", "0.3", 10)).isEqualTo(new Bounds(6, 10));
    assertThat(share("0.1", "0.3", 10)).isEqualTo(new Bounds(0, 4));
  }

  @Test
  void given_numbers_stand_as_they_are() {
    assertThat(SelectionBand.of(new Selection.Count(3, null), 2))
        .isEqualTo(new Bounds(3, Bounds.NONE));
    assertThat(SelectionBand.of(new Selection.Count(null, 5), 9)).isEqualTo(new Bounds(0, 5));
  }

  @Test
  void nothing_said_limits_nothing() {
    assertThat(SelectionBand.of(null, 9)).isEqualTo(Bounds.FREE);
  }
}
