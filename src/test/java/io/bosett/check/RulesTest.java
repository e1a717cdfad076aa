package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.recount.CandidateIndex;
import io.bosett.check.recount.MinorsCandidates;
import io.bosett.check.recount.MinorsShare;
import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.CellRef;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Region;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates, caps, shares and bands worked out by hand. */
class RulesTest {
  @ParameterizedTest
  @CsvSource({
    "0.58, 50, 29",
    "0.55, 100, 55",
    "0.29, 100, 29",
    "1, 7, 7",
    "0, 7, 0",
    "0.5, 7, 3",
    "0.3333333333333333, 3, 0",
    "0.3333333333333334, 3, 1",
    "1.00, 10000000, 10000000"
  })
  void shares_are_rounded_down_in_exact_decimals(String share, int persons, int minors) {
    assertThat(new MinorsShare(new BigDecimal(share)).of(persons)).isEqualTo(minors);
  }

  @ParameterizedTest
  @CsvSource({"0.58, 0, 50, 29, 29", "0.5, 0.05, 5, 2, 3", "0.9, 0.3, 10, 6, 10", "0, 0, 3, 0, 0"})
  void the_selection_band_is_cut_to_the_candidates(
      String share, String tolerance, int n, int least, int most) {
    double[] populations = new double[n];
    Arrays.fill(populations, 1);
    Asked asked = new Asked();
    asked.selection = new Selection.Share(new BigDecimal(share), new BigDecimal(tolerance));
    SharedRule rule = selection(asked, Figured.populations(populations).build());
    assertThat(rule.lower()).isEqualTo(least);
    assertThat(rule.upper()).isEqualTo(most);
  }

  @Test
  void a_selection_without_a_limit_has_none() {
    Asked asked = new Asked();
    Dataset dataset = Figured.populations(1, 1).build();
    assertThat(selection(asked, dataset).isFree()).isTrue();
    asked.selection = new Selection.Count(1, null);
    assertThat(selection(asked, dataset).lower()).isEqualTo(1);
    assertThat(selection(asked, dataset).upper()).isNull();
  }

  private static SharedRule selection(Asked asked, Dataset dataset) {
    return asked.recomputed(dataset).sharedRules().all().get(Quantity.SELECTED.ordinal());
  }

  @Test
  void caps_are_the_lowest_maximum_raised_to_the_minimum() {
    Asked asked = new Asked();
    asked.demand = new Demand(40, 0);
    asked.places =
        new Places(
            3,
            30,
            new Places.ShareOf(new CellRef("settled", 2016), new BigDecimal("0.58")),
            new Places.Per1000(new CellRef("population", 2017), BigDecimal.TEN));
    Dataset dataset =
        Figured.populations(9000, 2800, 9000, 9000, 9000, 100)
            .cells("settled", 2016, 50.0, 50.0, null, Double.NaN, 99.0, 50.0)
            .build();
    assertThat(caps(asked, dataset)).containsExactly(29, 28, 3, 3, 30, 3);
    asked.places = new Places(3, null, null, null);
    assertThat(caps(asked, dataset)).containsOnly(40);
    asked.demand = new Demand(2, 0);
    assertThat(caps(asked, dataset)).containsOnly(3);
  }

  private static int[] caps(Asked asked, Dataset dataset) {
    Recomputation recomputation = asked.recomputed(dataset);
    int[] caps = new int[recomputation.candidateIndex().size()];
    Arrays.setAll(caps, recomputation.placeRules()::cap);
    return caps;
  }

  private static final Dataset SETTLED =
      Figured.populations(1, 1, 1, 1)
          .cells("settled", 2014, 1.0, 0.0, Double.NaN, null)
          .cells("settled", 2015, 0.0, 0.9, null, null)
          .cells("settled", 2016, null, 5.0, null, null)
          .build();

  @Test
  void candidates_settled_somebody_or_are_included_and_not_excluded() {
    assertThat(candidates(settledIn(2015), null)).isEqualTo("AC");
    assertThat(candidates(settledIn(2016), null)).isEqualTo("ABC");
    assertThat(candidates(settledIn(2015), List.of("D"))).isEqualTo("ACD");
    assertThat(candidates(settledIn(2015), List.of("D"), "A")).isEqualTo("CD");
    assertThat(candidates(null, List.of("D", "B"))).isEqualTo("BD");
    assertThat(candidates(null, null, "B")).isEqualTo("ACD");
  }

  private static Candidates.SettledIn settledIn(int to) {
    return new Candidates.SettledIn("settled", 2014, to);
  }

