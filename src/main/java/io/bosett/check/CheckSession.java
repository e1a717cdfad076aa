package io.bosett.check;

import io.bosett.check.recount.KeptFigures;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import java.util.function.BooleanSupplier;

/**
 * The checker of many results on one dataset, one after the other, such as the points of a sweep.
 * Its verdicts are those of {@link Checker}; what it has recomputed of its own for the scenario
 * before it uses again where the next one agrees. Not for several threads.
 */
public final class CheckSession {
  private final KeptFigures kept;
  private final long stateLimit;

  /** A session on a dataset with the usual limit on states. */
  public CheckSession(Dataset dataset) {
    this(dataset, Checker.DEFAULT_STATE_LIMIT);
  }

  /**
   * A session on a dataset.
   *
   * @param stateLimit limit on the states of each search over open candidates; beyond it a verdict
   *     is not certified
   */
  public CheckSession(Dataset dataset, long stateLimit) {
    this.stateLimit = stateLimit;
    kept = new KeptFigures(dataset);
  }

  /** The dataset. */
  public Dataset dataset() {
    return kept.dataset();
  }

  /**
   * The checker of bare claims about a scenario, which may be varied; serves any thread.
   *
   * @param problem on the session's dataset
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public VariantChecker variant(Problem problem) {
    requireOwn(problem);
    return VariantChecker.of(problem, kept);
  }

  /**
   * Checks a result as {@link Checker#check(Problem, Result, BooleanSupplier)} does.
   *
   * @param problem on the session's dataset
   * @param isStopped whether the check is canceled; polled often
   */
  public Verdict check(Problem problem, Result result, BooleanSupplier isStopped) {
    requireOwn(problem);
    return Checker.check(problem, result, stateLimit, isStopped, kept);
  }

  @SuppressWarnings("ReferenceEquality") // what is kept was read from this very dataset
  private void requireOwn(Problem problem) {
    if (problem.dataset() != kept.dataset()) {
      throw new IllegalArgumentException("a session on another dataset than the problem's");
    }
  }
}
