package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.Candidates.SettledIn;
import io.bosett.model.CellRef;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import io.bosett.model.Missing;
import io.bosett.model.Places;
import io.bosett.model.Places.Per1000;
import io.bosett.model.Places.ShareOf;
import io.bosett.model.Previous;
import io.bosett.model.Region;
import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFaultsTest {
  private static final double NONE = Double.NaN;

  /** Four municipalities in two counties with a complete, a gappy and an all-zero indicator. */
  static Draft draft() {
    Draft draft = Draft.of(100, 200, 300);
    draft.data.municipality("P", "P", "2").number("P", "population", 2017, 400);
    draft.data.county("9", "empty");
    draft.cells("gappy", 1, NONE, 3).cells("negative", 1, -2, 3).cells("none", 0, 0, 0);
    draft.data.number("P", "negative", 2017, -0.5).number("P", "none", 2017, 0);
    return draft.criterion(1, Draft.base("population"), null);
  }

  private static Arguments of(String expected, Consumer<Draft> fault) {
    return Arguments.of(expected, fault);
  }

  private static Arguments figure(String expected, Figure figure) {
    return of(expected, d -> d.criterion(1, new Base(figure, 1, null), null));
  }

  private static Arguments tilt(String expected, Tilt tilt) {
    return of(expected, d -> d.criterion(1, Draft.base("population"), tilt));
  }

  private static Candidates settled(String indicator, int from, int to) {
    return new Candidates(new SettledIn(indicator, from, to), null, List.of());
  }

  private static Minors who(Who who) {
    return new Minors(1, BigDecimal.ONE, null, null, who);
  }

  static Stream<Arguments> references() {
    return Stream.of(
        of(
            "/candidates/include/1 names 'X', no municipality of dataset 'd'; allowed: "
                + "one of its 4 ids",
            d -> d.candidates = new Candidates(null, List.of("A", "X"), List.of())),
        of(
            "/candidates/exclude/0 names 'X', no municipality",
            d -> d.candidates = new Candidates(null, null, List.of("X"))),
        of(
            "/candidates/settledIn names 'settled', no indicator of dataset 'd'; "
                + "allowed: one of gappy, negative, none, population",
            d -> d.candidates = settled("settled", 2014, 2017)),
        of(
            "/candidates/settledIn/indicator names 'x', no indicator",
            d -> d.candidates = settled("x", 2014, 2017)),
        of(
            "/candidates/settledIn is 2014 to 2016, where 'population' has no cell; "
                + "allowed: one of 2017",
            d -> d.candidates = settled("population", 2014, 2016)),
        of(
            "/places/maximumShareOf/indicator names 'x'",
            d ->
                d.places =
                    new Places(1, null, new ShareOf(new CellRef("x", 2017), BigDecimal.ONE), null)),
        of(
            "/places/maximumPer1000/year is 1999, a year in which 'population' has no "
                + "cell; allowed: one of 2017",
            d -> {
              CellRef cell = new CellRef("population", 1999);
              d.places = new Places(1, null, null, new Per1000(cell, BigDecimal.ONE));
            }),
        of(
            "/minors/candidates/1 names 'X'",
            d -> d.minors = who(new Who.Listed(List.of("A", "X")))),
        of(
            "/minors/candidates/year is 1999",
            d -> {
              CellRef cell = new CellRef("population", 1999);
              d.minors = who(new Who.Condition(cell, BigDecimal.ONE, null));
            }),
        figure("/criteria/1/base/indicator names 'x'", new Figure("x", 2017)),
        figure("/criteria/1/base/year is 2016", new Figure("population", 2016)),
        figure(
            "/criteria/1/base/years is 2010 to 2016", new Figure("population", 2010, 2016, null)),
        figure(
            "/criteria/1/base/years is 2018 to 2017", new Figure("population", 2018, 2017, null)),
        tilt(
            "/criteria/1/tilt/indicator names 'x'", new Tilt(new Figure("x", 2017), 1, null, null)),
        tilt(
            "/criteria/1/tilt/year is 2016",
            new Tilt(new Figure("population", 2016), 1, null, null)),
        tilt(
            "/criteria/1/tilt/shrink/count names 'x'",
            Draft.tilt("population", 1, new Shrink("x", 1), null)),
        of(
            "/criteria/1/tilt/shrink/count is 2016, a year in which 'gappy' has no cell",
            d -> {
              d.cellsIn(2016, "population", 1, 1, 1);
              Tilt tilt = new Tilt(new Figure("population", 2016), 1, new Shrink("gappy", 1), null);
              d.criterion(1, Draft.base("population"), tilt);
            }),
        of(
            "/regions/0/county names '7', no county of dataset 'd'; allowed: one of 1, 2",
            d -> d.regions.add(new Region("", "7", List.of(), Band.FREE, Band.FREE, Band.FREE))),
        of(
            "/regions/0/county names '9', a county without municipalities",
            d -> d.regions.add(new Region("", "9", List.of(), Band.FREE, Band.FREE, Band.FREE))),
        of(
            "/regions/0/municipalities is empty; allowed: at least one municipality",
            d -> d.regions.add(Draft.region(List.of(), Band.FREE))),
        of(
            "/regions/0/municipalities/1 names 'X'",
            d -> d.regions.add(Draft.region(List.of("A", "X"), Band.FREE))),
        of("/fixed/0/municipality names 'X'", d -> d.fix("X", 1, null, null)),
        of(
            "/previous/allocation/X~1~0 names 'X/~'",
            d -> d.previous = new Previous(Map.of("A", 1, "X/~", 1), 0, 0)));
  }

  static Stream<Arguments> combinations() {
    return Stream.of(
        of(
            "/fixed/0/persons is 9, below the minimum of 10; allowed: 0, or 10 or more",
            d -> {
              d.places = Places.DEFAULT;
              d.fix("A", 9, null, null);
            }),
        of(
            "/fixed/0/minors is 2, below the group of 3; allowed: 0, or 3 or more",
            d -> {
              d.minors = Draft.minors(3, "1");
              d.fix("A", null, 2, null);
            }),
        of(
            "/fixed/1/municipality is 'B', which is no candidate",
            d -> {
              d.candidates = new Candidates(null, null, List.of("B"));
              d.fix("A", 5, null, null).fix("B", 5, null, null);
            }),
        of(
            "/fixed/0/municipality is 'B', which is no candidate",
            d -> {
              d.candidates = new Candidates(null, null, List.of("B"));
              d.fix("B", null, null, true);
            }),
        of(
            "/fixed/0/municipality is 'B', which is no candidate",
            d -> {
              d.criterion(0, Draft.base("gappy", 1, Missing.EXCLUDE), null);
              d.fix("B", null, 1, null);
            }),
        of(
            "/candidates leaves no municipality; allowed: at least one candidate",
            d -> d.candidates = new Candidates(null, List.of("A"), List.of("A"))),
        of(
            "/candidates leaves no municipality",
            d -> {
              d.candidates = new Candidates(null, List.of("B", "P"), List.of());
              d.criterion(1, Draft.base("gappy", 1, Missing.EXCLUDE), null);
            }));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        of(
            "/criteria/1/base has no value of 'gappy' for 2 of 4 candidates: B, P; "
                + "allowed: \"missing\": \"county\", \"national\" or \"exclude\" there",
            d -> d.criterion(1, Draft.base("gappy"), null)),
        tilt(
            "/criteria/1/tilt has no value of 'gappy' for 2 of 4 candidates: B, P",
            Draft.tilt("gappy", 1)),
        of(
            "/criteria/1/base finds no other value of 'gappy' in the county of 1 of 4 "
                + "candidates: P",
            d -> d.criterion(1, Draft.base("gappy", 1, Missing.COUNTY), null)),
        of(
            "/criteria/1/tilt finds no value of 'hidden' at all for 4 of 4 candidates: "
                + "A, B, C and 1 more",
            d -> {
              d.data.suppressed("A", "hidden", 2017);
              d.criterion(
                  1, Draft.base("population"), Draft.tilt("hidden", 1, null, Missing.NATIONAL));
            }),
        tilt(
            "/criteria/1/tilt has no value of 'population' for 2 of 4 candidates: B, P",
            Draft.tilt("population", 1, new Shrink("gappy", 0), null)),
        of(
            "/criteria/1/base has negative values: -2 for B, -0.5 for P; allowed: values "
                + "of 0 or more",
            d -> d.criterion(1, Draft.base("negative"), null)),
        of(
            "/criteria/1/base is 0 for all 4 candidates",
            d -> d.criterion(0, Draft.base("none"), null)),
        of(
            "/criteria/1/base gives amounts that add up to 0.0",
            d -> {
              d.cells("tiny", 1e-100, 1e-100, 1e-100).data.number("P", "tiny", 2017, 1e-100);
              d.criterion(1, Draft.base("tiny", 5, null), null);
            }),
        of(
            "/criteria/1/base gives amounts that add up to Infinity",
            d -> {
              d.cells("huge", 1e300, 1, 1).data.number("P", "huge", 2017, 1);
              d.criterion(1, Draft.base("huge", 2, null), null);
            }),
        of(
            "/criteria/1/tilt has values from 1.0 to 1.0E300",
            d -> {
              d.cells("huge", 1e300, 1, 1).data.number("P", "huge", 2017, 1);
              d.criterion(1, Draft.base("population"), Draft.tilt("huge", 1));
            }));
  }

  static Stream<Arguments> gains() {
    return Stream.of(
        of(
            "/criteria give targets too large for the proportional fit: 2000000 persons "
                + "for B, 3000000 persons for C, 4000000 persons for P; allowed: a weighted "
                + "harmonic mean of at most 1000000",
            d -> d.demand = new Demand(10_000_000, 0)),
        of(
            "/criteria give targets too large for the proportional fit: 2000000 minors for A",
            d -> {
              d.demand = new Demand(10_000_000, 2_000_000);
              d.criteria.clear();
              d.cells("level", 1, 1, 1).data.number("P", "level", 2017, 1);
              for (int i = 0; i < 22; i++) {
                String id = "Z" + i;
                d.data.municipality(id, id, "1").number(id, "level", 2017, 1);
              }
              d.criterion(1, Draft.base("level"), null);
              d.minors = who(new Who.Listed(List.of("A")));
            }),
        of(
            "/criteria give gains beyond 2^53: 100 persons for A, 100 persons for B, 100 "
                + "persons for C; allowed: targets that are 0 or less tiny, or lower caps",
            d -> {
              d.cells("steep", 1e-20, 1e-20, 1e-20).data.number("P", "steep", 2017, 1);
              d.criterion(1, Draft.base("steep"), null);
            }),
        of(
            "/previous makes gains exceed 2^53 for A",
            d -> d.previous = new Previous(Map.of("A", 1000), 1e8, 0)),
        of(
            "/previous makes gains exceed 2^53 for A, B, C and 1 more",
            d -> d.previous = new Previous(Map.of(), 0, 1e300)));
  }

  static Stream<Arguments> all() {
    return Stream.of(references(), combinations(), values(), gains()).flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_fault_is_named_once_where_it_stands(String expected, Consumer<Draft> fault) {
    Draft draft = draft();
    fault.accept(draft);
    assertThat(draft.faults()).hasSize(1);
    Draft again = draft();
    fault.accept(again);
    assertThat(again.faults().get(0).toString()).startsWith(expected);
  }

  @ParameterizedTest
  @MethodSource("all")
  void compiling_refuses_with_the_same_faults(String expected, Consumer<Draft> fault) {
    Draft draft = draft();
    fault.accept(draft);
    assertThatThrownBy(draft::compile)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(expected);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_is_said_of_places_whose_fault_is_known(String expected, Consumer<Draft> fault) {
    String pointer = expected.substring(0, expected.indexOf(' '));
    String above = pointer.substring(0, pointer.lastIndexOf('/'));
    for (String known : List.of(pointer, above, "", pointer + "/below")) {
      Draft draft = draft();
      fault.accept(draft);
      assertThat(draft.faults(known)).as("known: '%s'", known).isEmpty();
    }
  }

  @Test
  void a_sound_scenario_has_no_faults() {
    assertThat(draft().faults()).isEmpty();
  }

  @Test
  void all_faults_are_named_at_once_in_the_order_of_the_document() {
    Draft draft = draft();
    draft.previous = new Previous(Map.of("X", 1), 0, 0);
    draft.fix("A", 5, null, null).fix("Y", 0, null, null);
    draft.places = Places.DEFAULT;
    for (int k = 0; k < 10; k++) {
      draft.criterion(1, Draft.base("gappy"), Draft.tilt("none", 1));
    }
    draft.criteria.set(2, new Criterion("c2", 1, Draft.base("negative"), Draft.tilt("gappy", 1)));
    draft.regions.add(Draft.region(List.of("W", "A", "V"), Band.FREE));
    draft.minors = who(new Who.Listed(List.of("U")));
    assertThat(draft.faults().stream().sorted(ScenarioFormat.DOCUMENT_ORDER))
        .extracting(Violation::pointer)
        .startsWith("/minors/candidates/0", "/criteria/1/base")
        .containsSubsequence("/criteria/1/base", "/criteria/2/base", "/criteria/2/tilt")
        .containsSubsequence("/criteria/2/tilt", "/criteria/3/base", "/criteria/10/base")
        .endsWith(
            "/criteria/10/base",
            "/regions/0/municipalities/0",
            "/regions/0/municipalities/2",
            "/fixed/0/persons",
            "/fixed/1/municipality",
            "/previous/allocation/X");
  }

  @Test
  void a_faulty_weight_or_region_does_not_hide_missing_values() {
    for (String known : List.of("/criteria/0/weight", "/regions", "/selection/share", "/demand")) {
      Draft draft = draft();
      draft.criterion(1, Draft.base("gappy"), null);
      assertThat(draft.faults(known))
          .extracting(Violation::pointer)
          .containsExactly("/criteria/1/base");
    }
  }

  @Test
  void values_are_not_judged_while_the_candidates_are_not_known() {
    for (String known : List.of("/candidates/exclude/3", "/criteria/0/base", "/criteria/0/tilt")) {
      Draft draft = draft();
      draft.criterion(1, Draft.base("gappy"), null);
      assertThat(draft.faults(known)).as(known).isEmpty();
    }
    Draft draft = draft();
    draft.criterion(1, Draft.base("unknown", 1, Missing.EXCLUDE), null);
    draft.criterion(1, Draft.base("gappy"), null);
    assertThat(draft.faults())
        .extracting(Violation::pointer)
        .containsExactly("/criteria/1/base/indicator");
  }

  @Test
  void an_unknown_indicator_elsewhere_does_not_hide_missing_values() {
    Draft draft = draft();
    draft.criterion(1, Draft.base("unknown", 1, Missing.COUNTY), null);
    draft.criterion(1, Draft.base("gappy"), null);
    assertThat(draft.faults())
        .extracting(Violation::pointer)
        .containsExactly("/criteria/1/base/indicator", "/criteria/2/base");
  }
}
