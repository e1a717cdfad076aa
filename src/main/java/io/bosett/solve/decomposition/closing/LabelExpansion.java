package io.bosett.solve.decomposition.closing;

/** Expands labels by one item: every option that the budget and the rows allow. */
final class LabelExpansion {
  private final SearchStage stage;
  private final ChoiceItem item;
  private final int[] openBefore;
  private final int[] openAfter;
  private final int[] touched;
  private final int[] closing;

  /** By place in {@link #touched}, the {@link io.bosett.program.Term} of the row. */
  private final int[] terms;

  private final long budget;
  private final Labels to;
  private final int[] changes;
  private final int[] state;
  private final long[] sums;

  /** The index of the demand among the rows, or -1. */
  private final int personsPlace;

  /**
   * @param bounds of the search
   * @param to takes the labels that are made
   */
  LabelExpansion(
      SearchStage stage, ChoiceItem item, CompletionBounds bounds, long budget, Labels to) {
    this.stage = stage;
    this.item = item;
    openBefore = stage.openBefore();
    openAfter = stage.openAfter();
    touched = stage.touched();
    closing = stage.closing();
    terms = new int[touched.length];
    for (int k = 0; k < terms.length; k++) {
      terms[k] = bounds.terms()[touched[k]];
    }
    this.budget = budget;
    this.to = to;
    changes = new int[bounds.terms().length];
    personsPlace = bounds.demandPlace();
    state = new int[openAfter.length];
    sums = new long[stage.families().count()];
  }

  /** Expands one label; returns how many options were examined. */
  long from(Labels from, int label) {
    long lossBefore = from.losses[label];
    int first = 0;
    int last = item.size() - 1;
    if (item instanceof ChoiceItem.Merged merged && personsPlace >= 0 && !merged.ofMinors()) {
      RowCompletionBound bound = stage.bound(personsPlace);
      long use = bound.base() + before(from, label);
      int zero = merged.down().length;
      first = cut(first, zero + bound.least() - use - bound.up().reach());
      long most = Math.min(bound.most(), Long.MAX_VALUE / 4);
      last = -cut(-last, use - zero - most - bound.down().reach());
    }
    for (int option = first; option <= last; option++) {
      long loss = lossBefore + item.loss(option);
      if (loss > budget) {
        continue;
      }
      for (int p = 0; p < openBefore.length; p++) {
        changes[openBefore[p]] = from.state(label, p);
      }
      take(option, loss, label);
    }
    return 1L + Math.max(0, last - first);
  }

  /** The change of the persons so far. */
  private int before(Labels from, int label) {
    return openBefore.length > 0 && openBefore[0] == personsPlace ? from.state(label, 0) : 0;
  }

  /** The larger of an option and a limit that may be far away. */
  private static int cut(int option, long limit) {
    return (int) Math.max(option, Math.min(limit, Integer.MAX_VALUE / 2));
  }

  private void take(int option, long lossSoFar, int label) {
    for (int k = 0; k < touched.length; k++) {
      int row = touched[k];
      int before = stage.opens(row) ? 0 : changes[row];
      changes[row] = before + item.change(option, terms[k]);
    }
    long loss = lossSoFar;
    for (int row : closing) {
      long rowLoss = stage.bound(row).finalLoss(changes[row]);
      if (rowLoss > budget - loss) {
        return;
      }
      loss += rowLoss;
    }
    long bound = bound(budget - loss);
    if (bound <= budget - loss) {
      to.offer(state, loss, bound, label, option);
    }
  }

  /**
   * The completion bound of the open rows, families added up; above the room it need not be exact.
   */
  private long bound(long room) {
    return sums.length == 0 ? globalBound(room) : regionalBound(room);
  }

  private long globalBound(long room) {
    long most = stage.untouched();
    for (int p = 0; p < state.length; p++) {
      int row = openAfter[p];
      state[p] = changes[row];
      most = Math.max(most, stage.bound(row).leastLoss(changes[row]));
      if (most > room) {
        return most;
      }
    }
    return most;
  }

  private long regionalBound(long room) {
    DisjointRegions disjointRegions = stage.families();
    long most = stage.untouched();
    System.arraycopy(stage.untouchedOf(), 0, sums, 0, sums.length);
    int region = -1;
    long ofRegion = 0;
    for (int p = 0; p < state.length; p++) {
      int row = openAfter[p];
      state[p] = changes[row];
      long least = stage.bound(row).leastLoss(changes[row]);
      int family = disjointRegions.family()[row];
      if (family >= 0 && least <= room) {
        ofRegion = disjointRegions.region()[row] == region ? ofRegion : 0;
        region = disjointRegions.region()[row];
        sums[family] += Math.max(0, least - ofRegion);
        ofRegion = Math.max(ofRegion, least);
        least = sums[family];
      }
      most = Math.max(most, least);
      if (most > room) {
        return most;
      }
    }
    for (long sum : sums) {
      most = Math.max(most, sum);
    }
    return most;
  }
}
