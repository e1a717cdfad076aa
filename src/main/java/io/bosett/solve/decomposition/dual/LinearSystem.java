package io.bosett.solve.decomposition.dual;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A solver for small systems of linear equations. */
final class LinearSystem {
  private LinearSystem() {}

  /**
   * Solves {@code a x = b} by Gaussian elimination with pivoting, in cubic time; null when the
   * system is singular or it is time to stop.
   */
  static double @Nullable [] solve(double[][] a, double[] b, BooleanSupplier stop) {
    int n = b.length;
    double[][] m = new double[n][];
    double[] x = b.clone();
    for (int k = 0; k < n; k++) {
      m[k] = a[k].clone();
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int row = k + 1; row < n; row++) {
        pivot = Math.abs(m[row][k]) > Math.abs(m[pivot][k]) ? row : pivot;
      }
      if (Math.abs(m[pivot][k]) < 1e-12 || stop.getAsBoolean()) {
        return null;
      }
      swap(m, x, k, pivot);
      for (int row = k + 1; row < n; row++) {
        eliminate(m, x, k, row);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int column = k + 1; column < n; column++) {
        x[k] -= m[k][column] * x[column];
      }
      x[k] /= m[k][k];
    }
    return x;
  }

  private static void swap(double[][] m, double[] x, int k, int pivot) {
    double[] row = m[k];
    m[k] = m[pivot];
    m[pivot] = row;
    double value = x[k];
    x[k] = x[pivot];
    x[pivot] = value;
  }

  private static void eliminate(double[][] m, double[] x, int k, int row) {
    double factor = m[row][k] / m[k][k];
    for (int column = k; column < m.length; column++) {
      m[row][column] -= factor * m[k][column];
    }
    x[row] -= factor * x[k];
  }
}
