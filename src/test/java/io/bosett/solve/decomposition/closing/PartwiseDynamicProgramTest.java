package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.decomposition.Closable;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.Rows;
import org.junit.jupiter.api.Test;

class PartwiseDynamicProgramTest {
  @Test
  void the_chain_of_groups_finds_the_least_loss_that_the_plain_search_finds() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 7);
          drawn.regions = drawn.between(1, 4);
          Closable closable = Closable.of(drawn);
          if (closable != null) {
            closable.components().stream()
                .filter(component -> component.hasRegions(closable.model.rows))
                .forEach(component -> assertSame(closable, component));
          }
        });
  }

  private static void assertSame(Closable closable, Component component) {
    try {
      PartwiseDynamicProgram partwiseDynamicProgram =
          new PartwiseDynamicProgram(component, closable.round(), closable.budget);
      boolean found =
          partwiseDynamicProgram.prepare()
              && partwiseDynamicProgram.search(closable.budget, LabelSearch.FULL);
      Labels last = plainly(closable, component);
      assertThat(found).isEqualTo(last.count > 0);
      if (found) {
        assertThat(partwiseDynamicProgram.loss()).isEqualTo(last.losses[0]);
        assertRowsHold(closable, component, partwiseDynamicProgram);
      }
    } catch (SearchTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  private static Labels plainly(Closable closable, Component component)
      throws SearchTooLargeException {
    SearchRound round = closable.round();
    CompletionBounds completionBounds = CompletionBounds.toTheEnd(component, round);
    return new LabelSearch(component.items(), completionBounds, LabelSearch.FULL, round.effort())
        .search(closable.budget);
  }

  private static void assertRowsHold(
      Closable closable, Component component, PartwiseDynamicProgram partwiseDynamicProgram) {
    int[] persons = closable.base.persons.clone();
    int[] minors = closable.base.minors.clone();
    partwiseDynamicProgram.apply(persons, minors);
    Rows rows = closable.model.rows;
    for (int row : component.rows()) {
      long use = 0;
      for (int i = 0; i < persons.length; i++) {
        boolean counts = Plain.counts(closable.program, i, rows.region[row]);
        use += counts ? Plain.amount(rows, row, persons[i], minors[i]) : 0;
      }
      assertThat(rows.holds(row, use)).isTrue();
    }
  }
}
