package io.bosett.solve.decomposition;

/** What one round of the closing search works on. */
record Round(Groups groups, Rows rows, Parts parts, Base base, Effort effort) {
  /** What a row loses at a change from the base, or never when that breaks its limits. */
  long lossOf(int row, long change) {
    long use = base.use[row] + change;
    return rows.holds(row, use) ? rows.loss(row, base.u[row], use) : MoveCost.NEVER;
  }
}
