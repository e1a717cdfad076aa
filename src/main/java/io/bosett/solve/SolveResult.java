package io.bosett.solve;

import io.bosett.program.Assignment;
import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a solver says of a program. It is a claim until the checker has looked at it.
 *
 * <p>{@code prices} are those of the best bound the solver knows, or null when it knows none;
 * {@code claim} says on whose word the outcome rests, and for which candidates, as far as it rests
 * on something a certificate cannot show.
 */
public sealed interface SolveResult {
  /** Multipliers of the best bound known, or null. */
  @Nullable ScaledMultipliers prices();

  /** What the solve took. */
  Statistics statistics();

  /** An assignment that nothing beats, {@code bound - objective < 1}. */
  record Proven(
      Assignment assignment,
      @Nullable ScaledMultipliers prices,
      String claim,
      Statistics statistics)
      implements SolveResult {}

  /** An assignment; {@code bound} is a proven upper limit or null. */
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

  /** Nothing found; {@code bound} is a proven upper limit or null. */
  record Unknown(
      @Nullable Long bound, @Nullable ScaledMultipliers prices, Stop stop, Statistics statistics)
      implements SolveResult {}

  /** Why a solver stopped without a proof. */
  enum Stop {
    TIME_LIMIT,
    CANCELED,
    /** The method has nothing more to try: it never proves, or could not here. */
    EXHAUSTED
  }

  /**
   * What a solve took.
   *
   * @param phases duration by phase
   * @param counts evaluations, labels, nodes and the like by name
   */
  record Statistics(SortedMap<String, Duration> phases, SortedMap<String, Long> counts) {}
}
