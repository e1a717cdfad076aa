package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A program with its base at some multipliers, and items for some budget. */
final class Closable {
  static final int SCALE = 16;

  final Program program;
  final Frame frame;
  final Base base;
  final long budget;
  final List<Item> items;

  private Closable(Program program, Frame frame, Base base, long budget, List<Item> items) {
    this.program = program;
    this.frame = frame;
    this.base = base;
    this.budget = budget;
    this.items = items;
  }

  /** Null when some candidate of the program has no choice. */
  static @Nullable Closable of(Drawn drawn) {
    Program program = drawn.program();
    Frame frame = new Frame(program);
    long[] u = drawn.multipliers(program, SCALE);
    Base base = Base.of(new Exact(frame, u, SCALE), frame.rows);
    long budget = drawn.random.nextLong(1L << drawn.between(1, 27));
    try {
      return base.stuck >= 0
          ? null
          : new Closable(program, frame, base, budget, Items.of(base.exact, base, budget));
    } catch (SearchTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  /** The best objective of all that every rule allows, or null when nothing is. */
  static @Nullable Long best(Program program) {
    Frame frame = new Frame(program);
    Base base = Base.of(new Exact(frame, new long[frame.rows.count], SCALE), frame.rows);
    if (base.stuck >= 0) {
      return null;
    }
    Closable all = new Closable(program, frame, base, 1L << 50, List.of());
    int[] rows = all.limited();
    Long least = null;
    for (Map.Entry<List<Long>, Long> sums : all.byEnumeration().entrySet()) {
      boolean holds = true;
      for (int k = 0; k < rows.length; k++) {
        holds &= frame.rows.holds(rows[k], sums.getKey().get(k));
      }
      boolean better = least == null || sums.getValue() < least;
      least = holds && better ? sums.getValue() : least;
    }
    return least == null ? null : (Long) ((base.scaledBound - least) / SCALE);
  }

  List<Component> components() {
    return Component.of(items, frame.groups, frame.rows, Parts.ofGroups(frame.groups));
  }

  Round round() {
    Effort effort = new Effort(Effort.SEARCH, () -> false);
    return new Round(frame.groups, frame.rows, Parts.ofGroups(frame.groups), base, effort);
  }

  /** The limited rows. */
  private int[] limited() {
    return IntStream.range(0, frame.rows.count).filter(row -> !frame.rows.free[row]).toArray();
  }

  /** Least loss within the budget by the sums of the limited rows, from all that is allowed. */
  Map<List<Long>, Long> byEnumeration() {
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
              counts(i, rows[k]) ? Plain.amount(rows[k], option.persons(), option.minors()) : 0;
        }
        add(least, change, best - option.value(), next);
      }
      least = next;
    }
    return least;
  }

  /** The same from the items' options. */
  Map<List<Long>, Long> byItems() {
    int[] rows = limited();
    List<Long> start = new ArrayList<>();
    for (int row : rows) {
      start.add(base.use[row]);
    }
    Map<List<Long>, Long> least = Map.of(start, 0L);
    for (Item item : items) {
      Map<List<Long>, Long> next = new HashMap<>();
      for (int option = 0; option < item.size(); option++) {
        long[] change = new long[rows.length];
        for (int k = 0; k < rows.length; k++) {
          boolean counts = counts(item.group(), frame.groups, rows[k]);
          change[k] = counts ? Component.change(item, option, rows[k]) : 0;
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

  private boolean counts(int candidate, int row) {
    return counts(frame.groupOf[candidate], frame.groups, row);
  }

  private static boolean counts(int group, Groups groups, int row) {
    if (row < Rows.REGIONS) {
      return true;
    }
    for (int region : groups.regions()[group]) {
      if (region == (row - Rows.REGIONS) / 3) {
        return true;
      }
    }
    return false;
  }

  private static List<Long> zeros(int count) {
    List<Long> zeros = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      zeros.add(0L);
    }
    return zeros;
  }
}
