package io.bosett.solve.decomposition.model;

import io.bosett.solve.ScaledMultipliers;
import java.util.Arrays;

/**
 * Chooses the scale of gains: the largest power of two at which no product of one candidate
 * overflows.
 */
public final class GainScale {
  private static final double MOST = 0x1p60;

  private GainScale() {}

  /** The largest scale for multipliers that fit at scale 1. */
  public static int of(ObjectiveRange range, double[] u) {
    double largest = largest(range, u);
    int scale = ScaledMultipliers.SCALE;
    while (scale > 1 && largest * scale > MOST) {
      scale >>= 1;
    }
    return scale;
  }

  /** The multipliers, scaled down together until they fit at scale 1. */
  public static double[] shortened(ObjectiveRange range, double[] u) {
    double[] prices = u;
    while (largest(range, prices) > MOST && sum(prices) > 1) {
      prices = Arrays.stream(prices).map(price -> price / 8).toArray();
    }
    return prices;
  }

  /** An upper bound on the size of a candidate's values, in 10<sup>-6</sup> person. */
  private static double largest(ObjectiveRange range, double[] u) {
    double price = sum(u);
    return 1 + price + 2 * range.largestGain() + price * range.most();
  }

  private static double sum(double[] u) {
    return Arrays.stream(u).map(Math::abs).sum();
  }

  /** Multipliers as integers at a scale. */
  public static long[] round(double[] u, int scale) {
    long[] whole = new long[u.length];
    for (int row = 0; row < u.length; row++) {
      whole[row] = Math.round(u[row] * scale);
    }
    return whole;
  }
}
