package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.EffortLimits;
import io.bosett.solve.decomposition.Closable;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.Rows;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapPartitionTest {
  private static LongConsumer onOverlapping(Law law) {
    return seed -> {
      Drawn drawn = new Drawn(seed, 6);
      drawn.regions = drawn.between(2, 4);
      drawn.disjoint = false;
      drawn.most = drawn.between(3, 9);
      Closable closable = Closable.of(drawn);
      if (closable != null) {
        try {
          law.hold(closable);
        } catch (SearchTooLargeException e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  private interface Law {
    void hold(Closable closable) throws SearchTooLargeException;
  }

  private static GroupPartition parts(Closable closable, Rows rows) throws SearchTooLargeException {
    EffortCounter effort = new EffortCounter(EffortLimits.DEFAULT.options(), () -> false);
    return new OverlapPartition(closable.base.exact, closable.base, rows, effort, 1L << 50).parts();
  }

  @Test
  void parts_have_no_candidate_in_common_and_lose_no_more_together_than_any_allocation() {
    Seeds.run(
        2_000,
        onOverlapping(
            closable -> {
              GroupPartition parts = parts(closable, closable.model.rows);
              Long least = leastWithin(closable);
              if (least != null) {
                assertThat(parts.sum()).isLessThanOrEqualTo(least);
              }
            }));
  }

  /** The least loss of all within the budget, the rows' own included; null when there is none. */
  private static @Nullable Long leastWithin(Closable closable) {
    int[] rows =
        IntStream.range(0, closable.model.rows.count)
            .filter(row -> !closable.model.rows.free[row])
            .toArray();
    Long least = null;
    for (Map.Entry<List<Long>, Long> sums : closable.byEnumeration().entrySet()) {
      long loss = sums.getValue();
      boolean holds = true;
      for (int k = 0; k < rows.length && holds; k++) {
        long use = sums.getKey().get(k);
        holds = closable.model.rows.holds(rows[k], use);
        loss += holds ? closable.model.rows.loss(rows[k], closable.base.u[rows[k]], use) : 0;
      }
      least = holds && (least == null || loss < least) ? (Long) loss : least;
    }
    return least == null || least > closable.budget ? null : least;
  }

  @Test
  void the_chain_of_parts_finds_the_least_loss_that_the_plain_search_finds() {
    Seeds.run(
        3_000,
        onOverlapping(
            closable -> {
              Rows rows = closable.model.rows;
              Groups groups = closable.model.groups;
              LagrangianSolution base = closable.base;
              GroupPartition parts = parts(closable, rows);
              long budget = parts.sum() + closable.budget;
              EffortCounter effort = new EffortCounter(EffortLimits.DEFAULT.options(), () -> false);
              SearchRound round = new SearchRound(groups, rows, parts, base, effort);
              List<ChoiceItem> items =
                  ChoiceItems.of(base.exact, base, parts.lossBudgets(groups, rows, budget));
              List<Component> components = Component.of(items, groups, rows, parts);
              long own = Component.lossWithout(rows, components, base, budget);
              Long plainly = total(components, own, budget, one -> new ComponentSearch(one, round));
              for (int most : new int[] {0, 3, 4_000}) {
                assertThat(total(components, own, budget, one -> chain(one, round, budget, most)))
                    .isEqualTo(plainly);
              }
            }));
  }

  private interface Searches {
    @Nullable NarrowableSearch of(Component component) throws SearchTooLargeException;
  }

  private static @Nullable NarrowableSearch chain(
      Component component, SearchRound round, long budget, int most)
      throws SearchTooLargeException {
    PartwiseDynamicProgram partwiseDynamicProgram =
        new PartwiseDynamicProgram(component, round, budget, most);
    return partwiseDynamicProgram.prepare() ? partwiseDynamicProgram : null;
  }

  /** The least loss of all components, or null when it is beyond the budget. */
  private static @Nullable Long total(
      List<Component> components, long own, long budget, Searches searches)
      throws SearchTooLargeException {
    long sum = own;
    for (Component component : components) {
      NarrowableSearch search = sum > budget ? null : searches.of(component);
      if (search == null || !search.search(budget, LabelSearch.FULL)) {
        return null;
      }
      sum += search.loss();
    }
    return sum > budget ? null : (Long) sum;
  }

  @Test
  void loss_budgets_exclude_no_allocation_within_the_budget() {
    Seeds.run(
        2_000,
        onOverlapping(
            closable -> {
              Rows rows = closable.model.rows;
              Groups groups = closable.model.groups;
              LagrangianSolution base = closable.base;
              Long least = leastWithin(closable);
              if (least == null) {
                return;
              }
              GroupPartition parts = parts(closable, rows);
              EffortCounter effort = new EffortCounter(EffortLimits.DEFAULT.options(), () -> false);
              SearchRound round = new SearchRound(groups, rows, parts, base, effort);
              List<ChoiceItem> items =
                  ChoiceItems.of(base.exact, base, parts.lossBudgets(groups, rows, least));
              List<Component> components = Component.of(items, groups, rows, parts);
              long loss = Component.lossWithout(rows, components, base, least);
              for (Component component : components) {
                ComponentSearch search = new ComponentSearch(component, round);
                assertThat(search.search(least - loss, LabelSearch.FULL)).isTrue();
                loss += search.loss();
              }
              assertThat(loss).isEqualTo(least);
            }));
  }
}
