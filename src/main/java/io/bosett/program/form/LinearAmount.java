package io.bosett.program.form;

/**
 * A candidate's persons or minors as a linear expression of columns, with the indicator of being
 * above 0 as another.
 *
 * @param constant part of the amount
 * @param columns whose weighted sum is the rest of it
 * @param coefficients by position in {@code columns}
 * @param always 1 when the amount is never 0, else 0
 * @param switches columns of which one is 1 when the amount is above 0; empty when {@code always}
 *     is 1 or when no rule counts it
 */
public record LinearAmount(
    int constant, int[] columns, int[] coefficients, int always, int[] switches) {
  /** The amount 0. */
  static final LinearAmount NOTHING = new LinearAmount(0, new int[0], new int[0], 0, new int[0]);

  /** The amount at given values of all columns. */
  public int value(long[] values) {
    long sum = constant;
    for (int k = 0; k < columns.length; k++) {
      sum += coefficients[k] * values[columns[k]];
    }
    return Math.toIntExact(sum);
  }
}
