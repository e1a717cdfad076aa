package io.bosett.model;

import org.jspecify.annotations.Nullable;

/**
 * What the sender wishes of the solver; what is null is left to the program.
 *
 * @param name of the solver
 * @param timeLimitSeconds positive
 * @param seed for solvers that draw
 * @param workers threads, at least 1
 */
public record SolverSettings(
    @Nullable String name,
    @Nullable Double timeLimitSeconds,
    @Nullable Long seed,
    @Nullable Integer workers) {
  /** No wishes. */
  public static final SolverSettings NONE = new SolverSettings(null, null, null, null);
}
