package io.bosett.solve;

import io.bosett.program.Assignment;
import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a solver claims about a program; the checker verifies it later.
 *
 * <p>{@code prices} are the multipliers of the best bound known, or null; {@code claim} says on
 * whose word the outcome rests, and for which candidates, as far as a certificate cannot show it.
 */
public sealed interface SolveResult {
  /** Multipliers of the best bound known, or null. */
  @Nullable ScaledMultipliers prices();

  /** What the solve took. */
  Statistics statistics();

  /** An optimal assignment, {@code bound - objective < 1}. */
  record Proven(
      Assignment assignment,
      @Nullable ScaledMultipliers prices,
      String claim,
      Statistics statistics)
      implements SolveResult {}

  /** A feasible assignment; {@code bound} is a proven upper bound or null. */
  record Feasible(
      Assignment assignment,
      @Nullable Long bound,
      @Nullable ScaledMultipliers prices,
      Stop stop,
      Statistics statistics)
      implements SolveResult {}

  /** No assignment exists. */
  record Infeasible(@Nullable ScaledMultipliers prices, String claim, Statistics statistics)
      implements SolveResult {}

  /** Nothing found; {@code bound} is a proven upper bound or null. */
  record Unknown(
      @Nullable Long bound, @Nullable ScaledMultipliers prices, Stop stop, Statistics statistics)
      implements SolveResult {}

  /** Why a solver stopped without a proof. */
  enum Stop {
    TIME_LIMIT,
    CANCELED,
    /** The method has ended by itself: it never proves optimality, or could not here. */
    EXHAUSTED
  }

  /**
   * The effort of a solve.
   *
   * @param phases duration by phase
   * @param counts evaluations, labels, nodes and the like by name
   */
  record Statistics(SortedMap<String, Duration> phases, SortedMap<String, Long> counts) {}
}
