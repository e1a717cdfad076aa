package io.bosett.solve.decomposition;

import io.bosett.solve.Prices;

/** Chooses the power of two by which gains are scaled so that no product of one candidate overflows. */
final class Scale {
  private static final double MOST = 0x1p60;

  private Scale() {}

  static int of(Range range, double[] u) {
    double price = 0;
    for (double one : u) {
      price += Math.abs(one);
    }
    double largest = 1 + price + 2 * range.largestGain() + price * range.most();
    int scale = Prices.SCALE;
    while (scale > 1 && largest * scale > MOST) {
      scale >>= 1;
    }
    return scale;
  }

  /** Multipliers as whole numbers at a scale. */
  static long[] round(double[] u, int scale) {
    long[] whole = new long[u.length];
    for (int row = 0; row < u.length; row++) {
      whole[row] = Math.round(u[row] * scale);
    }
    return whole;
  }
}
