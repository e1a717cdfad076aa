package io.bosett.solve.decomposition.closing;

import io.bosett.program.Assignment;
import io.bosett.program.lots.LotArithmetic;
import io.bosett.solve.decomposition.dual.RegionalDual;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The exact search that closes the duality gap: from the Lagrangian solution at given multipliers
 * to the allocation of least total loss. For every allocation {@code scale * objective =
 * scaledBound - losses}, with a loss of at least 0 for every candidate and every row, so the one of
 * least loss is optimal; and when nothing is found within a budget, every allocation loses more.
 * The budget grows until something is found, or until it covers everything.
 *
 * <p>Where regions overlap, the budget begins at the lower bound of the {@link GroupPartition}.
 * Rows of regions whose multiplier is 0 are relaxed until an answer violates them (lazy
 * constraints): they lose nothing, so an answer that satisfies them all the same is the best with
 * them, too.
 */
public final class GapClosingSearch {
  /** Budgets above these, in 10<sup>-6</sup> person, grow more slowly, as rounds get expensive. */
  private static final long NEAR = 64_000;

  private static final long FAR = 500_000;

  /** The width of the first search where there are many labels; later ones are wider. */
  private static final int NARROW = 8;

  /** After this many labels without an allocation, tests whether lots can add up at all. */
  private static final int HARD = 2_000;

  private static final int FAIR = 200;
  private static final int WIDE = 2_000;
  private static final int FULL = LabelSearch.FULL;

  /** Losses up to this can be added without overflow. */
  private static final double MOST = 0x1p61;

  private final ExactEvaluator exact;
  private final LagrangianSolution base;
  private final Rows rows;
  private final BooleanSupplier stop;
  private EffortCounter effort;
  private final boolean regionsApart;

  /** The rows whose limits are enforced. */
  private Rows active;

  /**
   * Relaxed rows, added when an answer violates them; their multiplier is 0, so they lose nothing.
   */
  private final boolean[] aside;

  private GroupPartition parts;

  /** A total loss that no allocation exceeds, unless it is too large to count. */
  private final long everything;

  private final boolean coversAll;
  private boolean lotsLookedAt;

  /** The number of labels made so far. */
  public long labels;

  /** The number of candidates with more than one option in the last round. */
  public int open;

  /** The budget of the last round, in scaled units: no allocation loses less, or this was found. */
  long budget;

  /** A feasible allocation with its total loss; not necessarily the best. */
  public @Nullable Assignment incumbent;

  public long incumbentLoss = Long.MAX_VALUE;

  /** How the search ended. */
  public enum End {
    /** The incumbent has the least loss. */
    OPTIMAL,
    /** There is no allocation: the search covered all choices. */
    INFEASIBLE,
    /** There is no allocation: lots do not add up to what is asked, whatever the multipliers. */
    UNREACHABLE
  }

  /**
   * @param floor a lower bound on every objective, in 10<sup>-6</sup> person
   * @param options effort limit, see {@link EffortCounter}
   */
  public GapClosingSearch(
      ExactEvaluator exact,
      LagrangianSolution base,
      Rows rows,
      double floor,
      long options,
      BooleanSupplier stop) {
    this.exact = exact;
    this.base = base;
    this.rows = rows;
    this.stop = stop;
    effort = new EffortCounter(options, stop);
    regionsApart = exact.groups.count() == 1 || RegionalDual.fits(exact.groups);
    active = rows;
    aside = new boolean[rows.count];
    parts = GroupPartition.ofGroups(exact.groups);
    double widest = base.scaledBound - Math.floor(floor) * exact.scale;
    coversAll = widest < MOST;
    everything = (long) Math.min(Math.ceil(widest * (1 + 1e-12)), MOST);
  }

  /** Begins with an allocation that is known already, or null. */
  public void begin(@Nullable Assignment known) {
    if (known != null) {
      incumbent = known;
      incumbentLoss = loss(known);
    }
  }

  private long loss(Assignment known) {
    return base.scaledBound
        - Math.multiplyExact((long) exact.scale, exact.program.objective(known));
  }

  /**
   * Searches with growing budgets, from the given one.
   *
   * @throws SearchTooLargeException at the effort limit; {@link #incumbent} may still be set
   */
  public End search(long firstBudget) throws SearchTooLargeException {
    if (!regionsApart) {
      for (int row = 0; row < rows.count; row++) {
        boolean rests = base.u[row] == 0 && rows.holds(row, base.use[row]);
        aside[row] = rows.isRegional(row) && !rows.free[row] && rests;
      }
      divide();
    }
    long sum = parts.sum();
    budget = Math.max(0, Math.min(sum + firstBudget, everything));
    while (true) {
      boolean exactly = round(false);
      if (exactly && incumbentLoss <= budget) {
        return End.OPTIMAL;
      }
      boolean isHard = budget >= everything || budget > FAR * exact.scale || labels > HARD;
      if (incumbent == null && isHard && isUnreachable()) {
        return End.UNREACHABLE;
      }
      if (budget >= everything && incumbent == null) {
        if (!coversAll) {
          throw new SearchTooLargeException("losses beyond what can be counted");
        }
        return End.INFEASIBLE;
      }
      long spare = Math.max(budget - sum, 0);
      sum = Math.max(sum, parts.sum());
      if (sum > everything) {
        budget = everything;
        continue;
      }
      long next =
          spare > (everything - sum) / 4 ? everything : sum + Math.max(larger(spare), exact.scale);
      budget = Math.min(next, incumbentLoss);
    }
  }

