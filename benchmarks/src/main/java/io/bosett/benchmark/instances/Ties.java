package io.bosett.benchmark.instances;

import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import java.util.SplittableRandom;

/**
 * Rates cut to a few levels, so that many municipalities are worth exactly the same; the levels are
 * shifted at random. Counts, which are whole numbers of people, stay.
 */
record Ties(int levels, SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    double width = 100.0 / levels;
    double shift = Steps.real(random, 0, width);
    Draft draft = new Draft(problem);
    Dataset dataset = problem.dataset();
    draft.dataset =
        DatasetCopies.copy(
            dataset,
            id -> id,
            (indicator, i, value) ->
                indicator.endsWith("_rate")
                    ? Math.min(100, Math.rint((value + shift) / width) * width)
                    : value);
    return draft.problem();
  }
}
