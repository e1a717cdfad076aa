package io.bosett.service;

import io.bosett.model.Warning;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.CompiledProblem;
import java.util.List;

/**
 * The overview of a valid scenario before it is solved: candidates, limits and capacities.
 *
 * @param name of the scenario, may be empty
 * @param candidates number of municipalities that may be asked
 * @param selectedAtLeast lower limit on the municipalities asked
 * @param selectedAtMost upper limit on the municipalities asked
 * @param capacity sum of all candidates' upper limits on persons
 * @param minorsCapacity sum of all candidates' upper limits on minors
 * @param warnings what the author of the scenario should know
 */
public record ScenarioOverview(
    String name,
    int candidates,
    int selectedAtLeast,
    int selectedAtMost,
    long capacity,
    long minorsCapacity,
    List<Warning> warnings) {
  public ScenarioOverview {
    warnings = List.copyOf(warnings);
  }

  /** Summarizes a problem. */
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
    Bounds selected = program.limits(Term.SELECTED);
    int most = selected.most() == Bounds.NONE ? c.size() : (int) selected.most();
    return new ScenarioOverview(
        problem.problem().scenario().name(),
        c.size(),
        (int) selected.least(),
        Math.min(most, c.size()),
        capacity,
        minors,
        problem.problem().warnings());
  }
}
