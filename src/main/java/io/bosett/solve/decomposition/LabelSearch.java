package io.bosett.solve.decomposition;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds, for the options of some items in a row, the least losses that bring every row within its
 * limits: a dynamic program over the changes of the rows that are still open, item by item, that
 * keeps only labels whose loss plus the rows' outlook is within the budget. Rows that stay open
 * beyond the last item make up the states of the answer.
 */
final class LabelSearch {
  /** Labels of one stage; beyond it the search gives up, or in a beam keeps the best of them. */
  static final int MOST_LABELS = 300_000;

  /** No stage with fewer labels is worth narrowing. */
  private static final int FEW = 64;

  /** The width of a search that drops nothing. */
  static final int FULL = Integer.MAX_VALUE;

  private final List<Item> items;
  private final Outlooks outlooks;
  private final int width;
  private final Effort effort;
  private final List<Labels> stages = new ArrayList<>();

  /** Whether labels were dropped, so that less may be possible. */
  boolean dropped;

  /** Labels made in all stages. */
  long labels;

  /**
   * @param width labels kept after an item that left many, those with the least loss in sight
   */
  LabelSearch(List<Item> items, Outlooks outlooks, int width, Effort effort) {
    this.items = items;
    this.outlooks = outlooks;
    this.width = width;
    this.effort = effort;
  }

  /** Searches within a budget; the labels after the last item, none when nothing is possible. */
  Labels search(long budget) throws SearchTooLargeException {
    Labels now = new Labels(0);
    now.offer(new int[0], 0, 0, -1, -1);
    for (int k = 0; k < items.size() && now.count > 0; k++) {
      Labels before = now;
      now = stage(k, before, budget);
      before.forget();
      stages.add(now);
    }
    return now;
  }

  /** The options that led to a label of the last stage. */
  int[] trace(int label) {
    int[] options = new int[stages.size()];
    for (int k = stages.size() - 1; k >= 0; k--) {
      options[k] = stages.get(k).options[label];
      label = stages.get(k).parents[label];
    }
    return options;
  }

  /** Carries out the options that led to a label on numbers of all candidates. */
  void apply(int label, int[] persons, int[] minors) {
    int[] options = trace(label);
    for (int k = 0; k < options.length; k++) {
      items.get(k).apply(options[k], persons, minors);
    }
  }

  private Labels stage(int k, Labels from, long budget) throws SearchTooLargeException {
    Stage stage = outlooks.stage(k);
    Labels to = new Labels(stage.openAfter().length);
    Step step = new Step(stage, items.get(k), outlooks.rows(), budget, to);
    for (int label = 0; label < from.count; label++) {
      effort.spend(step.from(from, label));
      if (to.count > MOST_LABELS) {
        if (width == FULL) {
          throw new SearchTooLargeException("more than " + MOST_LABELS + " labels");
        }
        dropped = true;
        to.keepBest(width);
      }
    }
    labels += to.count;
    if (to.count > Math.max(width, FEW)) {
      to.keepBest(width);
      dropped = true;
    }
    to.finish();
    return to;
  }
}
