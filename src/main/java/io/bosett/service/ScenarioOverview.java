package io.bosett.service;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.solve.CompiledProblem;

/**
 * What a valid scenario comes to, before anything is solved.
 *
 * @param name of the scenario, may be empty
 * @param candidates who may be asked
 * @param selectedAtLeast how many are asked at least
 * @param selectedAtMost how many are asked at the most
 * @param capacity sum of the most persons every candidate may be asked for
 * @param minorsCapacity sum of the most minors every candidate may take within its capacity
 */
public record ScenarioOverview(
    String name,
    int candidates,
    int selectedAtLeast,
    int selectedAtMost,
    long capacity,
    long minorsCapacity) {
  /** Looks a problem over. */
  public static ScenarioOverview of(CompiledProblem problem) {
    Program program = problem.program();
    CandidateRanges c = program.candidates();
    long capacity = 0;
    long minors = 0;
    for (int i = 0; i < c.size(); i++) {
      if (c.low()[i] <= c.high()[i]) {
        capacity += c.high()[i];
        int most = Math.min(c.minorsHigh()[i], program.share().minorsOf(c.high()[i]));
        minors += most >= c.minorsLow()[i] ? most : 0;
      }
    }
    Bounds selected = program.selected();
    int most = selected.most() == Bounds.NONE ? c.size() : (int) selected.most();
    return new ScenarioOverview(
        problem.problem().scenario().name(),
        c.size(),
        (int) selected.least(),
        Math.min(most, c.size()),
        capacity,
        minors);
  }
}
