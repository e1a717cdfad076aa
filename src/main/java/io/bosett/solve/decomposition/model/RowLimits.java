package io.bosett.solve.decomposition.model;

/**
 * The rows' limits in doubles, as the dual sees them; those of a sample are fractions.
 *
 * @param least lower limits
 * @param most upper limits, infinite where there is none
 * @param rows what the limits are of
 */
public record RowLimits(double[] least, double[] most, Rows rows) {
  public static RowLimits of(Rows rows) {
    double[] least = new double[rows.count];
    double[] most = new double[rows.count];
    for (int row = 0; row < rows.count; row++) {
      least[row] = rows.least[row];
      most[row] = rows.hasMost(row) ? rows.most[row] : Double.POSITIVE_INFINITY;
    }
    return new RowLimits(least, most, rows);
  }

  public int count() {
    return least.length;
  }

  /** Whether a row has no limits; true for a row that does not exist (-1). */
  public boolean isFree(int row) {
    return row < 0 || rows.free[row];
  }

  public boolean isEquality(int row) {
    return least[row] == most[row];
  }

  /** Clips a multiplier to the sign that the row's limits allow. */
  public double admissible(int row, double multiplier) {
    boolean unlimited =
        multiplier > 0
            ? most[row] == Double.POSITIVE_INFINITY
            : least[row] == 0 && !isEquality(row);
    return unlimited ? 0 : multiplier;
  }

  /** {@code max over allowed sums of multiplier * sum}. */
  public double worth(int row, double multiplier) {
    if (multiplier == 0) {
      return 0;
    }
    return multiplier
        * (multiplier > 0 && most[row] < Double.POSITIVE_INFINITY ? most[row] : least[row]);
  }

  /**
   * The slope of the dual in a row: the charged limit less the use. At a multiplier of 0 the
   * charged limit may be anything between the limits, so the slope is 0 where the use is within
   * them.
   */
  public double slope(int row, double multiplier, double use) {
    if (multiplier > 0 && most[row] < Double.POSITIVE_INFINITY) {
      return most[row] - use;
    }
    if (multiplier < 0) {
      return least[row] - use;
    }
    if (use > most[row]) {
      return most[row] - use;
    }
    return use < least[row] ? least[row] - use : 0;
  }
}
