package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Candidates;
import io.bosett.model.Candidates.SettledIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateSetTest {
  private static final SettledIn SETTLED = new SettledIn("settled", 2014, 2017);

  private static String[] ids(
      @Nullable SettledIn settledIn, @Nullable List<String> include, String... exclude) {
    Draft draft = Draft.byPopulation(1, 1, 1, 1, 1);
    draft.cellsIn(2013, "settled", 1, 1, 1, 1, 1);
    draft.cellsIn(2014, "settled", 0, 1, 0.9);
    draft.cellsIn(2017, "settled", 0, 0, 0);
    draft.data.suppressed("D", "settled", 2017);
    draft.candidates = new Candidates(settledIn, include, List.of(exclude));
    return draft.compile().candidates().ids();
  }

  @Test
  void all_are_candidates_unless_something_else_is_said() {
    assertThat(ids(null, null)).containsExactly("A", "B", "C", "D", "E");
  }

  @Test
  void settled_in_takes_at_least_one_or_a_suppressed_cell_in_one_of_the_years() {
    assertThat(ids(SETTLED, null)).containsExactly("B", "D");
  }

  @Test
  void settled_in_may_name_another_indicator() {
    assertThat(ids(new SettledIn("population", 2000, 2100), null)).hasSize(5);
  }

  @Test
  void include_adds_to_settled_in_and_without_it_means_exactly_these() {
    assertThat(ids(SETTLED, List.of("E", "B"))).containsExactly("B", "D", "E");
    assertThat(ids(null, List.of("E", "B"))).containsExactly("B", "E");
  }

  @Test
  void exclude_takes_away_from_all_of_it() {
    assertThat(ids(null, null, "A", "E")).containsExactly("B", "C", "D");
    assertThat(ids(SETTLED, List.of("E", "B"), "B", "A")).containsExactly("D", "E");
  }
}
