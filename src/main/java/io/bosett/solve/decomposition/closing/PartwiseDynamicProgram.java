package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dynamic program over the parts of a component: first every part becomes a {@link PartTable},
 * then the tables are chained, part by part, over the changes of the rows that several parts touch.
 * Every part's own lower bound counts against the budget from the start, and {@link SuffixBound}
 * bounds the loss of the parts still to come for each of those rows, so that few labels are made in
 * vain. Parts too large for a table come last, item by item ({@link WidePartSearch}).
 */
final class PartwiseDynamicProgram implements NarrowableSearch {
  private static final int MOST_LABELS = 4_000;

  private final SearchRound round;
  private long budget;
  private int width = LabelSearch.FULL;
  private final List<ComponentPart> parts;
  private final boolean[] isShared;
  private final int[] shared;
  private final List<ComponentPart> tabled = new ArrayList<>();
  private final List<Labels> stages = new ArrayList<>();
  private @Nullable WidePartSearch widePartSearch;

  /** The last label of the least loss. */
  private int chosen;

  /** The number of labels made. */
  long labels;

  private long loss;
  private boolean dropped;

  PartwiseDynamicProgram(Component component, SearchRound round, long budget) {
    this(component, round, budget, MOST_LABELS);
  }

  /**
   * @param most limit on the labels of one stage of a table; a part with more is searched item by
   *     item
   */
  PartwiseDynamicProgram(Component component, SearchRound round, long budget, int most) {
    this.round = round;
    this.budget = budget;
    parts = ComponentPart.of(component, round, most);
    isShared = shared();
    shared = Arrays.stream(component.rows()).filter(row -> isShared[row]).toArray();
  }

  /** The global rows, and those that several parts touch. */
  private boolean[] shared() {
    boolean[] touched = new boolean[round.rows().count];
    boolean[] several = new boolean[round.rows().count];
    for (ComponentPart part : parts) {
      for (int row : part.rows) {
        several[row] |= touched[row] || !round.rows().isRegional(row);
        touched[row] = true;
      }
    }
    return several;
  }

  /** Makes the tables; false when some part is infeasible within the budget. */
  boolean prepare() throws SearchTooLargeException {
    boolean possible = tables();
    parts.forEach(part -> labels += part.labels);
    parts.sort(Comparator.comparing(part -> part.table == null));
    parts.stream().filter(part -> part.table != null).forEach(tabled::add);
    return possible;
  }

  @Override
  public boolean search(long within, int most) throws SearchTooLargeException {
    budget = within;
    width = most;
    dropped = false;
    stages.clear();
    widePartSearch = null;
    Labels last = chained();
    List<ComponentPart> open = parts.subList(tabled.size(), parts.size());
    if (open.isEmpty()) {
      return best(last);
    }
    WidePartSearch rest = new WidePartSearch(open, round, shared, width);
    widePartSearch = rest;
    boolean found = rest.search(last, budget);
    labels += rest.labels;
    loss = rest.loss;
    dropped |= rest.dropped;
    return found;
  }

  private Labels chained() throws SearchTooLargeException {
    @Nullable SuffixBound[][] suffix = suffixes();
    long[] leastAfter = new long[parts.size() + 1];
    for (int g = parts.size() - 1; g >= 0; g--) {
      leastAfter[g] = leastAfter[g + 1] + parts.get(g).least;
    }
    Labels now = new Labels(shared.length);
    now.offer(new int[shared.length], 0, 0, -1, -1);
    for (int g = 0; g < tabled.size(); g++) {
      Labels before = now;
      now = stage(g, before, suffix[g + 1], leastAfter[g + 1]);
      before.forget();
      stages.add(now);
      labels += now.count;
    }
    return now;
  }

  private boolean best(Labels last) {
    loss = RowMoveCost.NEVER;
    int best = -1;
    for (int label = 0; label < last.count; label++) {
      long own = rowLosses(last, label);
      if (own != RowMoveCost.NEVER && last.losses[label] + own < loss) {
        loss = last.losses[label] + own;
        best = label;
      }
    }
    chosen = best;
    return best >= 0 && loss <= budget;
  }

