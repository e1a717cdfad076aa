package io.bosett.oracle;

import io.bosett.generate.RandomProblems;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A property that holds for every problem (property-based testing); a failing problem is shrunk and
 * shown.
 */
@FunctionalInterface
interface Law {
  /**
   * Returns when the law holds, throws {@link AssertionError} when it does not.
   *
   * @throws InvalidInputException when the document is refused
   */
  void check(Problem problem);

  /** Checks the law on random tiny problems. */
  default void onTiny(int full) {
    on(full, RandomProblems::tiny);
  }

  /** Checks the law on random problems of 20 to 60 municipalities. */
  default void onMedium(int full) {
    on(full, RandomProblems::medium);
  }

  /** Checks the law on as many random problems as a share of the full count asks for. */
  default void on(int full, LongFunction<Problem> problems) {
    Cases.seeds(full).forEach(seed -> check(seed, problems.apply(seed)));
  }

  private void check(long seed, Problem problem) {
    @Nullable Throwable fault = fault(problem);
    if (fault != null) {
      Problem shrunk = Shrinker.shrink(problem, smaller -> isAlike(fault(smaller), fault));
      throw new AssertionError(
          "seed %d, shrunk to%s%s".formatted(seed, Readable.text(shrunk), fault(shrunk)), fault);
    }
  }

  /** What shows that the law does not hold, or null when it does. */
  private @Nullable Throwable fault(Problem problem) {
    try {
      check(problem);
      return null;
    } catch (InvalidInputException refused) {
      throw refused;
    } catch (AssertionError | RuntimeException broken) {
      return broken;
    }
  }

  private static boolean isAlike(@Nullable Throwable one, Throwable other) {
    return one != null && one.getClass() == other.getClass();
  }
}
