package io.bosett.service;

import io.bosett.model.SolverWishes;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Wishes about the solver, one set before the other, and what they come to. */
final class Wishes {
  private static final double NANOS = 1e9;

  private Wishes() {}

  /** The first set's wishes, and the second's where the first has none. */
  static SolverWishes merge(SolverWishes first, SolverWishes second) {
    return new SolverWishes(
        either(first.name(), second.name()),
        either(first.timeLimitSeconds(), second.timeLimitSeconds()),
        either(first.seed(), second.seed()),
        either(first.workers(), second.workers()));
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }

  /** The options that wishes come to, what is not wished for as it is in the given ones. */
  static SolveOptions options(SolverWishes wishes, SolveOptions from) {
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
