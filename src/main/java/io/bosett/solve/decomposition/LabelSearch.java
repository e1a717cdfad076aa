package io.bosett.solve.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the options of a component's items whose losses, with those of its rows, sum to the least and
 * whose changes bring every row within its limits: a dynamic program over the changes of the rows that
 * are still open, item by item, that keeps only labels whose loss plus the rows' outlook is within the
 * budget.
 */
final class LabelSearch {
  /** Labels of one stage; beyond it the search gives up, or in a beam keeps the best of them. */
  private static final int MOST_LABELS = 300_000;

  private static final int BEAM = 4_000;

  /**
   * The answer.
   *
   * @param loss least loss
   * @param options the option of every item
   * @param exact false when labels were dropped, so that less may be possible
   */
  record Found(long loss, int[] options, boolean exact) {}

  private final Component component;
  private final Outlooks outlooks;
  private final boolean beam;
  private final BooleanSupplier stop;
  private boolean dropped;

  /** Labels made in all stages. */
  long labels;

  LabelSearch(Component component, Outlooks outlooks, boolean beam, BooleanSupplier stop) {
    this.component = component;
    this.outlooks = outlooks;
    this.beam = beam;
    this.stop = stop;
  }

  /** Searches within a budget; null when nothing is found there. */
  @Nullable Found search(long budget) throws SearchTooLargeException {
    List<Labels> stages = new ArrayList<>();
    Labels labelsNow = new Labels(0);
    labelsNow.offer(new int[0], 0, 0, -1, -1);
    for (int k = 0; k < component.items().size(); k++) {
      labelsNow = stage(k, labelsNow, budget);
      if (labelsNow.count == 0) {
        return null;
      }
      stages.add(labelsNow);
    }
    return new Found(labelsNow.losses[0], trace(stages), !dropped);
  }

  private int[] trace(List<Labels> stages) {
    int[] options = new int[stages.size()];
    int label = 0;
    for (int k = stages.size() - 1; k >= 0; k--) {
      options[k] = stages.get(k).options[label];
      label = stages.get(k).parents[label];
    }
    return options;
  }

  private Labels stage(int k, Labels from, long budget) throws SearchTooLargeException {
    Stage stage = outlooks.stage(k);
    Item item = component.items().get(k);
    Labels to = new Labels(stage.openAfter().length);
    int[] changes = new int[component.rows().length];
    int[] state = new int[stage.openAfter().length];
    int size = item.size();
    for (int label = 0; label < from.count; label++) {
      if (stop.getAsBoolean()) {
        throw new SearchTooLargeException("time is up");
      }
      for (int option = 0; option < size; option++) {
        long loss = from.losses[label] + item.loss(option);
        if (loss > budget) {
          continue;
        }
        for (int p = 0; p < stage.openBefore().length; p++) {
          changes[stage.openBefore()[p]] = from.state(label, p);
        }
        step(stage, item, option, changes, state, loss, budget, label, to);
      }
      if (to.count > MOST_LABELS) {
        if (!beam) {
          throw new SearchTooLargeException("more than " + MOST_LABELS + " labels");
        }
        to = thinned(to, stage);
      }
    }
    labels += to.count;
    if (beam && to.count > BEAM) {
      to.keepBest(BEAM);
      dropped = true;
    }
    to.finish();
    return to;
  }

  private Labels thinned(Labels full, Stage stage) {
    dropped = true;
    full.keepBest(BEAM);
    Labels kept = new Labels(stage.openAfter().length);
    int[] state = new int[stage.openAfter().length];
    for (int label = 0; label < full.count; label++) {
      for (int p = 0; p < state.length; p++) {
        state[p] = full.state(label, p);
      }
      kept.offer(
          state,
          full.losses[label],
          full.outlooks[label],
          full.parents[label],
          full.options[label]);
    }
    return kept;
  }

  private void step(
      Stage stage,
      Item item,
      int option,
      int[] changes,
      int[] state,
      long lossSoFar,
      long budget,
      int label,
      Labels to) {
    for (int row : stage.touched()) {
      int before = stage.opens(row) ? 0 : changes[row];
      changes[row] = before + Component.change(item, option, component.rows()[row]);
    }
    long loss = lossSoFar;
    for (int row : stage.closing()) {
      long rowLoss = stage.outlook(row).finalLoss(changes[row]);
      if (rowLoss > budget - loss) {
        return;
      }
      loss += rowLoss;
    }
    long outlook = stage.untouchedOutlook();
    for (int p = 0; p < state.length; p++) {
      int row = stage.openAfter()[p];
      state[p] = changes[row];
      outlook = Math.max(outlook, stage.outlook(row).leastLoss(changes[row]));
      if (outlook > budget - loss) {
        return;
      }
    }
    to.offer(state, loss, outlook, label, option);
  }

  /** What a search of nothing but rows finds: their loss at the base, or never. */
  static long untouchedLoss(Rows rows, Base base, boolean[] touched) {
    long loss = 0;
    for (int row = 0; row < rows.count; row++) {
      if (!rows.free[row] && !touched[row]) {
        if (!rows.holds(row, base.use[row])) {
          return MoveCost.NEVER;
        }
        loss += rows.loss(row, base.u[row], base.use[row]);
      }
    }
    return loss;
  }

  static boolean[] touchedRows(List<Component> components, Rows rows) {
    boolean[] touched = new boolean[rows.count];
    components.forEach(c -> Arrays.stream(c.rows()).forEach(row -> touched[row] = true));
    return touched;
  }
}
