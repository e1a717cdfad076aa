package io.bosett.program.form;

import java.util.Arrays;

/** A weighted sum of columns that grows, with its constant part. Each column is added once. */
final class Terms {
  private int[] columns = new int[8];
  private long[] coefficients = new long[8];
  private int size;
  private long constant;

  Terms add(long coefficient, int column) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    columns[size] = column;
    coefficients[size++] = coefficient;
    return this;
  }

  Terms addAmount(long factor, Amount amount) {
    constant += factor * amount.constant();
    for (int k = 0; k < amount.columns().length; k++) {
      add(factor * amount.coefficients()[k], amount.columns()[k]);
    }
    return this;
  }

  /** Adds 1 times the factor when there is any of the amount. */
  Terms addPresence(long factor, Amount amount) {
    constant += factor * amount.always();
    for (int column : amount.switches()) {
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
