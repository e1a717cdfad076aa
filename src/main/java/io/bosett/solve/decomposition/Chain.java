package io.bosett.solve.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search of a component whose groups have rows of their own: first every group by itself
 * becomes a {@link GroupTable}, then the tables are chained, group by group, over the changes of
 * the global rows. Every group's own least loss counts against the budget from the start, and
 * {@link SuffixLoss} says for each global row what the groups still to come must lose at least, so
 * that hardly a label is made in vain.
 */
final class Chain {
  private final Component component;
  private final Round round;
  private final long budget;
  private final List<List<Item>> byPart;
  private final boolean[] kept;
  private final int[] global;
  private final List<GroupTable> tables = new ArrayList<>();
  private final List<Labels> stages = new ArrayList<>();

  /** The last label of the least loss. */
  private int chosen;

  /** Labels made. */
  long labels;

  /** The least loss found. */
  long loss;

  Chain(Component component, Round round, long budget) {
    this.component = component;
    this.round = round;
    this.budget = budget;
    byPart = byPart();
    kept = kept();
    global = Arrays.stream(component.rows()).filter(row -> kept[row]).toArray();
  }

  /** Searches; false when nothing is possible within the budget. */
  boolean search() throws SearchTooLargeException {
    if (!tables()) {
      return false;
    }
    @Nullable SuffixLoss[][] suffix = suffixes();
    long[] leastAfter = new long[tables.size() + 1];
    for (int g = tables.size() - 1; g >= 0; g--) {
      leastAfter[g] = leastAfter[g + 1] + tables.get(g).least;
    }
    Labels now = new Labels(global.length);
    now.offer(new int[global.length], 0, 0, -1, -1);
    for (int g = 0; g < tables.size(); g++) {
      Labels before = now;
      now = stage(g, before, suffix[g + 1], leastAfter[g + 1]);
      before.forget();
      stages.add(now);
      labels += now.count;
    }
    return best(now);
  }

  private boolean best(Labels last) {
    loss = MoveCost.NEVER;
    int best = -1;
    for (int label = 0; label < last.count; label++) {
      long own = rowLosses(last, label);
      if (own != MoveCost.NEVER && last.losses[label] + own < loss) {
        loss = last.losses[label] + own;
        best = label;
      }
    }
    chosen = best;
    return best >= 0 && loss <= budget;
  }

  /** What the global rows lose, or never when that breaks a limit or the budget. */
  private long rowLosses(Labels last, int label) {
    long room = budget - last.losses[label];
    long sum = 0;
    for (int p = 0; p < global.length; p++) {
      long use = round.base().use[global[p]] + last.state(label, p);
      if (!round.rows().holds(global[p], use)) {
        return MoveCost.NEVER;
      }
      long own = round.rows().loss(global[p], round.base().u[global[p]], use);
      if (own > room - sum) {
        return MoveCost.NEVER;
      }
      sum += own;
    }
    return sum;
  }

  /** Carries the answer out on numbers of all candidates. */
  void apply(int[] persons, int[] minors) {
    int label = chosen;
    for (int g = tables.size() - 1; g >= 0; g--) {
      Labels stage = stages.get(g);
      tables.get(g).apply(stage.options[label], persons, minors);
      label = stage.parents[label];
    }
  }

  /** Makes all tables, with what the other groups must lose taken off the budget. */
  private boolean tables() throws SearchTooLargeException {
    long sum = 0;
    for (List<Item> items : byPart) {
      sum += round.parts().least()[part(items)];
    }
    for (List<Item> items : byPart) {
      sum -= round.parts().least()[part(items)];
      GroupTable table = table(items, budget - sum);
      if (table.size() == 0) {
        return false;
      }
      tables.add(table);
      sum += table.least;
    }
    for (int g = 0; g < tables.size(); g++) {
      long others = sum - tables.get(g).least;
      if (others > budget) {
        return false;
      }
      tables.set(g, table(byPart.get(g), budget - others));
      if (tables.get(g).size() == 0) {
        return false;
      }
    }
    return true;
  }

