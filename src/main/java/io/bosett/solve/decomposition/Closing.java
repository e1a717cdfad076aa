package io.bosett.solve.decomposition;

import io.bosett.program.Assignment;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The closing search: from the base of given multipliers to the allocation of least total loss. For
 * every allocation {@code scale * objective = scaledBound - losses}, with a loss of at least 0 for
 * every candidate and every row, so the one of least loss is optimal; and when nothing is found within
 * a budget, every allocation loses more. The budget grows until something is found, or until it covers
 * everything.
 */
final class Closing {
  private final Exact exact;
  private final Base base;
  private final Rows rows;
  private final BooleanSupplier stop;

  /** Total loss that no allocation exceeds. */
  private final long everything;

  /** Labels made so far. */
  long labels;

  /** Candidates that had more than one option in the last round. */
  int open;

  /** The budget of the last round, in scaled units: no allocation loses less, or this was found. */
  long budget;

  /** An allocation that satisfies all rules, with its total loss; not necessarily the best. */
  @Nullable Assignment incumbent;

  long incumbentLoss = Long.MAX_VALUE;

  /** How the search ended. */
  enum End {
    /** The incumbent loses least. */
    OPTIMAL,
    /** There is no allocation. */
    INFEASIBLE
  }

  Closing(Exact exact, Base base, Rows rows, long least, BooleanSupplier stop) {
    this.exact = exact;
    this.base = base;
    this.rows = rows;
    this.stop = stop;
    everything = Math.subtractExact(base.scaledBound, least);
  }

  /**
   * Searches with budgets that grow from the given one.
   *
   * @throws SearchTooLargeException when it would need too much; {@link #incumbent} may still be set
   */
  End search(long firstBudget) throws SearchTooLargeException {
    budget = Math.max(0, Math.min(firstBudget, everything));
    while (true) {
      boolean exactly = round(false);
      if (exactly && incumbentLoss <= budget) {
        return End.OPTIMAL;
      }
      if (budget >= everything && incumbent == null) {
        return End.INFEASIBLE;
      }
      long next = budget > everything / 4 ? everything : Math.max(4 * budget, exact.scale);
      budget = Math.min(next, incumbentLoss);
    }
  }

  /** Looks for some allocation, dropping labels where there are too many. */
  void beam(long beamBudget) throws SearchTooLargeException {
    budget = Math.min(beamBudget, everything);
    round(true);
  }

  /** One round within the budget; true when it found the least loss within it. */
  private boolean round(boolean beam) throws SearchTooLargeException {
    List<Item> items = Items.of(exact, base, budget);
    open = items.size();
    List<Component> components = Component.of(items, exact.groups, rows);
    long loss =
        LabelSearch.untouchedLoss(rows, base, LabelSearch.touchedRows(components, rows));
    if (loss > budget) {
      return false;
    }
    int[] persons = base.persons.clone();
    int[] minors = base.minors.clone();
    boolean exactly = true;
    for (Component component : components) {
      Outlooks outlooks = new Outlooks(component, exact.groups, rows, base);
      LabelSearch search = new LabelSearch(component, outlooks, beam, stop);
      LabelSearch.Found found = search.search(budget);
      labels += search.labels;
      if (found == null) {
        return false;
      }
      loss = Math.addExact(loss, found.loss());
      exactly &= found.exact();
      for (int k = 0; k < found.options().length; k++) {
        component.items().get(k).apply(found.options()[k], persons, minors);
      }
    }
    if (loss < incumbentLoss) {
      incumbentLoss = loss;
      incumbent = new Assignment(persons, minors);
    }
    return exactly;
  }
}
