package io.bosett.check.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bosett.check.Asked;
import io.bosett.check.Figured;
import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Missing;
import io.bosett.model.Result.FilledIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class FiguresTest {
  private static final Figure RATE = new Figure("rate", 2011, 2012, 1.0);

  /** D has a share without a count, E nothing at all. */
  private static Dataset shares() {
    return Figured.populations(1, 1, 1, 1, 1)
        .cells("rate", 2010, 99.0)
        .cells("rate", 2011, 50.0, null, Double.NaN, 70.0)
        .cells("rate", 2012, 80.0, 20.0)
        .cells("leavers", 2011, 10.0, 5.0, 7.0)
        .cells("leavers", 2012, 20.0, 25.0, Double.NaN)
        .build();
  }

  @Test
  void years_are_weighted_by_half_life_over_those_with_a_number() {
    double[] values = new Figures(shares()).of(RATE, null).values();
    assertThat(values[0]).isEqualTo((0.5 * 50 + 80) / 1.5);
    assertThat(values[1]).isEqualTo(20);
    assertThat(values[2]).isNaN();
    assertThat(values[3]).isEqualTo(70);
    assertThat(values[4]).isNaN();
  }

  @Test
  void without_half_life_years_count_alike() {
    Figure plain = new Figure("rate", 2010, 2012, null);
    double[] values = new Figures(shares()).of(plain, null).values();
    assertThat(values[0]).isEqualTo((99.0 + 50 + 80) / 3);
  }

  @Test
  void a_weight_that_underflows_leaves_the_value_missing() {
    Figure sharp = new Figure("rate", 2011, 2012, 1e-4);
    double[] values = new Figures(shares()).of(sharp, null).values();
    assertThat(values[0]).isEqualTo(80);
    assertThat(values[3]).isNaN();
  }

  /** National: (0.5*10*50 + 20*80 + 25*20) / (0.5*10 + 20 + 25) = 2350 / 50 = 47. */
  @Test
  void shrink_adds_people_with_the_national_share() {
    Figures.Values values = new Figures(shares()).of(RATE, new Shrink("leavers", 25));
    assertThat(values.values()).containsExactly(60.5, 33.5, 47, 47, 47);
    assertThat(values.shrunkToNational().toString()).isEqualTo("{2, 3, 4}");
  }

  @Test
  void shrink_without_prior_pools_years_and_fills_nothing() {
    Figures.Values values = new Figures(shares()).of(RATE, new Shrink("leavers", 0));
    assertThat(values.values()).containsExactly(74, 20, Double.NaN, Double.NaN, Double.NaN);
    assertThat(values.shrunkToNational().isEmpty()).isTrue();
  }

  @Test
  void shrink_over_nobody_has_nothing_to_divide_by() {
    Dataset dataset =
        Figured.populations(1, 1).cells("rate", 2012, 50.0).cells("leavers", 2012, 0.0).build();
    Figures.Values values = new Figures(dataset).of(RATE, new Shrink("leavers", 0));
    assertThat(values.values()).containsOnly(Double.NaN);
  }

  private static Dataset counties() {
    return new Figured()
        .add("A", "1", 1)
        .add("B", "1", 1)
        .add("C", "1", 1)
        .add("D", "2", 1)
        .add("E", "2", 1)
        .cells("rate", 2012, 60.0, 70.0, null, 20.0, Double.NaN)
        .build();
  }

  private static CriterionValues filled(
      Dataset dataset, @Nullable Missing missing, @Nullable Shrink shrink, String... excluded) {
    Asked asked = new Asked();
    asked.candidates = new Candidates(null, null, List.of(excluded));
    Criterion.Tilt tilt = new Criterion.Tilt(RATE, 0.3, shrink, missing);
    asked.criteria = List.of(Asked.tilted("rate", 1, tilt), Asked.tilted("again", 1, tilt));
    Figures figures = new Figures(dataset);
    CandidateIndex candidateIndex = CandidateIndex.of(asked.scenario(), dataset, figures);
    return new CriterionValues(asked.scenario(), dataset, candidateIndex, figures);
  }

  @Test
  void a_missing_value_becomes_the_mean_of_the_county_candidates_or_not() {
    CriterionValues values = filled(counties(), Missing.COUNTY, null, "A");
    assertThat(values.tilt(0)).containsExactly(70, 65, 20, 20);
    assertThat(values.filledIn())
        .containsExactly(
            new FilledIn("C", "rate", 65, "county"), new FilledIn("E", "rate", 20, "county"));
  }

  @Test
  void a_missing_value_becomes_the_mean_of_all() {
    CriterionValues values = filled(counties(), Missing.NATIONAL, null);
    assertThat(values.tilt(0)).containsExactly(60, 70, 50, 20, 50);
    assertThat(values.filledIn())
        .containsExactly(
            new FilledIn("C", "rate", 50, "national"), new FilledIn("E", "rate", 50, "national"));
  }

  @Test
  void a_missing_value_can_take_the_municipality_out() {
    Asked asked = new Asked();
    Criterion.Tilt tilt = new Criterion.Tilt(RATE, 0.3, null, Missing.EXCLUDE);
    asked.criteria = List.of(Asked.tilted("rate", 1, tilt));
    assertThat(asked.recomputed(counties()).candidateIndex().positions()).containsExactly(0, 1, 3);
  }

  @Test
  void a_missing_value_of_which_nothing_is_said_is_an_error() {
    assertThatThrownBy(() -> filled(counties(), null, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/criteria/0/tilt")
        .hasMessageContaining("C");
  }

  @Test
  void a_county_without_another_value_is_an_error() {
    Dataset lonely =
        new Figured().add("A", "1", 1).add("B", "2", 1).cells("rate", 2012, 1.0).build();
    assertThatThrownBy(() -> filled(lonely, Missing.COUNTY, null))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void what_shrink_gives_to_those_without_a_year_is_listed_once() {
    CriterionValues values = filled(shares(), null, new Shrink("leavers", 25), "E");
    assertThat(values.filledIn())
        .containsExactly(
            new FilledIn("C", "rate", 47, "shrink"), new FilledIn("D", "rate", 47, "shrink"));
  }

  @Test
  void z_has_mean_0_and_deviation_1_and_is_clipped() {
    assertThat(new Spread(new double[] {1, 3}).standardized()).containsExactly(-1, 1);
    double[] values = new double[11];
    values[10] = 1;
    double[] z = new Spread(values).standardized();
    assertThat(z[10]).isEqualTo(3);
    assertThat(z[0]).isCloseTo(-1 / Math.sqrt(10), within(1e-12));
  }

  @Test
  void z_is_0_when_the_values_are_as_good_as_equal() {
    assertThat(new Spread(new double[] {5}).standardized()).containsExactly(0);
    assertThat(new Spread(new double[] {-7, -7}).standardized()).containsExactly(0, 0);
    assertThat(new Spread(new double[] {1, 1 + 1e-10}).standardized()).containsExactly(0, 0);
    assertThat(new Spread(new double[] {1, 1 + 1e-8}).standardized()).containsExactly(-1, 1);
    assertThat(new Spread(new double[] {0, 1e-300}).scaled()).containsExactly(0, 1);
    assertThat(new Spread(new double[] {1, 1 + 1e-10}).scaled()).containsExactly(0, 0);
  }
}
