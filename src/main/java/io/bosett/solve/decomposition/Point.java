package io.bosett.solve.decomposition;

/** A point on a convex function of multipliers: value, slope, and the sums of the global rows. */
final class Point {
  /** The multiplier that moves. */
  double t;

  double value;
  double slope;

  /** The use of the four global rows; at a kink the mixture of both sides. */
  final double[] use = new double[Rows.REGIONS];

  void set(Point from) {
    t = from.t;
    value = from.value;
    slope = from.slope;
    System.arraycopy(from.use, 0, use, 0, use.length);
  }

  /** Sets the use to a mixture of two points'. */
  void mix(Point a, double weight, Point b) {
    for (int row = 0; row < use.length; row++) {
      use[row] = weight * a.use[row] + (1 - weight) * b.use[row];
    }
  }
}
