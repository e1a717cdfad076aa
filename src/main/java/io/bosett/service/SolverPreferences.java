package io.bosett.service;

import io.bosett.model.SolverSettings;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The merge of solver settings by precedence, and the solve options they yield. */
final class SolverPreferences {
  private static final double NANOS = 1e9;

  private SolverPreferences() {}

  /** The first settings, completed by the second. */
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

  /** The solve options that the settings yield, completed by the given ones. */
  static SolveOptions options(SolverSettings preferences, SolveOptions from) {
    Double seconds = preferences.timeLimitSeconds();
    Long seed = preferences.seed();
    Integer workers = preferences.workers();
    return new SolveOptions(
        seconds == null ? from.timeLimit() : Duration.ofNanos((long) Math.ceil(seconds * NANOS)),
        seed == null ? from.seed() : seed,
        workers == null ? from.workers() : workers,
        from.start(),
        from.cancel(),
        from.progress(),
        from.effort());
  }
}