  /** The loss of the shared rows; never when it violates a limit or the budget. */
  private long rowLosses(Labels last, int label) {
    long room = budget - last.losses[label];
    long sum = 0;
    for (int p = 0; p < shared.length; p++) {
      long own = round.lossOf(shared[p], last.state(label, p));
      if (own > room - sum) {
        return RowMoveCost.NEVER;
      }
      sum += own;
    }
    return sum;
  }

  @Override
  public long loss() {
    return loss;
  }

  @Override
  public boolean isExact() {
    return !dropped;
  }

  @Override
  public void apply(int[] persons, int[] minors) {
    int label = widePartSearch == null ? chosen : widePartSearch.apply(persons, minors);
    for (int g = tabled.size() - 1; g >= 0; g--) {
      Labels stage = stages.get(g);
      tableOf(tabled.get(g)).apply(stage.options[label], persons, minors);
      label = stage.parents[label];
    }
  }

  private static PartTable tableOf(ComponentPart part) {
    if (part.table == null) {
      throw new IllegalStateException("a part without a table");
    }
    return part.table;
  }

  /** Makes all tables, each with the budget less the lower bounds of the other parts. */
  private boolean tables() throws SearchTooLargeException {
    long sum = parts.stream().mapToLong(part -> part.least).sum();
    for (int pass = 0; pass < 2; pass++) {
      for (ComponentPart part : parts) {
        long others = sum - part.least;
        if (others > budget || !part.within(budget - others, row -> isShared[row])) {
          return false;
        }
        sum = others + part.least;
      }
    }
    return sum <= budget;
  }

  /** The suffix bounds, per part and shared row. */
  private @Nullable SuffixBound[][] suffixes() throws SearchTooLargeException {
    @Nullable SuffixBound[][] suffix = new SuffixBound[parts.size() + 1][shared.length];
    for (int p = 0; p < shared.length; p++) {
      suffix[parts.size()][p] =
          SuffixBound.end(round.rows(), round.base(), shared[p], reach(p, -1), reach(p, 1));
      for (int g = parts.size() - 1; g >= 0; g--) {
        SuffixBound after = suffix[g + 1][p];
        ComponentPart part = parts.get(g);
        suffix[g][p] =
            after == null
                ? null
                : after.before(
                    part.about(shared[p]), part.place(shared[p]), budget, round.effort());
      }
    }
    return suffix;
  }

  /** How far all parts together can move a row in a direction. */
  private long reach(int p, int direction) {
    long sum = 0;
    for (ComponentPart part : parts) {
      PartTable table = part.about(shared[p]);
      int place = part.place(shared[p]);
      long most = 0;
      for (int e = 0; e < table.size() && place >= 0; e++) {
        most = Math.max(most, (long) direction * table.change(e, place));
      }
      sum += most;
    }
    return sum;
  }

  private Labels stage(int g, Labels from, @Nullable SuffixBound[] after, long leastAfter)
      throws SearchTooLargeException {
    PartTable table = tableOf(tabled.get(g));
    int[] places = Arrays.stream(shared).map(tabled.get(g)::place).toArray();
    Labels to = new Labels(shared.length);
    int[] state = new int[shared.length];
    for (int label = 0; label < from.count; label++) {
      round.effort().spend(table.size());
      for (int e = 0; e < table.size(); e++) {
        long sum = from.losses[label] + table.loss(e);
        if (sum > budget - leastAfter) {
          continue;
        }
        long bound = leastAfter;
        for (int p = 0; p < state.length && bound <= budget - sum; p++) {
          int change = places[p] < 0 ? 0 : table.change(e, places[p]);
          state[p] = from.state(label, p) + change;
          if (after[p] != null) {
            bound = Math.max(bound, after[p].at(state[p]));
          }
        }
        if (bound <= budget - sum) {
          to.offer(state, sum, bound, label, e);
        }
      }
      narrow(to, width == LabelSearch.FULL ? LabelSearch.MOST_LABELS : 4 * width);
    }
    narrow(to, width == LabelSearch.FULL ? LabelSearch.MOST_LABELS : Math.max(width, 64));
    to.finish();
    return to;
  }

  /** Keeps no more labels than the width; without a width, too many end the search. */
  private void narrow(Labels to, int most) throws SearchTooLargeException {
    if (to.count > most) {
      if (width == LabelSearch.FULL) {
        throw new SearchTooLargeException("more than " + most + " labels");
      }
      to.keepBest(width);
      dropped = true;
    }
  }
}
