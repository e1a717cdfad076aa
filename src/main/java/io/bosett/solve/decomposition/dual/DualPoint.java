package io.bosett.solve.decomposition.dual;

import io.bosett.program.Term;

/** A point on a convex function of multipliers: value, slope, and the sum of each term. */
final class DualPoint {
  /** The multiplier that moves. */
  double t;

  double value;
  double slope;

  /** The sum of each {@link Term} over all candidates; at a kink the mixture of both sides. */
  final double[] use = new double[Term.COUNT];

  void set(DualPoint from) {
    t = from.t;
    value = from.value;
    slope = from.slope;
    setUse(from.use);
  }

  /** A loop of known length, which is quicker than a call of arraycopy. */
  void setUse(double[] from) {
    for (int term = 0; term < Term.COUNT; term++) {
      use[term] = from[term];
    }
  }

  /** Sets the use to a convex combination of two points'. */
  void mix(DualPoint a, double weight, DualPoint b) {
    for (int term = 0; term < use.length; term++) {
      use[term] = weight * a.use[term] + (1 - weight) * b.use[term];
    }
  }
}
