package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.RowLimits;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A proximal bundle method (Lemarechal 1975; Kiwiel 1990) for the dual with many rows: keeps
 * cutting planes of the function, steps to the minimum of their maximum plus a quadratic around the
 * best point, and moves there when the function agrees. Rows are scaled so that a unit step matters
 * alike in all of them.
 */
final class BundleMethod {
  private static final int STEPS = 400;
  private static final int PLANES = 90;

  private final Lagrangian lagrangian;
  private final RowLimits limits;
  private final int[] active;
  private final double[] scale;
  private final double tolerance;
  private final double floor;
  private final BooleanSupplier stop;
  private final CuttingPlaneModel cuttingPlaneModel;

  /** The best point found. */
  final double[] best;

  /** The value there. */
  double value;

  BundleMethod(
      Lagrangian lagrangian, double[] start, double tolerance, double floor, BooleanSupplier stop) {
    this.lagrangian = lagrangian;
    this.tolerance = tolerance;
    this.floor = floor;
    this.stop = stop;
    limits = lagrangian.limits;
    best = start.clone();
    active = IntStream.range(0, limits.count()).filter(row -> !limits.isFree(row)).toArray();
    scale = new double[active.length];
    cuttingPlaneModel = new CuttingPlaneModel(PLANES, active.length);
    scales();
  }

  /**
   * Scales the rows so that a unit step against the slope is about a Newton step: with targets t
   * the use of a row changes by about {@code sum t / (2 * 10^6)} per unit of its multiplier.
   */
  private void scales() {
    lagrangian.at(best);
    double[] use = lagrangian.use.clone();
    for (int k = 0; k < active.length; k++) {
      scale[k] = Math.sqrt(2e6 / Math.max(1, use[active[k]]));
    }
  }

  private double[] evaluate(double[] point) {
    double f = lagrangian.at(point);
    double[] plane = new double[active.length + 1];
    for (int k = 0; k < active.length; k++) {
      plane[k] = limits.slope(active[k], point[active[k]], lagrangian.use[active[k]]) * scale[k];
    }
    plane[active.length] = f;
    return plane;
  }

  /** Minimizes; false when the value fell below the floor. */
  boolean minimize() {
    double[] plane = evaluate(best);
    value = plane[active.length];
    cuttingPlaneModel.add(plane, 0);
    double step = 1;
    int poor = 0;
    double[] point = best.clone();
    for (int k = 0; k < STEPS && value > floor && !stop.getAsBoolean(); k++) {
      double predicted = cuttingPlaneModel.solve(step);
      if (predicted < tolerance) {
        if (step > 50 || poor < 0) {
          break;
        }
        step *= 10;
        continue;
      }
      for (int j = 0; j < active.length; j++) {
        double t = best[active[j]] - step * cuttingPlaneModel.direction[j] * scale[j];
        point[active[j]] = limits.admissible(active[j], t);
      }
      plane = evaluate(point);
      double f = plane[active.length];
      double gain = value - f;
      double error = cuttingPlaneModel.errorAt(plane, f, point, best, active, scale, value);
      if (gain > 0.1 * predicted) {
        cuttingPlaneModel.move(plane, f, point, best, active, scale, value);
        System.arraycopy(point, 0, best, 0, best.length);
        value = f;
        poor = 0;
        if (gain > 0.5 * predicted) {
          step *= 2;
        }
      } else {
        cuttingPlaneModel.add(plane, error);
        if (++poor >= 3 && error > predicted) {
          step *= 0.5;
          poor = 0;
        }
      }
    }
    return value > floor;
  }
}
