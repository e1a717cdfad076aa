package io.bosett.service;

import io.bosett.analysis.Comparison;
import io.bosett.analysis.Side;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;

/** Compares allocations on a scenario. */
public final class Contrasting {
  private Contrasting() {}

  /**
   * Compares two allocations.
   *
   * @param problem whose candidates and targets fits are taken on
   */
  public static Comparison compare(Problem problem, Side left, Side right) {
    return Comparison.of(problem, Compiler.compile(problem), left, right);
  }
}
