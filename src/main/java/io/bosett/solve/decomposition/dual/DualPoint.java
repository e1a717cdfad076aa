package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.Rows;

/** A point on a convex function of multipliers: value, slope, and the sums of the global rows. */
final class DualPoint {
  /** The multiplier that moves. */
  double t;

  double value;
  double slope;

  /** The use of the four global rows; at a kink the convex combination of both sides. */
  final double[] use = new double[Rows.REGIONS];

  void set(DualPoint from) {
    t = from.t;
    value = from.value;
    slope = from.slope;
    System.arraycopy(from.use, 0, use, 0, use.length);
  }

  /** Sets the use to a convex combination of two points'. */
  void mix(DualPoint a, double weight, DualPoint b) {
    for (int row = 0; row < use.length; row++) {
      use[row] = weight * a.use[row] + (1 - weight) * b.use[row];
    }
  }
}
