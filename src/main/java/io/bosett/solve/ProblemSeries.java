package io.bosett.solve;

import io.bosett.check.CheckSession;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.program.Shape;

/**
 * Problems on one dataset, one after the other: what their programs have in common is kept, and so
 * is what the checker has recomputed; the two share nothing. Answers are those without it. Not for
 * several threads.
 */
public final class ProblemSeries {
  private final Dataset dataset;
  private final Shape shape;
  private final CheckSession checks;

  /**
   * A series on a dataset.
   *
   * @param effort limits of the checker's searches
   */
  public ProblemSeries(Dataset dataset, EffortLimits effort) {
    this.dataset = dataset;
    shape = new Shape(dataset);
    checks = new CheckSession(dataset, effort.states());
  }

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * Compiles the next problem.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public CompiledProblem compiled(Problem problem) {
    return CompiledProblem.of(problem, shape);
  }

  /** The checker's session. */
  public CheckSession checks() {
    return checks;
  }
}
