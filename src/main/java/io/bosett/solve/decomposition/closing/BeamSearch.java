package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.StoppedException;
import java.util.function.BooleanSupplier;

/** Finds some allocation where the exact search is too large, by beams over growing budgets. */
public final class BeamSearch {
  private static final int ROUNDS = 12;

  private BeamSearch() {}

  /** Tries until the closing has an incumbent, the rounds are over, or it is time to stop. */
  public static void find(GapClosingSearch gapClosingSearch, int scale, BooleanSupplier stop) {
    long budget = Math.max(gapClosingSearch.budget / 4, 1_000L * scale);
    for (int k = 0; k < ROUNDS && gapClosingSearch.incumbent == null && !stop.getAsBoolean(); k++) {
      try {
        gapClosingSearch.beam(budget);
      } catch (SearchTooLargeException | StoppedException e) {
        return;
      }
      budget = budget > Long.MAX_VALUE / 8 ? budget : 4 * budget;
    }
  }
}
