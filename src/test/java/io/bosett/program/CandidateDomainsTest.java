package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Demand;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import io.bosett.model.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each test lists all that the first candidate, or another one, is allowed. */
class CandidateDomainsTest {
  /** A, B, C alike; 20 persons, 6 of them minors; persons in 5..9, minors in groups of 2 to 4. */
  private static Draft draft() {
    Draft draft = Draft.byPopulation(100, 100, 100);
    draft.demand = new Demand(20, 6);
    draft.places = new Places(5, 9, null, null);
    draft.minors = minors(4, null);
    return draft;
  }

  private static Minors minors(@Nullable Integer maximum, @Nullable Who who) {
    return new Minors(2, new BigDecimal("0.5"), maximum, null, who);
  }

  private static List<String> allowed(Program program, int i) {
    List<String> allowed = new ArrayList<>();
    for (int x = 0; x <= 30; x++) {
      for (int m = 0; m <= 30; m++) {
        if (program.allows(i, x, m)) {
          allowed.add(x + "/" + m);
        }
      }
    }
    return allowed;
  }

  private static List<String> first(Draft draft) {
    return allowed(draft.compile(), 0);
  }

  @Test
  void nobody_or_from_the_minimum_to_the_cap_with_no_minors_or_a_group_within_the_share() {
    assertThat(first(draft()))
        .containsExactly(
            "0/0", "5/0", "5/2", "6/0", "6/2", "6/3", "7/0", "7/2", "7/3", "8/0", "8/2", "8/3",
            "8/4", "9/0", "9/2", "9/3", "9/4");
  }

  @Test
  void who_may_not_take_minors_takes_none() {
    Draft draft = draft();
    draft.minors = minors(4, new Who.Listed(List.of("B")));
    assertThat(first(draft)).containsExactly("0/0", "5/0", "6/0", "7/0", "8/0", "9/0");
  }

  @Test
  void without_a_maximum_the_quota_limits_the_group() {
    Draft draft = draft();
    draft.places = new Places(20, null, null, null);
    draft.minors = minors(null, null);
    assertThat(first(draft)).containsExactly("0/0", "20/0", "20/2", "20/3", "20/4", "20/5", "20/6");
  }

  @Test
  void fixed_persons_are_the_only_number_even_above_the_cap() {
    assertThat(first(draft().fix("A", 7, null, null))).containsExactly("7/0", "7/2", "7/3");
    assertThat(first(draft().fix("A", 12, null, null)))
        .containsExactly("12/0", "12/2", "12/3", "12/4");
    assertThat(draft().fix("A", 12, null, null).compile().candidates().caps()[0]).isEqualTo(9);
  }

  @Test
  void fixed_to_nobody_or_not_selected_is_nobody() {
    assertThat(first(draft().fix("A", 0, null, null))).containsExactly("0/0");
    assertThat(first(draft().fix("A", null, null, false))).containsExactly("0/0");
    assertThat(first(draft().fix("A", 0, 0, false))).containsExactly("0/0");
  }

  @Test
  void selected_is_not_dropped() {
    assertThat(first(draft().fix("A", null, 0, true)))
        .containsExactly("5/0", "6/0", "7/0", "8/0", "9/0");
  }

  @Test
  void fixed_minors_are_the_only_group_and_bring_persons_with_them() {
    assertThat(first(draft().fix("A", null, 3, null))).containsExactly("6/3", "7/3", "8/3", "9/3");
    assertThat(first(draft().fix("A", null, 0, null)))
        .containsExactly("0/0", "5/0", "6/0", "7/0", "8/0", "9/0");
    assertThat(first(draft().fix("A", 8, 4, null))).containsExactly("8/4");
  }

  @Test
  void fixed_minors_may_be_above_their_maximum_but_not_beyond_the_share() {
    Draft draft = draft();
    draft.minors = minors(2, null);
    assertThat(first(draft.fix("A", null, 4, null))).containsExactly("8/4", "9/4");
    assertThat(first(draft().fix("A", 9, 5, null))).isEmpty();
  }

  @Test
  void fixed_minors_where_none_may_be_taken_leave_no_option() {
    Draft draft = draft();
    draft.minors = minors(4, new Who.Listed(List.of("B")));
    assertThat(first(draft.fix("A", null, 3, null))).isEmpty();
  }

  @Test
  void fixed_entries_that_contradict_each_other_leave_no_option() {
    assertThat(first(draft().fix("A", 7, null, false))).isEmpty();
    assertThat(first(draft().fix("A", 0, null, true))).isEmpty();
    assertThat(first(draft().fix("A", null, 3, false))).isEmpty();
    assertThat(first(draft().fix("A", 0, 3, null))).isEmpty();
  }

  @Test
  void a_fixed_number_at_a_target_of_zero_leaves_no_option() {
    Draft draft = Draft.byPopulation(0, 100);
    assertThat(first(draft.fix("A", 7, null, null))).isEmpty();
    draft = Draft.byPopulation(0, 100);
    assertThat(first(draft.fix("A", null, null, true))).isEmpty();
  }

  @Test
  void fixed_minors_without_a_quota_leave_no_option_with_the_proportional_fit() {
    Draft draft = draft();
    draft.demand = new Demand(20, 0);
    assertThat(first(draft.fix("A", null, 3, null))).isEmpty();
  }

  @Test
  void who_must_take_minors_may_not_drop() {
    CandidateRanges candidates = draft().fix("A", null, 3, null).compile().candidates();
    assertThat(candidates.mayDrop().get(0)).isFalse();
    assertThat(candidates.mayGoWithout().get(0)).isFalse();
    assertThat(candidates.mayDrop().get(1)).isTrue();
    assertThat(candidates.fixed().stream()).containsExactly(0);
  }

  @Test
  void fixing_to_nothing_may_be_said_of_those_who_are_no_candidates() {
    Draft draft = draft();
    draft.candidates = new io.bosett.model.Candidates(null, null, List.of("A", "C"));
    draft.fix("A", 0, 0, false).fix("C", null, null, false);
    Program program = draft.compile();
    assertThat(program.size()).isEqualTo(1);
    assertThat(program.candidates().fixed().isEmpty()).isTrue();
  }

  @Test
  void a_minimum_above_the_demand_leaves_the_minimum_as_the_only_number() {
    Draft draft = draft();
    draft.places = new Places(25, null, null, null);
    draft.minors = minors(0, null);
    assertThat(first(draft)).containsExactly("0/0", "25/0");
  }
}
