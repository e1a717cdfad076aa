package io.bosett.solve.decomposition;

import java.util.function.BooleanSupplier;

/**
 * Finds multipliers for a program: by way of a sample when there are many candidates, else
 * directly.
 */
final class Descent {
  private final Frame frame;
  private final Lagrangian lagrangian;
  private final double width;
  private final BooleanSupplier stop;
  private double[] u;

  /** Between what any allocation could be worth. */
  final Range range;

  /**
   * @param start multipliers to start from
   * @param width first step of every multiplier
   */
  Descent(Frame frame, Lagrangian lagrangian, double[] start, double width, BooleanSupplier stop) {
    this.frame = frame;
    this.lagrangian = lagrangian;
    this.width = width;
    this.stop = stop;
    u = start;
    range = Range.of(frame.program);
  }

  /** The multipliers, in 10<sup>-6</sup> person. */
  double[] u() {
    return u;
  }

  /** Descends; false when the dual fell below the floor, so that there is no allocation. */
  boolean minimize() {
    if (frame.program.size() < Sample.WORTHWHILE) {
      return direct(width);
    }
    Sample sample = new Sample(frame.program, frame.choice, lagrangian, u, range, stop);
    boolean mayExist = sample.minimize(width);
    u = sample.u;
    if (!mayExist || sample.rests()) {
      return mayExist;
    }
    return direct(sample.lastMove());
  }

  private boolean direct(double step) {
    Dual dual = new Dual(lagrangian, u, step, range, stop);
    boolean mayExist = dual.minimize();
    u = dual.u;
    return mayExist;
  }
}
