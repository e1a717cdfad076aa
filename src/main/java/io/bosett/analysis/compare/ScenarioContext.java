package io.bosett.analysis.compare;

import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.explain.StandingReader;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.ResultStatistics;
import java.util.Map;

/**
 * A comparison context from a scenario: fits of both sides are recomputed on its candidates and
 * targets.
 */
record ScenarioContext(Problem problem, Program program) implements ComparisonContext {
  @Override
  public String name(String municipality) {
    int position = problem.dataset().position(municipality);
    return position < 0 ? municipality : problem.dataset().name(position);
  }

  @Override
  public String county(String municipality) {
    int position = problem.dataset().position(municipality);
    return position < 0 ? "" : problem.dataset().county(position);
  }

  @Override
  public boolean isKnown(String municipality) {
    return problem.dataset().position(municipality) >= 0;
  }

  @Override
  public boolean isCandidate(String municipality) {
    return StandingReader.find(program, municipality) >= 0;
  }

  /** The fit over persons, whether the numbers satisfy the scenario or not. */
  @Override
  public FitOfSide fit(ComparedAllocation side) {
    int[] persons = new int[program.size()];
    for (Map.Entry<String, Integer> entry : side.persons().entrySet()) {
      int i = StandingReader.find(program, entry.getKey());
      if (i >= 0) {
        persons[i] = entry.getValue();
      }
    }
    Result.FitReport fit =
        ResultStatistics.fit(program, new Assignment(persons, new int[program.size()]));
    return FitOfSide.of(fit);
  }

  @Override
  public Comparison.Note.Kind noteOnFits() {
    return Comparison.Note.Kind.OTHER_SCENARIOS_ONE_GROUND;
  }
}