  /** Whether lots refute the program; looked at once, when search is hard and has found nothing. */
  public boolean isUnreachable() {
    boolean looks = !lotsLookedAt;
    lotsLookedAt = true;
    return looks && LotArithmetic.refutes(exact.program, stop);
  }

  /**
   * The next budget. Where regions overlap many rows are open at once, and work grows with a power
   * of the loss.
   */
  private long larger(long spare) {
    if (spare < NEAR * exact.scale) {
      return 4 * spare;
    }
    return regionsApart ? (spare < FAR * exact.scale ? 4 : 2) * spare : spare + spare / 2;
  }

  /** Searches for a feasible allocation, dropping labels where there are too many. */
  void beam(long beamBudget) throws SearchTooLargeException {
    budget = Math.min(beamBudget, everything);
    effort = new EffortCounter(EffortCounter.BEAMS, stop);
    round(true);
  }

  /** Runs one round within the budget; true when it found the least loss. */
  private boolean round(boolean beam) throws SearchTooLargeException {
    effort.spend(1);
    List<ChoiceItem> items = ChoiceItems.of(exact, base, lossBudgets(budget));
    effort.spend(1);
    open = items.size();
    List<Component> components = Component.of(items, exact.groups, active, parts);
    long loss = Component.lossWithout(active, components, base, budget);
    if (loss > budget) {
      return false;
    }
    int[] persons = base.persons.clone();
    int[] minors = base.minors.clone();
    boolean exactly = true;
    @Nullable SearchTooLargeException gaveUp = null;
    for (Component component : components) {
      IterativeWidening found = search(component, beam, persons, minors);
      if (found.loss == RowMoveCost.NEVER) {
        return false;
      }
      loss = Math.addExact(loss, found.loss);
      exactly &= found.exact;
      gaveUp = found.gaveUp == null ? gaveUp : found.gaveUp;
    }
    if (broken(persons, minors)) {
      return round(beam);
    }
    if (loss < incumbentLoss) {
      incumbentLoss = loss;
      incumbent = new Assignment(persons, minors);
    }
    if (gaveUp != null) {
      throw gaveUp;
    }
    return exactly;
  }

  /** The budgets of the candidates in an allocation with at most this total loss. */
  public LossBudgets lossBudgets(long total) {
    return regionsApart
        ? LossBudgets.alike(exact.groups, total)
        : parts.lossBudgets(exact.groups, active, total);
  }

  /** Adds the rows that an answer violates; true when there were any. */
  private boolean broken(int[] persons, int[] minors) throws SearchTooLargeException {
    if (regionsApart) {
      return false;
    }
    long[] use = exact.groups.use(persons, minors);
    boolean any = false;
    for (int row = 0; row < rows.count; row++) {
      if (aside[row] && !rows.holds(row, use[row])) {
        aside[row] = false;
        any = true;
      }
    }
    if (any) {
      divide();
    }
    return any;
  }

  private void divide() throws SearchTooLargeException {
    active = rows.without(aside);
    parts = new OverlapPartition(exact, base, active, effort, everything).parts();
  }

  private IterativeWidening search(Component component, boolean beam, int[] persons, int[] minors)
      throws SearchTooLargeException {
    SearchRound round = new SearchRound(exact.groups, active, parts, base, effort);
    return component.hasRegions(active)
        ? byParts(component, round, beam, persons, minors)
        : byItems(component, round, beam, persons, minors);
  }

  private IterativeWidening byParts(
      Component component, SearchRound round, boolean beam, int[] persons, int[] minors)
      throws SearchTooLargeException {
    PartwiseDynamicProgram partwiseDynamicProgram =
        new PartwiseDynamicProgram(component, round, budget);
    IterativeWidening iterativeWidening =
        beam
            ? new IterativeWidening(partwiseDynamicProgram, WIDE)
            : new IterativeWidening(partwiseDynamicProgram, FAIR, FULL);
    try {
      if (partwiseDynamicProgram.prepare()) {
        iterativeWidening.run(budget, persons, minors);
      }
    } finally {
      labels += partwiseDynamicProgram.labels;
    }
    return iterativeWidening;
  }

  private IterativeWidening byItems(
      Component component, SearchRound round, boolean beam, int[] persons, int[] minors)
      throws SearchTooLargeException {
    ComponentSearch search = new ComponentSearch(component, round);
    IterativeWidening iterativeWidening =
        beam
            ? new IterativeWidening(search, NARROW, WIDE)
            : new IterativeWidening(search, NARROW, WIDE, FULL);
    try {
      iterativeWidening.run(budget, persons, minors);
    } finally {
      labels += search.labels;
    }
    return iterativeWidening;
  }
}
