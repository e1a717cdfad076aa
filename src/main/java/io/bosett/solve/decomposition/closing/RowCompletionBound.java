package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;

/**
 * The completion bound of one row: a lower bound on its remaining loss, from the distance of its
 * sum from the base and what later items can move.
 *
 * @param least lower limit
 * @param most upper limit
 * @param base the sum of the base
 * @param multiplier of the row, in scaled units
 * @param up cost of moving up
 * @param down cost of moving down
 */
record RowCompletionBound(
    long least, long most, long base, long multiplier, RowMoveCost up, RowMoveCost down) {
  /**
   * A lower bound on the loss when the sum is {@code change} above the base's; {@link
   * RowMoveCost#NEVER} when the limits are out of reach. A row whose multiplier is not 0 loses the
   * multiplier for every unit it stays away from the limit it charges, so a unit towards that limit
   * never costs more.
   */
  long leastLoss(int change) {
    long use = base + change;
    boolean above = use > most;
    boolean below = use < least;
    if ((above && use - most > down.reach()) || (below && least - use > up.reach())) {
      return RowMoveCost.NEVER;
    }
    if (multiplier > 0) {
      return above ? down.of(use - most, never()) : up.of(most - use, cap((double) multiplier));
    }
    if (multiplier < 0) {
      return below ? up.of(least - use, never()) : down.of(use - least, cap((double) -multiplier));
    }
    if (above) {
      return down.of(use - most, never());
    }
    return below ? up.of(least - use, never()) : 0;
  }

  private static double never() {
    return Double.POSITIVE_INFINITY;
  }

  /** The most that a unit can cost; an equality cannot be paid off. */
  private double cap(double price) {
    return least == most ? never() : price;
  }

  /** The row's own loss at a final change, or {@link RowMoveCost#NEVER} outside the limits. */
  long finalLoss(int change) {
    long use = base + change;
    if (use < least || use > most) {
      return RowMoveCost.NEVER;
    }
    return multiplier > 0
        ? RowMoveCost.times(multiplier, most - use)
        : RowMoveCost.times(-multiplier, use - least);
  }
}
