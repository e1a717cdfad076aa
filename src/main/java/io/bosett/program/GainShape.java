package io.bosett.program;

/**
 * Gains of all candidates as concave curves in doubles, for closed forms: near the whole numbers of
 * {@link Gains}, never a proof. In units; a new kind of fit has one of these shapes.
 */
public sealed interface GainShape {
  /** Per candidate the {@code r} of its parabola; empty for other shapes. */
  double[] steepness();

  /**
   * {@code 10^6 (2x - r x^2)}.
   *
   * @param steepness r by candidate
   */
  record Parabolas(double[] steepness) implements GainShape {}

  /**
   * Linear between bends.
   *
   * @param slopes before the first bend, by candidate
   * @param bends where the slope drops, by bend and candidate
   * @param drops by how much, by bend
   */
  record Lines(double[] slopes, double[][] bends, double[] drops) implements GainShape {
    @Override
    public double[] steepness() {
      return new double[0];
    }
  }
}
