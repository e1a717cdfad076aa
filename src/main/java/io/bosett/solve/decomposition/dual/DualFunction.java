package io.bosett.solve.decomposition.dual;

/** The dual function of the multipliers. */
interface DualFunction {
  /**
   * Evaluates at {@code u}, in 10<sup>-6</sup> person; sets value and the sum of each term. An
   * implementation may improve multipliers of regions in {@code u} on the way.
   */
  void at(double[] u, DualPoint into);
}
