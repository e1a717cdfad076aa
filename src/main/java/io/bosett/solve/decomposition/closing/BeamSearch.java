package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.StoppedException;
import java.util.function.BooleanSupplier;

/**
 * A beam search for a feasible allocation, with growing budgets, where the exact search is too
 * large.
 */
public final class BeamSearch {
  private static final int ROUNDS = 12;

  private BeamSearch() {}

  /** Searches until there is an incumbent, the rounds are over, or it is time to stop. */
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