  private int part(List<Item> items) {
    return round.parts().of(items.get(0), round.groups(), round.rows());
  }

  private List<List<Item>> byPart() {
    List<List<Item>> parts = new ArrayList<>();
    int before = -1;
    for (Item item : component.items()) {
      int part = round.parts().of(item, round.groups(), round.rows());
      if (part != before) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(item);
      before = part;
    }
    return parts;
  }

  /** The global rows, and those that several parts touch. */
  private boolean[] kept() {
    boolean[] touched = new boolean[round.rows().count];
    boolean[] several = new boolean[round.rows().count];
    for (List<Item> items : byPart) {
      boolean[] own = touched(items);
      for (int row = 0; row < own.length; row++) {
        several[row] |= own[row] && (touched[row] || row < Rows.REGIONS);
        touched[row] |= own[row];
      }
    }
    return several;
  }

  private boolean[] touched(List<Item> items) {
    boolean[] touched = new boolean[round.rows().count];
    for (Item item : items) {
      for (int row : Component.touched(item, round.groups(), round.rows())) {
        touched[row] = true;
      }
    }
    return touched;
  }

  private GroupTable table(List<Item> items, long within) throws SearchTooLargeException {
    boolean[] touched = touched(items);
    int[] rows = Arrays.stream(component.rows()).filter(row -> touched[row]).toArray();
    GroupTable table = GroupTable.of(items, rows, row -> kept[row], round, within);
    labels += table.labels();
    return table;
  }

  /** Per group and global row what is still to be lost before that group is taken. */
  private @Nullable SuffixLoss[][] suffixes() throws SearchTooLargeException {
    @Nullable SuffixLoss[][] suffix = new SuffixLoss[tables.size() + 1][global.length];
    for (int p = 0; p < global.length; p++) {
      suffix[tables.size()][p] =
          SuffixLoss.end(round.rows(), round.base(), global[p], reach(p, -1), reach(p, 1));
      for (int g = tables.size() - 1; g >= 0; g--) {
        SuffixLoss after = suffix[g + 1][p];
        suffix[g][p] =
            after == null
                ? null
                : after.before(tables.get(g), place(g, global[p]), budget, round.effort());
      }
    }
    return suffix;
  }

  private int place(int g, int row) {
    return Arrays.binarySearch(tables.get(g).rows, row);
  }

  /** How far all groups together can move a row in a direction. */
  private long reach(int p, int direction) {
    long sum = 0;
    for (int g = 0; g < tables.size(); g++) {
      GroupTable table = tables.get(g);
      int place = place(g, global[p]);
      long most = 0;
      for (int e = 0; e < table.size() && place >= 0; e++) {
        most = Math.max(most, (long) direction * table.change(e, place));
      }
      sum += most;
    }
    return sum;
  }

  private Labels stage(int g, Labels from, @Nullable SuffixLoss[] after, long leastAfter)
      throws SearchTooLargeException {
    GroupTable table = tables.get(g);
    int[] places = Arrays.stream(global).map(row -> place(g, row)).toArray();
    Labels to = new Labels(global.length);
    int[] state = new int[global.length];
    for (int label = 0; label < from.count; label++) {
      round.effort().spend(table.size());
      for (int e = 0; e < table.size(); e++) {
        long sum = from.losses[label] + table.loss(e);
        if (sum > budget - leastAfter) {
          continue;
        }
        long outlook = leastAfter;
        for (int p = 0; p < state.length && outlook <= budget - sum; p++) {
          int change = places[p] < 0 ? 0 : table.change(e, places[p]);
          state[p] = from.state(label, p) + change;
          if (after[p] != null) {
            outlook = Math.max(outlook, after[p].at(state[p]));
          }
        }
        if (outlook <= budget - sum) {
          to.offer(state, sum, outlook, label, e);
        }
      }
      if (to.count > LabelSearch.MOST_LABELS) {
        throw new SearchTooLargeException("more than " + LabelSearch.MOST_LABELS + " labels");
      }
    }
    to.finish();
    return to;
  }
}
