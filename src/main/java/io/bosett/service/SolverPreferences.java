package io.bosett.service;

import io.bosett.model.SolverSettings;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Wishes about the solver, one set before the other, and what they come to. */
final class SolverPreferences {
  private static final double NANOS = 1e9;

  private SolverPreferences() {}

  /** The first set's wishes, and the second's where the first has none. */
  static SolverSettings merge(SolverSettings first, SolverSettings second) {
    return new SolverSettings(
        either(first.name(), second.name()),
        either(first.timeLimitSeconds(), second.timeLimitSeconds()),
        either(first.seed(), second.seed()),
        either(first.workers(), second.workers()));
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }

  /** The options that wishes come to, what is not wished for as it is in the given ones. */
  static SolveOptions options(SolverSettings wishes, SolveOptions from) {
    Double seconds = wishes.timeLimitSeconds();
    Long seed = wishes.seed();
    Integer workers = wishes.workers();
    return new SolveOptions(
        seconds == null ? from.timeLimit() : Duration.ofNanos((long) Math.ceil(seconds * NANOS)),
        seed == null ? from.seed() : seed,
        workers == null ? from.workers() : workers,
        from.start(),
        from.cancel(),
        from.progress());
  }
}
