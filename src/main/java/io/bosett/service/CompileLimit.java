package io.bosett.service;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The limit on compiling a document that comes in: the scenario's own time limit, which a solve has
 * once more, but time enough to find the faults of any document that is not very large.
 */
final class CompileLimit implements BooleanSupplier {
  private static final double LEAST_SECONDS = 2;

  private final double seconds;
  private final long end;

  /**
   * @param seconds from now on
   */
  CompileLimit(double seconds) {
    this.seconds = seconds;
    end = System.nanoTime() + Duration.ofMillis((long) (1_000 * seconds)).toNanos();
  }

  /** The limit, from now on. */
  static CompileLimit of(Scenario scenario) {
    Double requested = scenario.solver().timeLimitSeconds();
    double most = SolveOptions.DEFAULT_TIME_LIMIT.toSeconds();
    double limit = requested == null ? most : Math.min(most, requested);
    return new CompileLimit(Math.max(LEAST_SECONDS, limit));
  }

  /** Whether it is over. */
  @Override
  public boolean getAsBoolean() {
    return System.nanoTime() - end >= 0;
  }

  /** What is said of a document that was not compiled in time. */
  Violation violation(Scenario scenario, Dataset dataset) {
    return new Violation(
        "/criteria",
        scenario.criteria().size()
            + " criteria for "
            + dataset.size()
            + " municipalities were not compiled in "
            + Math.round(seconds)
            + " s",
        "fewer of them, or a longer solver.timeLimitSeconds of at most "
            + SolveOptions.DEFAULT_TIME_LIMIT.toSeconds());
  }
}
