package io.bosett.program.figures;

/** Standardizes values: z-scores, or scores scaled to 0..1. */
public final class StandardizedValues {
  /** The clipping limit of z-scores. */
  private static final double FARTHEST = 3;

  private StandardizedValues() {}

  /** Mean 0, standard deviation 1 (dividing by n), clipped to -3..3; 0 where values are flat. */
  public static double[] z(double[] values) {
    double[] z = new double[values.length];
    if (Spread.of(values).isFlat()) {
      return z;
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    for (int i = 0; i < z.length && deviation > 0; i++) {
      z[i] = Math.max(-FARTHEST, Math.min(FARTHEST, (values[i] - mean) / deviation));
    }
    return z;
  }

  /** 0 at the smallest to 1 at the largest, or the other way round; 0 where values are flat. */
  public static double[] scores(double[] values, boolean smallestBest) {
    double[] scores = new double[values.length];
    Spread spread = Spread.of(values);
    if (spread.isFlat()) {
      return scores;
    }
    double range = spread.most() - spread.least();
    for (int i = 0; i < scores.length; i++) {
      double score = (values[i] - spread.least()) / range;
      scores[i] = smallestBest ? 1 - score : score;
    }
    return scores;
  }
}
