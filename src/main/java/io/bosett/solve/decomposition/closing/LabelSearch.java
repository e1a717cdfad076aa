package io.bosett.solve.decomposition.closing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label-setting dynamic program: finds, for the options of some items in a row, the least losses
 * that bring every row within its limits. States are the changes of the rows that are still open,
 * item by item; labels whose loss plus completion bound exceeds the budget are pruned. Rows that
 * stay open beyond the last item make up the states of the answer.
 */
final class LabelSearch {
  /**
   * Limit on the labels of one stage; beyond it the search gives up, or in a beam keeps the best of
   * them.
   */
  static final int MOST_LABELS = 300_000;

  /** Stages with fewer labels are not narrowed. */
  private static final int FEW = 64;

  /** The width of a search that drops nothing. */
  static final int FULL = Integer.MAX_VALUE;

  private final List<ChoiceItem> items;
  private final CompletionBounds completionBounds;
  private final int width;
  private final EffortCounter effort;
  private final List<Labels> stages = new ArrayList<>();

  /** Whether labels were dropped, so that less may be possible. */
  boolean dropped;

  private int enough = Integer.MAX_VALUE;
  private boolean tooMany;

  /** The number of labels made in all stages. */
  long labels;

  /**
   * @param width labels kept after an item that left many, those with the least loss plus
   *     completion bound
   */
  LabelSearch(
      List<ChoiceItem> items, CompletionBounds completionBounds, int width, EffortCounter effort) {
    this.items = items;
    this.completionBounds = completionBounds;
    this.width = width;
    this.effort = effort;
  }

  /**
   * Searches within a budget; returns the labels after the last item, none when it is infeasible.
   */
  Labels search(long budget) throws SearchTooLargeException {
    Labels start = new Labels(0);
    start.offer(new int[0], 0, 0, -1, -1);
    return search(start, budget);
  }

  /** The same, null when some stage has more labels than {@code most}. */
  @Nullable Labels searchAtMost(int most, long budget) throws SearchTooLargeException {
    enough = most;
    Labels last = search(budget);
    return tooMany ? null : last;
  }

  /** Continues from labels that hold the changes of the rows carried into the search. */
  Labels search(Labels start, long budget) throws SearchTooLargeException {
    Labels now = start;
    for (int k = 0; k < items.size() && now.count > 0; k++) {
      Labels before = now;
      now = stage(k, before, budget);
      before.forget();
      stages.add(now);
    }
    return now;
  }

  /**
   * Applies the options that led to a label to the numbers of all candidates; returns the label
   * that it started from.
   */
  int apply(int label, int[] persons, int[] minors) {
    int at = label;
    for (int k = stages.size() - 1; k >= 0; k--) {
      items.get(k).apply(stages.get(k).options[at], persons, minors);
      at = stages.get(k).parents[at];
    }
    return at;
  }

  private Labels stage(int k, Labels from, long budget) throws SearchTooLargeException {
    SearchStage stage = completionBounds.stage(k);
    Labels to = new Labels(stage.openAfter().length);
    LabelExpansion step = new LabelExpansion(stage, items.get(k), completionBounds, budget, to);
    for (int label = 0; label < from.count; label++) {
      effort.spend(step.from(from, label));
      if (to.count > enough) {
        tooMany = true;
        return new Labels(stage.openAfter().length);
      }
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
