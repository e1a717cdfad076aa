package io.bosett.solve.decomposition.closing;

import io.bosett.program.curve.PricedBlocks;
import io.bosett.solve.decomposition.model.ExactEvaluator;

/**
 * A walk over numbers of persons of one candidate; where a long range has had no choice for a
 * while, the next number that has one is looked up by blocks.
 */
final class LongChoices {
  /** Looking up costs about so many tries. */
  private static final int LOOK_AFTER = 64;

  private final ExactEvaluator evaluator;
  private final int to;
  private final int step;
  private final long worth;
  private int without;

  /**
   * @param to the last number
   * @param step 1 or -1
   * @param worth of a choice that counts
   */
  LongChoices(ExactEvaluator evaluator, int to, int step, long worth) {
    this.evaluator = evaluator;
    this.to = to;
    this.step = step;
    this.worth = worth;
  }

  boolean isWithin(int x) {
    return (to - x) * step >= 0;
  }

  /** The number after one that had a choice or none; beyond the last when there is none. */
  int after(int x, boolean hadChoice) {
    without = hadChoice ? 0 : without + 1;
    if (x == to || without <= LOOK_AFTER || !evaluator.isLong()) {
      return x + step;
    }
    without = 0;
    int next = first(evaluator, x + step, to, worth);
    return next < 0 ? to + step : next;
  }

  /**
   * The number of persons nearest to one end of a part of the present candidate's long range that
   * has a choice of at least some worth, or -1.
   */
  static int first(ExactEvaluator evaluator, int from, int to, long worth) {
    PricedBlocks blocks = evaluator.blocks();
    return blocks.first(
        from,
        to,
        bound -> {
          evaluator.step();
          return bound >= worth;
        });
  }
}
