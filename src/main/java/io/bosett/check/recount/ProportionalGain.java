package io.bosett.check.recount;

/**
 * The gain of the fit {@code proportional}: {@code half(10^6 * (2x - x*x*r))} with {@code r = sum
 * of weight / target}.
 */
final class ProportionalGain implements FitGain {
  /** Marks a candidate with a target of 0 under a positive weight. */
  private static final double NOTHING = Double.POSITIVE_INFINITY;

  private final double[] ofPersons;
  private final double[] ofMinors;

  ProportionalGain(double[] weights, Targets targets, int candidates) {
    ofPersons = new double[candidates];
    ofMinors = new double[candidates];
    for (int c = 0; c < weights.length; c++) {
      for (int i = 0; i < candidates && weights[c] > 0; i++) {
        ofPersons[i] += share(weights[c], targets.persons(c, i));
        ofMinors[i] += share(weights[c], targets.minors(c, i));
      }
    }
  }

  private static double share(double weight, double target) {
    return target == 0 ? NOTHING : weight / target;
  }

  @Override
  public long persons(int i, int x) {
    return x == 0 ? 0 : gain(x, ofPersons[i]);
  }

  @Override
  public long minors(int i, int m) {
    return m == 0 ? 0 : gain(m, ofMinors[i]);
  }

  @Override
  public boolean isNearlyConcave() {
    return true;
  }

  @Override
  public boolean getsNobody(int i) {
    return ofPersons[i] == NOTHING;
  }

  @Override
  public boolean getsNoMinors(int i) {
    return ofMinors[i] == NOTHING;
  }

  private static long gain(double x, double r) {
    return FitGain.half(MILLION * (2 * x - x * x * r));
  }
}
