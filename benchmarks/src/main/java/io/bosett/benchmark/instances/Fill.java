package io.bosett.benchmark.instances;

import io.bosett.model.Demand;
import io.bosett.model.Problem;
import io.bosett.model.Selection;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compiler;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Exactly so many places are selected, and the demand nearly fills the largest of them: what they
 * can take at the most, less a share ({@code slack}) and so many persons. With fewer than 0 persons
 * to spare nothing satisfies the rules.
 *
 * @param selected share of the candidates that is selected, shaken by up to a tenth
 * @param slack share of the capacity that is left over
 * @param persons left over besides
 */
record Fill(double selected, double slack, int persons, SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    CandidateRanges candidateRanges = Compiler.compile(problem).candidates();
    int count = (int) (candidateRanges.size() * selected * Steps.real(random, 0.9, 1.1));
    long capacity =
        IntStream.of(candidateRanges.high())
            .map(high -> -high)
            .sorted()
            .limit(count)
            .mapToLong(high -> -high)
            .sum();
    Draft draft = new Draft(problem);
    int demand = Math.toIntExact((long) (capacity * (1 - slack)) - persons);
    draft.demand = new Demand(demand, Math.min(demand, draft.demand.minors()));
    draft.selection = new Selection.Count(count, count);
    return draft.problem();
  }
}