  private static String candidates(
      Candidates.@Nullable SettledIn settledIn, @Nullable List<String> include, String... exclude) {
    Asked asked = new Asked();
    asked.candidates = new Candidates(settledIn, include, List.of(exclude));
    CandidateIndex candidateIndex = asked.recomputed(SETTLED).candidateIndex();
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < candidateIndex.size(); i++) {
      ids.append(candidateIndex.id(i));
    }
    return ids.toString();
  }

  @Test
  void a_condition_on_minors_is_met_by_numbers_and_by_suppressed_cells_for_at_least_1_alone() {
    assertThat(minors("1", null)).isEqualTo("{0, 2}");
    assertThat(minors("1.0", null)).isEqualTo("{0, 2}");
    assertThat(minors("2", null)).isEqualTo("{}");
    assertThat(minors("0", null)).isEqualTo("{0, 1}");
    assertThat(minors("1", "9")).isEqualTo("{0}");
    assertThat(minors(null, "0")).isEqualTo("{1}");
  }

  private static String minors(@Nullable String atLeast, @Nullable String atMost) {
    Asked asked = new Asked();
    Minors.Who.Condition condition =
        new Minors.Who.Condition(
            new CellRef("settled", 2014),
            atLeast == null ? null : new BigDecimal(atLeast),
            atMost == null ? null : new BigDecimal(atMost));
    Minors minors = new Minors(1, BigDecimal.ONE, null, null, condition);
    CandidateIndex candidateIndex = asked.recomputed(SETTLED).candidateIndex();
    return MinorsCandidates.of(minors, SETTLED, candidateIndex).toString();
  }

  private static PlaceRules fixed(@Nullable Integer persons, @Nullable Integer minors) {
    return fixed(new Fixed("A", persons, minors, null));
  }

  private static PlaceRules fixed(Fixed fixed) {
    Asked asked = new Asked();
    asked.demand = new Demand(30, 10);
    asked.places = new Places(3, 9, null, null);
    asked.minors = new Minors(2, new BigDecimal("0.5"), 4, null, null);
    asked.fixed = List.of(fixed);
    return asked.recomputed(Figured.populations(1, 1).build()).placeRules();
  }

  @Test
  void fixed_persons_may_be_above_the_cap_which_stays() {
    PlaceRules rules = fixed(12, null);
    assertThat(rules.allowsPersons(0, 12)).isTrue();
    assertThat(rules.allowsPersons(0, 9)).isFalse();
    assertThat(rules.allowsPersons(0, 0)).isFalse();
    assertThat(rules.cap(0)).isEqualTo(9);
    assertThat(rules.allowsPersons(1, 12)).isFalse();
  }

  @Test
  void fixed_minors_may_be_above_their_maximum_and_stay_within_the_share() {
    PlaceRules rules = fixed(14, 6);
    assertThat(rules.allowsMinors(0, 14, 6)).isTrue();
    assertThat(rules.allowsMinors(0, 14, 0)).isFalse();
    assertThat(rules.allowsMinors(0, 11, 6)).isFalse();
    assertThat(fixed(9, 6).isStuck(0)).isTrue();
    assertThat(fixed(null, 6).isStuck(0)).isTrue();
    assertThat(fixed(null, 4).isStuck(0)).isFalse();
  }

  @Test
  void whoever_is_fixed_as_not_asked_gets_nobody() {
    for (Fixed fixed : List.of(new Fixed("A", 0, null, null), new Fixed("A", null, null, false))) {
      PlaceRules rules = fixed(fixed);
      assertThat(rules.allowsPersons(0, 0)).isTrue();
      assertThat(rules.allowsPersons(0, 5)).isFalse();
    }
    assertThat(fixed(new Fixed("A", null, null, true)).allowsPersons(0, 0)).isFalse();
    assertThat(fixed(new Fixed("A", null, 0, null)).allowsMinors(0, 9, 2)).isFalse();
    assertThat(fixed(new Fixed("A", 0, null, true)).isStuck(0)).isTrue();
  }

  @Test
  void regions_count_candidates_once_and_alone() {
    Asked asked = new Asked();
    asked.candidates = new Candidates(null, null, List.of("B"));
    Region listed =
        new Region("", null, List.of("C", "A", "C", "B"), new Band(1, 2), Band.FREE, Band.FREE);
    Region county = new Region("", "1", List.of(), Band.FREE, Band.FREE, new Band(null, 2));
    asked.regions = List.of(listed, county);
    List<SharedRule> rules = asked.recomputed(SETTLED).sharedRules().ofRegions();
    assertThat(rules).hasSize(6);
    assertThat(rules.get(0).members()).containsExactly(0, 1);
    assertThat(rules.get(5).members()).containsExactly(0, 1, 2);
  }
}
