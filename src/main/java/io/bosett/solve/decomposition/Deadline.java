package io.bosett.solve.decomposition;

import io.bosett.solve.SolveOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a solve must stop: at its cancellation, or at its time limit, counted from here. Polled by
 * {@code EffortCounter.spend} in the closing search, by {@code DecompositionRun} in the descent.
 */
final class Deadline {
  /** Steps that usually take milliseconds may run for so long, even past the limit. */
  private static final long MOMENT = Duration.ofMillis(50).toNanos();

  private final SolveOptions options;
  private final long end;

  Deadline(SolveOptions options) {
    this.options = options;
    end = System.nanoTime() + options.timeLimit().toNanos();
  }

  /** Whether the solve must stop. */
  boolean isReached() {
    return options.cancel().isRequested() || System.nanoTime() - end > 0;
  }

  /** What the limit leaves, at least a nanosecond. */
  Duration left() {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  /** The deadline, but not within a moment from now. */
  BooleanSupplier withMoment() {
    long moment = System.nanoTime() + MOMENT;
    return () -> isReached() && System.nanoTime() - moment > 0;
  }

  /** The deadline, but no limit within a moment from now; a cancellation counts at once. */
  BooleanSupplier withMomentUnlessCanceled() {
    BooleanSupplier late = withMoment();
    return () -> options.cancel().isRequested() || late.getAsBoolean();
  }
}
