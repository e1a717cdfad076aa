package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Places;
import io.bosett.model.Places.Per1000;
import io.bosett.model.Places.ShareOf;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CapsTest {
  private static final double NONE = Double.NaN;

  private static ShareOf share(String share) {
    return new ShareOf(Draft.cell("settled"), new BigDecimal(share));
  }

  private static int[] caps(Draft draft, Places places) {
    draft.places = places;
    return draft.compile().candidates().caps();
  }

  @Test
  void without_maxima_the_cap_is_the_demand() {
    assertThat(caps(Draft.byPopulation(1, 2), new Places(10, null, null, null)))
        .containsExactly(100, 100);
  }

  @Test
  void a_maximum_holds_for_all_and_is_never_above_the_demand() {
    assertThat(caps(Draft.byPopulation(1), new Places(10, 60, null, null))).containsExactly(60);
    assertThat(caps(Draft.byPopulation(1), new Places(10, 600, null, null))).containsExactly(100);
  }

  @Test
  void shares_of_a_cell_are_rounded_down_in_exact_decimals() {
    Draft draft = Draft.byPopulation(1, 1, 1).cells("settled", 50, 100, 25);
    assertThat(caps(draft, new Places(1, null, share("0.58"), null))).containsExactly(29, 58, 14);
  }

  @Test
  void so_many_per_thousand_are_rounded_down() {
    Draft draft = Draft.byPopulation(1999, 2000, 999);
    Per1000 per1000 = new Per1000(Draft.cell("population"), new BigDecimal("10.5"));
    assertThat(caps(draft, new Places(1, null, null, per1000))).containsExactly(20, 21, 10);
  }

  @Test
  void the_lowest_of_the_maxima_counts() {
    Draft draft = Draft.byPopulation(5000, 1000, 9000).cells("settled", 100, 90, 80);
    Per1000 per1000 = new Per1000(Draft.cell("population"), BigDecimal.TEN);
    assertThat(caps(draft, new Places(10, 70, share("0.5"), per1000))).containsExactly(50, 10, 40);
  }

  @Test
  void a_missing_or_suppressed_cell_gives_the_minimum() {
    Draft draft = Draft.byPopulation(1, 1, 1).cells("settled", NONE, NONE, 80);
    draft.data.suppressed("B", "settled", 2017);
    assertThat(caps(draft, new Places(10, null, share("0.5"), null))).containsExactly(10, 10, 40);
  }

  @Test
  void a_cap_below_the_minimum_is_raised_to_it_however_it_comes_about() {
    Draft draft = Draft.byPopulation(1, 1, 1).cells("settled", 8, 0, -7);
    assertThat(caps(draft, new Places(10, null, share("0.5"), null))).containsExactly(10, 10, 10);
    assertThat(caps(Draft.byPopulation(1), new Places(10, 3, null, null))).containsExactly(10);
    assertThat(caps(Draft.byPopulation(1), new Places(200, null, null, null))).containsExactly(200);
  }
}
