package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChainTest {
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
                .filter(Component::hasRegions)
                .forEach(component -> assertSame(closable, component));
          }
        });
  }

  private static void assertSame(Closable closable, Component component) {
    try {
      Chain chain = new Chain(component, closable.round(), closable.budget);
      boolean found = chain.prepare() && chain.search(closable.budget, LabelSearch.FULL);
      Labels last = plainly(closable, component);
      assertThat(found).isEqualTo(last.count > 0);
      if (found) {
        assertThat(chain.loss()).isEqualTo(last.losses[0]);
        assertRowsHold(closable, component, chain);
      }
    } catch (SearchTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  private static Labels plainly(Closable closable, Component component)
      throws SearchTooLargeException {
    Round round = closable.round();
    Outlooks outlooks = Outlooks.toTheEnd(component, round);
    return new LabelSearch(component.items(), outlooks, LabelSearch.FULL, round.effort())
        .search(closable.budget);
  }

  private static void assertRowsHold(Closable closable, Component component, Chain chain) {
    int[] persons = closable.base.persons.clone();
    int[] minors = closable.base.minors.clone();
    chain.apply(persons, minors);
    for (int row : component.rows()) {
      long use = 0;
      for (int i = 0; i < persons.length; i++) {
        boolean counts = row < Rows.REGIONS || inRegion(closable, i, (row - Rows.REGIONS) / 3);
        use += counts ? Plain.amount(row, persons[i], minors[i]) : 0;
      }
      assertThat(closable.frame.rows.holds(row, use)).isTrue();
    }
  }

  private static boolean inRegion(Closable closable, int i, int region) {
    for (int own : closable.frame.groups.regions()[closable.frame.groupOf[i]]) {
      if (own == region) {
        return true;
      }
    }
    return false;
  }
}
