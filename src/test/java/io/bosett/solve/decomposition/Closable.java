package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.EffortLimits;
import io.bosett.solve.decomposition.closing.ChoiceItem;
import io.bosett.solve.decomposition.closing.ChoiceItems;
import io.bosett.solve.decomposition.closing.Component;
import io.bosett.solve.decomposition.closing.EffortCounter;
import io.bosett.solve.decomposition.closing.GroupPartition;
import io.bosett.solve.decomposition.closing.SearchRound;
import io.bosett.solve.decomposition.closing.SearchTooLargeException;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program with its Lagrangian solution at some multipliers, and the items of the closing search
 * for a budget.
 */
public final class Closable {
  public static final int SCALE = 16;

  public final Program program;
  public final DecompositionModel model;
  public final LagrangianSolution base;
  public final long budget;
  public final List<ChoiceItem> items;

  private Closable(
      Program program,
      DecompositionModel model,
      LagrangianSolution base,
      long budget,
      List<ChoiceItem> items) {
    this.program = program;
    this.model = model;
    this.base = base;
    this.budget = budget;
    this.items = items;
  }

  /** Null when some candidate of the program has no choice. */
  public static @Nullable Closable of(Drawn drawn) {
    Program program = drawn.program();
    DecompositionModel model = new DecompositionModel(program);
    long[] u = drawn.multipliers(program, SCALE);
    LagrangianSolution base =
        LagrangianSolution.of(new ExactEvaluator(model, u, SCALE), model.rows);
    long budget = drawn.random.nextLong(1L << drawn.between(1, 27));
    try {
      return base.stuck >= 0
          ? null
          : new Closable(program, model, base, budget, ChoiceItems.of(base.exact, base, budget));
    } catch (SearchTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  /** The best objective of all that every rule allows, or null when nothing is. */
  static @Nullable Long best(Program program) {
    DecompositionModel model = new DecompositionModel(program);
    LagrangianSolution base =
        LagrangianSolution.of(
            new ExactEvaluator(model, new long[model.rows.count], SCALE), model.rows);
    if (base.stuck >= 0) {
      return null;
    }
    Closable all = new Closable(program, model, base, 1L << 50, List.of());
    int[] rows = all.limited();
    Long least = null;
    for (Map.Entry<List<Long>, Long> sums : all.byEnumeration().entrySet()) {
      boolean holds = true;
      for (int k = 0; k < rows.length; k++) {
        holds &= model.rows.holds(rows[k], sums.getKey().get(k));
      }
      boolean better = least == null || sums.getValue() < least;
      least = holds && better ? sums.getValue() : least;
    }
    return least == null ? null : (Long) ((base.scaledBound - least) / SCALE);
  }

  public List<Component> components() {
    return Component.of(items, model.groups, model.rows, GroupPartition.ofGroups(model.groups));
  }

  public SearchRound round() {
    EffortCounter effort = new EffortCounter(EffortLimits.DEFAULT.options(), () -> false);
    return new SearchRound(
        model.groups, model.rows, GroupPartition.ofGroups(model.groups), base, effort);
  }

  /** The limited rows. */
  private int[] limited() {
    return IntStream.range(0, model.rows.count).filter(row -> !model.rows.free[row]).toArray();
  }

  /** Least loss within the budget by the sums of the limited rows, from all that is allowed. */
  public Map<List<Long>, Long> byEnumeration() {
    int[] rows = limited();
    Map<List<Long>, Long> least = Map.of(zeros(rows.length), 0L);
    for (int i = 0; i < program.size(); i++) {
      List<Plain.Option> options = Plain.options(program, i, base.u, SCALE);
      long best = Plain.best(options);
      Map<List<Long>, Long> next = new HashMap<>();
      for (Plain.Option option : options) {
        long[] change = new long[rows.length];
        for (int k = 0; k < rows.length; k++) {
          change[k] =
              Plain.counts(program, i, model.rows.region[rows[k]])
                  ? Plain.amount(model.rows, rows[k], option.persons(), option.minors())
                  : 0;
        }
        add(least, change, best - option.value(), next);
      }
      least = next;
    }
    return least;
  }

  /** The same from the items' options. */
  public Map<List<Long>, Long> byItems() {
    int[] rows = limited();
    List<Long> start = new ArrayList<>();
    for (int row : rows) {
      start.add(base.use[row]);
    }
    Map<List<Long>, Long> least = Map.of(start, 0L);
    for (ChoiceItem item : items) {
      Map<List<Long>, Long> next = new HashMap<>();
      for (int option = 0; option < item.size(); option++) {
        long[] change = new long[rows.length];
        for (int k = 0; k < rows.length; k++) {
          boolean counts = counts(item.group(), model.rows.region[rows[k]]);
          change[k] = counts ? item.change(option, model.rows.term[rows[k]]) : 0;
        }
        add(least, change, item.loss(option), next);
      }
      least = next;
    }
    return least;
  }

  private void add(Map<List<Long>, Long> from, long[] change, long loss, Map<List<Long>, Long> to) {
    from.forEach(
        (sums, before) -> {
          if (before + loss <= budget) {
            List<Long> after = new ArrayList<>();
            for (int k = 0; k < change.length; k++) {
              after.add(sums.get(k) + change[k]);
            }
            to.merge(after, before + loss, Math::min);
          }
        });
  }

  private boolean counts(int group, int region) {
    return region < 0 || IntStream.of(model.groups.regions()[group]).anyMatch(own -> own == region);
  }

  private static List<Long> zeros(int count) {
    List<Long> zeros = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      zeros.add(0L);
    }
    return zeros;
  }
}
