package io.bosett.oracle;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Minimizes a failing problem by delta debugging (Zeller and Hildebrandt 2002): takes steps towards
 * smaller problems as long as one still fails.
 */
final class Shrinker {
  private static final int MOST_TRIES = 3_000;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Predicate<Problem> fails;
  private final long started = System.nanoTime();
  private int tries;

  private Shrinker(Predicate<Problem> fails) {
    this.fails = fails;
  }

  /**
   * A smaller problem with the fault, or the given one.
   *
   * @param fails whether the fault shows; documents that are refused do not show it
   */
  static Problem shrink(Problem problem, Predicate<Problem> fails) {
    return new Shrinker(fails).smallest(problem);
  }

  private Problem smallest(Problem problem) {
    Problem smallest = problem;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Consumer<MutableProblem> step : ShrinkingSteps.of(smallest)) {
        Problem next = MutableProblem.with(smallest, step);
        if (mayTry() && differs(next, smallest) && stillFails(next)) {
          smallest = next;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private boolean mayTry() {
    return tries < MOST_TRIES && System.nanoTime() - started < LONGEST.toNanos();
  }

  private static boolean differs(Problem next, Problem problem) {
    return !next.scenario().equals(problem.scenario())
        || !next.datasetHash().equals(problem.datasetHash());
  }

  private boolean stillFails(Problem problem) {
    tries++;
    try {
      return fails.test(problem);
    } catch (InvalidInputException refused) {
      return false;
    }
  }
}
