package io.bosett.solve.decomposition.model;

/**
 * The gains of all candidates as concave functions of a whole amount, in doubles, with their
 * maximum at a price in closed form. Amounts lie between a candidate's least and most if any.
 * Values are close to the exact integer gains of the program, never a proof. Not thread-safe.
 */
abstract sealed class GainCurve permits QuadraticCurve, PiecewiseLinearCurve {
  final int[] least;
  final int[] most;

  GainCurve(int[] least, int[] most) {
    this.least = least;
    this.most = most;
  }

  /** Whether candidate {@code i} may have any amount above 0. */
  final boolean any(int i) {
    return least[i] <= most[i];
  }

  /** The gain at the amount that {@link #best} found last. */
  double bestGain;

  /** The amount above 0 that maximizes the gain less price times amount. */
  abstract int best(int i, double price);

  /** The gain at an amount, in 10<sup>-6</sup> person. */
  abstract double gain(int i, int amount);

  final int clamp(int i, double amount) {
    if (amount <= least[i]) {
      return least[i];
    }
    return amount >= most[i] ? most[i] : (int) amount;
  }
}
