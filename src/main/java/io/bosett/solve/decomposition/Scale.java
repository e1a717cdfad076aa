package io.bosett.solve.decomposition;

import io.bosett.program.Candidates;
import io.bosett.program.Program;
import io.bosett.solve.Prices;

/** Chooses the power of two by which gains are scaled so that no product of one candidate overflows. */
final class Scale {
  private static final double MOST = 0x1p60;

  private Scale() {}

  static int of(Program program, double[] u) {
    double largest = 1;
    double perPerson = 0;
    for (double price : u) {
      perPerson += Math.abs(price);
    }
    Candidates c = program.candidates();
    for (int i = 0; i < program.size(); i++) {
      double here = perPerson;
      if (c.low()[i] <= c.high()[i]) {
        here += size(program.personsGain(i, c.low()[i]), program.personsGain(i, c.high()[i]));
        here += (2e6 + perPerson) * c.high()[i];
      }
      if (c.minorsLow()[i] <= c.minorsHigh()[i]) {
        here += size(program.minorsGain(i, c.minorsLow()[i]), program.minorsGain(i, c.minorsHigh()[i]));
        here += (2e6 + perPerson) * c.minorsHigh()[i];
      }
      if (c.mayDrop().get(i)) {
        here += Math.abs((double) program.personsGain(i, 0));
      }
      largest = Math.max(largest, here);
    }
    int scale = Prices.SCALE;
    while (scale > 1 && largest * scale > MOST) {
      scale >>= 1;
    }
    return scale;
  }

  private static double size(long a, long b) {
    return Math.max(Math.abs((double) a), Math.abs((double) b));
  }

  /** Multipliers an eighth as large: still multipliers, and nearer to what sums can hold. */
  static double[] eighth(double[] u) {
    return java.util.Arrays.stream(u).map(price -> price / 8).toArray();
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
