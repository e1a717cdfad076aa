package io.bosett.benchmark.instances;

import io.bosett.model.Fit;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Strongly correlated gains, as in the hard knapsack problems: every place is worth its persons
 * times nearly the same number, less a fixed sum for starting at all.
 *
 * @param spread of the rates, as a share of what they are
 */
record Correlate(double spread, SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    Draft draft = new Draft(problem);
    draft.dataset =
        DatasetCopies.copy(
            problem.dataset(),
            id -> id,
            (indicator, i, value) ->
                indicator.endsWith("_rate")
                    ? 50 * (1 + spread * Steps.real(random, -1, 1))
                    : value);
    draft.fit = Fit.SCORE;
    draft.previous = new Previous(Map.of(), 0, Steps.real(random, 1, 3));
    return draft.problem();
  }
}
