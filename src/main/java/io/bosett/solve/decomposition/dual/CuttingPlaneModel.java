package io.bosett.solve.decomposition.dual;

import java.util.Arrays;

/**
 * The cutting-plane model of a convex function around a centre: slopes in scaled rows, and how far
 * each plane lies below the function at the centre (its error). {@link #solve} finds the convex
 * combination of planes that minimizes {@code step/2 |slope|^2 + error}, the dual of the proximal
 * step, by exchanging weight between two planes at a time.
 */
final class CuttingPlaneModel {
  private static final int EXCHANGES = 3000;

  private final int capacity;
  private final int rows;
  private final double[][] slopes;
  private final double[] errors;
  private final double[][] products;
  private final double[] weights;
  private final double[] gradient;
  private int count;

  /** The combined slope; the step goes against it. */
  final double[] direction;

  CuttingPlaneModel(int capacity, int rows) {
    this.capacity = capacity;
    this.rows = rows;
    slopes = new double[capacity][];
    errors = new double[capacity];
    products = new double[capacity][capacity];
    weights = new double[capacity];
    gradient = new double[capacity];
    direction = new double[rows];
  }

  /** Adds a plane; when the model is full it replaces the lightest plane with the largest error. */
  void add(double[] slope, double error) {
    int at = count < capacity ? count++ : leastUseful();
    slopes[at] = slope;
    errors[at] = Math.max(0, error);
    weights[at] = count == 1 ? 1 : 0;
    for (int k = 0; k < count; k++) {
      double product = 0;
      for (int j = 0; j < rows; j++) {
        product += slope[j] * slopes[k][j];
      }
      products[at][k] = product;
      products[k][at] = product;
    }
  }

  private int leastUseful() {
    int worst = 0;
    for (int k = 1; k < count; k++) {
      boolean lighter = weights[k] < weights[worst];
      boolean same = weights[k] == weights[worst];
      if (lighter || (same && errors[k] > errors[worst])) {
        worst = k;
      }
    }
    double moved = weights[worst];
    weights[worst] = 0;
    int first = worst == 0 ? 1 : 0;
    weights[first] += moved;
    return worst;
  }

  /** Error at the centre of the plane taken at a point. */
  double errorAt(
      double[] plane,
      double f,
      double[] point,
      double[] centre,
      int[] active,
      double[] scale,
      double value) {
    double atCentre = f;
    for (int j = 0; j < rows; j++) {
      atCentre += plane[j] * (centre[active[j]] - point[active[j]]) / scale[j];
    }
    return value - atCentre;
  }

  /** Moves the centre to a point and adds its plane. */
  void move(
      double[] plane,
      double f,
      double[] point,
      double[] centre,
      int[] active,
      double[] scale,
      double value) {
    for (int k = 0; k < count; k++) {
      double shift = f - value;
      for (int j = 0; j < rows; j++) {
        shift -= slopes[k][j] * (point[active[j]] - centre[active[j]]) / scale[j];
      }
      errors[k] = Math.max(0, errors[k] + shift);
    }
    add(plane, 0);
  }

  /** Solves for the weights and the direction; returns the decrease that the planes promise. */
  double solve(double step) {
    for (int k = 0; k < count; k++) {
      gradient[k] = errors[k];
      for (int l = 0; l < count; l++) {
        gradient[k] += step * products[k][l] * weights[l];
      }
    }
    for (int round = 0; round < EXCHANGES && exchange(step); round++) {}
    double promise = 0;
    Arrays.fill(direction, 0);
    for (int k = 0; k < count; k++) {
      promise += weights[k] * errors[k];
      for (int j = 0; j < rows; j++) {
        direction[j] += weights[k] * slopes[k][j];
      }
    }
    for (int j = 0; j < rows; j++) {
      promise += step * direction[j] * direction[j];
    }
    return promise;
  }

  /** Moves weight from the plane with the largest gradient to the one with the smallest. */
  private boolean exchange(double step) {
    int to = 0;
    int from = -1;
    for (int k = 0; k < count; k++) {
      if (gradient[k] < gradient[to]) {
        to = k;
      }
      if (weights[k] > 0 && (from < 0 || gradient[k] > gradient[from])) {
        from = k;
      }
    }
    double slope = gradient[from] - gradient[to];
    if (slope <= 1e-9 * (1 + Math.abs(gradient[from]))) {
      return false;
    }
    double curvature = step * (products[from][from] - 2 * products[from][to] + products[to][to]);
    double amount = curvature > 0 ? Math.min(weights[from], slope / curvature) : weights[from];
    weights[from] -= amount;
    weights[to] += amount;
    for (int k = 0; k < count; k++) {
      gradient[k] += step * amount * (products[k][to] - products[k][from]);
    }
    return true;
  }
}
