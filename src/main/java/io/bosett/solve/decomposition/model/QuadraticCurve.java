package io.bosett.solve.decomposition.model;

import io.bosett.program.ChangeCost;
import org.jspecify.annotations.Nullable;

/**
 * Gains of the proportional fit, {@code 10^6 (2x - r x^2)}, less the cost of moving away from the
 * previous amount. The best amount is the parabola's vertex, rounded; with a cost of moving it is
 * the vertex of the branch on whose side it lies, or the previous amount itself.
 */
final class QuadraticCurve extends GainCurve {
  private static final double UNIT = 1e6;

  private final double[] r;
  private final double[] halfInverse;
  private final int @Nullable [] before;
  private final double perPerson;

  QuadraticCurve(double[] r, int[] least, int[] most, @Nullable ChangeCost cost) {
    super(least, most);
    this.r = r;
    halfInverse = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      halfInverse[i] = 0.5 / (UNIT * r[i]);
    }
    perPerson = cost == null ? 0 : cost.perPerson();
    before = cost == null || perPerson == 0 ? null : cost.before();
  }

  @Override
  int best(int i, double price) {
    double vertex = (2 * UNIT - price) * halfInverse[i];
    if (before != null) {
      double shift = perPerson * halfInverse[i];
      vertex = Math.max(vertex - shift, Math.min(vertex + shift, before[i]));
    }
    int best = clamp(i, vertex + 0.5);
    bestGain = gain(i, best);
    return best;
  }

  @Override
  double gain(int i, int amount) {
    double x = amount;
    double gain = UNIT * (2 * x - x * x * r[i]);
    return before == null ? gain : gain - perPerson * Math.abs(x - before[i]);
  }
}
