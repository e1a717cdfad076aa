package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.decomposition.Closable;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.RowMoveCost;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompletionBoundsTest {
  @Test
  void a_row_never_loses_less_than_its_bound() {
    Seeds.run(
        2_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 6);
          drawn.regions = Math.max(0, drawn.between(-1, 3));
          drawn.disjoint = drawn.random.nextBoolean();
          Closable closable = Closable.of(drawn);
          if (closable != null) {
            closable.components().forEach(component -> assertBounds(closable, component));
          }
        });
  }

  private static void assertBounds(Closable closable, Component component) {
    CompletionBounds completionBounds = CompletionBounds.toTheEnd(component, closable.round());
    for (int place = 0; place < component.rows().length; place++) {
      Map<Integer, Long> later = new TreeMap<>(Map.of(0, 0L));
      for (int k = component.items().size() - 1; k >= 0; k--) {
        RowCompletionBound row = completionBounds.stage(k).bound(place);
        for (int change = -30; change <= 30; change++) {
          assertThat(row.leastLoss(change)).isLessThanOrEqualTo(least(row, change, later));
        }
        later = with(closable, component.items().get(k), component.rows()[place], later);
      }
      RowCompletionBound row = completionBounds.stage(component.items().size() - 1).bound(place);
      assertThat(completionBounds.root()).isLessThanOrEqualTo(rootOf(closable, component));
      assertThat(row.finalLoss(0)).isNotNegative();
    }
  }

  /** The least that any allocation loses, rows one by one. */
  private static long rootOf(Closable closable, Component component) {
    CompletionBounds completionBounds = CompletionBounds.toTheEnd(component, closable.round());
    long most = 0;
    for (int place = 0; place < component.rows().length; place++) {
      Map<Integer, Long> all = Map.of(0, 0L);
      for (ChoiceItem item : component.items()) {
        all = with(closable, item, component.rows()[place], all);
      }
      most = Math.max(most, least(completionBounds.stage(0).bound(place), 0, all));
    }
    return most;
  }

  private static long least(RowCompletionBound row, int change, Map<Integer, Long> later) {
    long least = RowMoveCost.NEVER;
    for (Map.Entry<Integer, Long> move : later.entrySet()) {
      long own = row.finalLoss(change + move.getKey());
      least = own == RowMoveCost.NEVER ? least : Math.min(least, own + move.getValue());
    }
    return least;
  }

  private static Map<Integer, Long> with(
      Closable closable, ChoiceItem item, int row, Map<Integer, Long> moves) {
    int[] touched = Component.touched(item, closable.model.groups, closable.model.rows);
    boolean counts = Arrays.stream(touched).anyMatch(one -> one == row);
    Map<Integer, Long> next = new TreeMap<>();
    for (int option = 0; option < item.size(); option++) {
      int change = counts ? item.change(option, closable.model.rows.term[row]) : 0;
      long loss = item.loss(option);
      moves.forEach((move, before) -> next.merge(move + change, before + loss, Math::min));
    }
    return next;
  }
}
