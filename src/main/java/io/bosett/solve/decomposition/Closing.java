package io.bosett.solve.decomposition;

import io.bosett.program.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The closing search: from the base of given multipliers to the allocation of least total loss. For
 * every allocation {@code scale * objective = scaledBound - losses}, with a loss of at least 0 for
 * every candidate and every row, so the one of least loss is optimal; and when nothing is found
 * within a budget, every allocation loses more. The budget grows until something is found, or until
 * it covers everything.
 */
final class Closing {
  /** Budgets above this, in 10<sup>-6</sup> person, grow more slowly: rounds get dear. */
  private static final long WIDE = 500_000;

  /** Losses up to this can be added without overflow. */
  private static final double MOST = 0x1p61;

  private final Exact exact;
  private final Base base;
  private final Rows rows;
  private final BooleanSupplier stop;
  private Effort effort;
  private final boolean regionsApart;

  /** Total loss that no allocation exceeds, unless that is too large to count. */
  private final long everything;

  private final boolean coversAll;

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

  /**
   * @param floor no allocation is worth less, in 10<sup>-6</sup> person
   */
  Closing(Exact exact, Base base, Rows rows, double floor, BooleanSupplier stop) {
    this.exact = exact;
    this.base = base;
    this.rows = rows;
    this.stop = stop;
    effort = new Effort(Effort.SEARCH, stop);
    regionsApart = RegionalDual.fits(exact.groups);
    double widest = base.scaledBound - Math.floor(floor) * exact.scale;
    coversAll = widest < MOST;
    everything = (long) Math.min(Math.ceil(widest * (1 + 1e-12)), MOST);
  }

  /**
   * Searches with budgets that grow from the given one.
   *
   * @throws SearchTooLargeException when it would need too much; {@link #incumbent} may still be
   *     set
   */
  End search(long firstBudget) throws SearchTooLargeException {
    budget = Math.max(0, Math.min(firstBudget, everything));
    while (true) {
      boolean exactly = round(false);
      if (exactly && incumbentLoss <= budget) {
        return End.OPTIMAL;
      }
      if (budget >= everything && incumbent == null) {
        if (!coversAll) {
          throw new SearchTooLargeException("losses beyond what can be counted");
        }
        return End.INFEASIBLE;
      }
      long factor = budget < WIDE * exact.scale ? 4 : 2;
      long next =
          budget > everything / factor ? everything : Math.max(factor * budget, exact.scale);
      budget = Math.min(next, incumbentLoss);
    }
  }

  /** Looks for some allocation, dropping labels where there are too many. */
  void beam(long beamBudget) throws SearchTooLargeException {
    budget = Math.min(beamBudget, everything);
    effort = new Effort(Effort.BEAMS, stop);
    round(true);
  }

  /** One round within the budget; true when it found the least loss within it. */
  private boolean round(boolean beam) throws SearchTooLargeException {
    effort.spend(1);
    List<Item> items = Items.of(exact, base, budget);
    effort.spend(1);
    open = items.size();
    List<Component> components = Component.of(items, exact.groups, rows);
    long loss = untouchedLoss(components);
    if (loss > budget) {
      return false;
    }
    int[] persons = base.persons.clone();
    int[] minors = base.minors.clone();
    Found sum = new Found(loss, true);
    for (Component component : components) {
      Found found =
          regionsApart && !beam && component.hasRegions()
              ? chain(component, persons, minors)
              : row(component, beam, persons, minors);
      if (found == null) {
        return false;
      }
      sum = new Found(Math.addExact(sum.loss, found.loss), sum.exact && found.exact);
    }
    if (sum.loss < incumbentLoss) {
      incumbentLoss = sum.loss;
      incumbent = new Assignment(persons, minors);
    }
    return sum.exact;
  }

  /** The least loss found, and whether none less is possible. */
  private record Found(long loss, boolean exact) {}

  private @Nullable Found chain(Component component, int[] persons, int[] minors)
      throws SearchTooLargeException {
    Chain chain = new Chain(component, new Round(exact.groups, rows, base, effort), budget);
    boolean found = chain.search();
    labels += chain.labels;
    if (!found) {
      return null;
    }
    chain.apply(persons, minors);
    return new Found(chain.loss, true);
  }

  /**
   * A beam first: where it drops nothing, or finds what the rows must lose anyhow, that is the
   * answer; otherwise only what is better than its find is searched for in full.
   */
  private @Nullable Found row(Component component, boolean beam, int[] persons, int[] minors)
      throws SearchTooLargeException {
    Outlooks outlooks = new Outlooks(component, exact.groups, rows, base, false);
    LabelSearch search = new LabelSearch(component.items(), outlooks, true, effort);
    Labels last = search.search(budget);
    labels += search.labels;
    boolean found = last.count > 0;
    boolean best = !search.dropped || found && last.losses[0] <= outlooks.root();
    if (!best && !beam) {
      LabelSearch full = new LabelSearch(component.items(), outlooks, false, effort);
      Labels better = full.search(found ? last.losses[0] - 1 : budget);
      labels += full.labels;
      best = true;
      if (better.count > 0) {
        search = full;
        last = better;
      }
    }
    if (last.count == 0) {
      return null;
    }
    search.apply(0, persons, minors);
    return new Found(last.losses[0], best);
  }

  /**
   * What the rows that no item touches lose, or never when one of them is not within its limits.
   */
  private long untouchedLoss(List<Component> components) {
    boolean[] touched = new boolean[rows.count];
    components.forEach(c -> Arrays.stream(c.rows()).forEach(row -> touched[row] = true));
    long loss = 0;
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && !touched[row]) {
        if (!rows.holds(row, base.use[row])) {
          return MoveCost.NEVER;
        }
        long own = rows.loss(row, base.u[row], base.use[row]);
        if (own > budget - loss) {
          return MoveCost.NEVER;
        }
        loss += own;
      }
    }
    return loss;
  }
}
