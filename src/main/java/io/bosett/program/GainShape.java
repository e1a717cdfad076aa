package io.bosett.program;

/**
 * The shape of the gains before rounding, as concave curves in doubles, for closed forms: close to
 * the integers of {@link Gains}, never a proof. In gain units. Every kind of fit has one of these
 * shapes.
 */
public sealed interface GainShape {
  /** The {@code r} of each candidate's parabola; empty for other shapes. */
  double[] steepness();

  /** Whether the gains are quadratic; else they are piecewise linear. */
  boolean isQuadratic();

  /**
   * {@code 10^6 (2x - r x^2)}.
   *
   * @param steepness r by candidate
   */
  record Parabolas(double[] steepness) implements GainShape {
    @Override
    public boolean isQuadratic() {
      return true;
    }
  }

  /**
   * Piecewise linear gains.
   *
   * @param slopes before the first breakpoint, by candidate
   * @param bends where the slope drops, by breakpoint and candidate
   * @param drops by how much, by breakpoint
   */
  record Lines(double[] slopes, double[][] bends, double[] drops) implements GainShape {
    @Override
    public double[] steepness() {
      return new double[0];
    }

    @Override
    public boolean isQuadratic() {
      return false;
    }
  }
}
