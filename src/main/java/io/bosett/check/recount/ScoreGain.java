package io.bosett.check.recount;

/**
 * The gain of the fit {@code score}: {@code x * half(10^6 * sum of weight * suitability)}, for
 * minors with the same suitability.
 */
final class ScoreGain implements FitGain {
  private final long[] perPerson;

  ScoreGain(double[] weights, Suitability suitability, int candidates) {
    perPerson = new long[candidates];
    for (int i = 0; i < candidates; i++) {
      double sum = 0;
      for (int c = 0; c < weights.length; c++) {
        sum += weights[c] * suitability.of(c, i);
      }
      perPerson[i] = FitGain.half(MILLION * sum);
    }
  }

  @Override
  public long persons(int i, int x) {
    return Math.multiplyExact(perPerson[i], x);
  }

  @Override
  public long minors(int i, int m) {
    return Math.multiplyExact(perPerson[i], m);
  }
}
