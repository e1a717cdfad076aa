package io.bosett.model;

import org.jspecify.annotations.Nullable;

/**
 * Solver settings; null leaves a setting to the program.
 *
 * @param name of the solver
 * @param timeLimitSeconds positive
 * @param seed of random numbers
 * @param workers threads, at least 1
 */
public record SolverSettings(
    @Nullable String name,
    @Nullable Double timeLimitSeconds,
    @Nullable Long seed,
    @Nullable Integer workers) {
  /** Leaves everything to the program. */
  public static final SolverSettings NONE = new SolverSettings(null, null, null, null);
}
