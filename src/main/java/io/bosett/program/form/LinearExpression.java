package io.bosett.program.form;

import java.util.Arrays;

/** A mutable linear expression: weighted columns and a constant. Each column is added once. */
final class LinearExpression {
  private int[] columns = new int[8];
  private long[] coefficients = new long[8];
  private int size;
  private long constant;

  LinearExpression add(long coefficient, int column) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    columns[size] = column;
    coefficients[size++] = coefficient;
    return this;
  }

  LinearExpression addAmount(long factor, LinearAmount linearAmount) {
    constant += factor * linearAmount.constant();
    for (int k = 0; k < linearAmount.columns().length; k++) {
      add(factor * linearAmount.coefficients()[k], linearAmount.columns()[k]);
    }
    return this;
  }

  /** Adds the indicator that the amount is above 0, times a factor. */
  LinearExpression addPresence(long factor, LinearAmount linearAmount) {
    constant += factor * linearAmount.always();
    for (int column : linearAmount.switches()) {
      add(factor, column);
    }
    return this;
  }

  long constant() {
    return constant;
  }

  int[] columns() {
    return Arrays.copyOf(columns, size);
  }

  long[] coefficients() {
    return Arrays.copyOf(coefficients, size);
  }
}
