package io.bosett.program.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Figure;
import io.bosett.program.Draft;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
  private static final double NONE = Double.NaN;

  /** A has both years, B a share without count, C one year; D has nothing. */
  private static Draft draft() {
    return Draft.of(1, 1, 1, 1)
        .cellsIn(2013, "share", 50, 70, NONE)
        .cellsIn(2013, "count", 10, NONE, 3)
        .cellsIn(2014, "share", 80, 90, 100)
        .cellsIn(2014, "count", 20, NONE, 5);
  }

  private static RawFigure shrunk(Draft draft, Figure figure, double prior) {
    return RawFigure.of(draft.data.build(), figure, new Shrink("count", prior));
  }

  @Test
  void a_share_is_pulled_towards_the_national_one_by_the_prior() {
    RawFigure figure = shrunk(draft(), new Figure("share", 2013, 2014, null), 20);
    double national = (10 * 50.0 + 20 * 80 + 5 * 100) / (10 + 20 + 5);
    assertThat(figure.values()[0]).isEqualTo((2100 + 20 * national) / (30.0 + 20));
    assertThat(figure.values()[2]).isEqualTo((500 + 20 * national) / (5.0 + 20));
  }

  @Test
  void without_a_year_that_has_both_numbers_the_national_share_stands_in() {
    RawFigure figure = shrunk(draft(), new Figure("share", 2013, 2014, null), 20);
    double national = 2600.0 / 35;
    assertThat(figure.values()[1]).isEqualTo(national);
    assertThat(figure.values()[3]).isEqualTo(national);
    assertThat(figure.shrunk().stream()).containsExactly(1, 3);
  }

  @Test
  void years_are_weighed_by_half_life_as_well_as_by_count() {
    RawFigure figure = shrunk(draft(), new Figure("share", 2013, 2014, 1.0), 0);
    double a = 0.5 * 10 * 50 + 1.0 * 20 * 80;
    assertThat(figure.values()[0]).isEqualTo(a / (0.5 * 10 + 20));
  }

  @Test
  void a_prior_of_zero_leaves_values_missing() {
    RawFigure figure = shrunk(draft(), new Figure("share", 2013, 2014, null), 0);
    assertThat(figure.values()).containsExactly(70, NONE, 100, NONE);
    assertThat(figure.shrunk().isEmpty()).isTrue();
  }

  @Test
  void nobody_counted_anywhere_leaves_all_values_missing() {
    Draft draft = Draft.of(1, 1).cells("share", 50, 60).cells("count", 0, 0);
    RawFigure figure = shrunk(draft, new Figure("share", 2017), 20);
    assertThat(figure.values()).containsExactly(NONE, NONE);
    assertThat(figure.shrunk().isEmpty()).isTrue();
  }

  @Test
  void a_count_of_zero_is_a_year_of_ones_own_and_not_filled_in() {
    Draft draft = Draft.of(1, 1).cells("share", 50, 60).cells("count", 0, 4);
    RawFigure figure = shrunk(draft, new Figure("share", 2017), 20);
    assertThat(figure.values()[0]).isEqualTo((0 + 20 * 60.0) / (0 + 20.0));
    assertThat(figure.shrunk().isEmpty()).isTrue();
  }

  @Test
  void years_that_only_one_of_the_two_indicators_has_do_not_count() {
    Draft draft =
        Draft.of(1, 1)
            .cellsIn(2012, "share", 1, 1)
            .cellsIn(2014, "share", 40, 60)
            .cellsIn(2013, "count", 9, 9)
            .cellsIn(2014, "count", 1, 3);
    RawFigure figure = shrunk(draft, new Figure("share", 2010, 2014, null), 0);
    assertThat(figure.values()).containsExactly(40, 60);
  }

  @Test
  void suppressed_counts_and_shares_are_missing() {
    Draft draft = Draft.of(1, 1, 1).cells("share", 0, 60, NONE).cells("count", NONE, 4, 4);
    draft.data.suppressed("A", "count", 2017).suppressed("C", "share", 2017);
    RawFigure figure = shrunk(draft, new Figure("share", 2017), 5);
    assertThat(figure.shrunk().stream()).containsExactly(0, 2);
  }

  @Test
  void the_national_share_is_one_running_sum_over_municipalities_then_years() {
    Draft draft =
        Draft.of(1, 1, 1)
            .cellsIn(2013, "share", 0.1, 0.7, 1e17)
            .cellsIn(2013, "count", 1, 1, 1)
            .cellsIn(2014, "share", 0.2, 3, -1e17)
            .cellsIn(2014, "count", 1, 1, 1);
    double sum = 0;
    for (double term : new double[] {0.1, 0.2, 0.7, 3, 1e17, -1e17}) {
      sum += term;
    }
    draft.data.municipality("D", "", "1");
    RawFigure figure = shrunk(draft, new Figure("share", 2013, 2014, null), 1);
    assertThat(figure.values()[3]).isEqualTo(sum / 6);
  }
}
