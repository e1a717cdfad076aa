package io.bosett.program.figures;

/** The range (minimum and maximum) of some values. */
public record Spread(double least, double most) {
  public static Spread of(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new Spread(least, most);
  }

  /** The larger of the two in absolute value. */
  public double magnitude() {
    return Math.max(Math.abs(least), Math.abs(most));
  }

  /** Whether the values count as equal: they are, or differ by less than 10^-9 of the larger. */
  public boolean isFlat() {
    return least == most || most - least < 1e-9 * magnitude();
  }
}
