package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.Demand;
import io.bosett.model.Minors;
import io.bosett.model.Region;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedRulesTest {
  /** A, B, C in county 1, P, Q in county 2, Z in county 3; B is no candidate. */
  private static Draft draft() {
    Draft draft = Draft.byPopulation(1, 1, 1);
    for (String id : List.of("P", "Q", "Z")) {
      String county = id.equals("Z") ? "3" : "2";
      draft.data.municipality(id, id, county).number(id, "population", 2017, 1);
    }
    draft.candidates = new Candidates(null, null, List.of("B"));
    return draft;
  }

  private static Region county(String county) {
    return new Region("", county, List.of(), Band.FREE, Band.FREE, Band.FREE);
  }

  @Test
  void demand_and_quota_are_equalities() {
    Draft draft = draft();
    draft.demand = new Demand(50, 7);
    Program program = draft.compile();
    assertThat(program.limits(Term.PERSONS)).isEqualTo(new Bounds(50, 50));
    assertThat(program.limits(Term.MINORS)).isEqualTo(new Bounds(7, 7));
  }

  @Test
  void the_selection_is_a_share_of_the_candidates() {
    Draft draft = draft();
    draft.selection = new Selection.Share(new BigDecimal("0.4"), BigDecimal.ZERO);
    assertThat(draft.compile().limits(Term.SELECTED)).isEqualTo(new Bounds(2, 2));
  }

  @Test
  void places_with_minors_have_an_upper_limit_or_none() {
    Draft draft = draft();
    assertThat(draft.compile().limits(Term.MINORS_PLACES)).isEqualTo(Bounds.FREE);
    draft = draft();
    draft.minors = new Minors(1, BigDecimal.ONE, null, 3, null);
    assertThat(draft.compile().limits(Term.MINORS_PLACES)).isEqualTo(new Bounds(0, 3));
  }

  @Test
  void a_county_means_its_candidates() {
    Draft draft = draft();
    draft.regions.addAll(List.of(county("2"), county("1"), county("2"), county("3")));
    assertThat(draft.compile().regional(Term.PERSONS))
        .extracting(SharedRule::members)
        .containsExactly(new int[] {2, 3}, new int[] {0, 1}, new int[] {2, 3}, new int[] {4});
  }

  @Test
  void a_list_means_the_candidates_among_them_in_ascending_order() {
    Draft draft = draft();
    draft.regions.add(Draft.region(List.of("Z", "B", "A"), Band.FREE));
    draft.regions.add(Draft.region(List.of("B"), Band.FREE));
    assertThat(draft.compile().regional(Term.PERSONS))
        .extracting(SharedRule::members)
        .containsExactly(new int[] {0, 4}, new int[] {});
  }

  @Test
  void bands_become_limits_and_what_is_not_said_is_free() {
    Draft draft = draft();
    draft.regions.add(
        new Region("", "1", List.of(), new Band(1, 40), new Band(null, 5), new Band(2, null)));
    List<SharedRule> rules = draft.compile().rules();
    assertThat(rules.subList(rules.size() - 3, rules.size()))
        .allMatch(rule -> rule.region() == 0)
        .extracting(SharedRule::name, SharedRule::pointer, SharedRule::limits)
        .containsExactly(
            tuple("regions.persons", "/regions/0/persons", new Bounds(1, 40)),
            tuple("regions.minors", "/regions/0/minors", new Bounds(0, 5)),
            tuple("regions.selected", "/regions/0/selected", new Bounds(2, Bounds.NONE)));
  }
}
