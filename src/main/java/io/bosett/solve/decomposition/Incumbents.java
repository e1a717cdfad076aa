package io.bosett.solve.decomposition;

import java.util.function.BooleanSupplier;

/** Finds some allocation where the exact search is too large, by beams over growing budgets. */
final class Incumbents {
  private static final int ROUNDS = 12;

  private Incumbents() {}

  /** Tries until the closing has an incumbent, the rounds are over, or it is time to stop. */
  static void find(Closing closing, int scale, BooleanSupplier stop) {
    long budget = Math.max(closing.budget / 4, 1_000L * scale);
    for (int k = 0; k < ROUNDS && closing.incumbent == null && !stop.getAsBoolean(); k++) {
      try {
        closing.beam(budget);
      } catch (SearchTooLargeException | StoppedException e) {
        return;
      }
      budget = budget > Long.MAX_VALUE / 8 ? budget : 4 * budget;
    }
  }
}
