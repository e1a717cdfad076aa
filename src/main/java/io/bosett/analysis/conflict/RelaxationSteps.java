package io.bosett.analysis.conflict;

import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.model.Conflict;
import io.bosett.model.Scenario;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A relaxation search over changes in order of their size. Where each change allows all that the
 * previous one allows, bisection finds the first that suffices; else they are tried one by one.
 *
 * @param pointer to the figure
 * @param from its present value
 * @param count number of changes
 * @param nested whether each change allows all that the previous one allows
 * @param change the changes, numbered from 1
 */
record RelaxationSteps(
    String pointer, String from, int count, boolean nested, IntFunction<ScenarioChange> change)
    implements RelaxationSearch {
  @Override
  public List<Conflict.Relaxation> find(
      RelaxedScenario without, FeasibilityOracle feasibilityOracle) {
    int first = count == 0 ? 0 : nested ? bisect(feasibilityOracle) : scan(feasibilityOracle);
    if (first == 0 || answer(first, feasibilityOracle) != Answer.FEASIBLE) {
      return List.of();
    }
    ScenarioChange found = change.apply(first);
    if (first > 1 && !refuted(change.apply(first - 1).scenario(), feasibilityOracle)) {
      return List.of();
    }
    return feasibilityOracle.ofDocument(found.scenario()) == Answer.FEASIBLE
        ? List.of(new Conflict.Relaxation(pointer, from, found.to(), found.text()))
        : List.of();
  }

  private static boolean refuted(Scenario scenario, FeasibilityOracle feasibilityOracle) {
    return feasibilityOracle.ofDocument(scenario) == Answer.INFEASIBLE;
  }

  private Answer answer(int step, FeasibilityOracle feasibilityOracle) {
    return feasibilityOracle.ofRules(change.apply(step).scenario());
  }

  private int bisect(FeasibilityOracle feasibilityOracle) {
    if (answer(count, feasibilityOracle) != Answer.FEASIBLE) {
      return 0;
    }
    int tooSmall = 0;
    int enough = count;
    while (enough - tooSmall > 1) {
      int middle = tooSmall + (enough - tooSmall) / 2;
      switch (answer(middle, feasibilityOracle)) {
        case FEASIBLE -> enough = middle;
        case INFEASIBLE -> tooSmall = middle;
        default -> {
          return 0;
        }
      }
    }
    return enough;
  }

  private int scan(FeasibilityOracle feasibilityOracle) {
    for (int step = 1; step <= count; step++) {
      Answer answer = answer(step, feasibilityOracle);
      if (answer != Answer.INFEASIBLE) {
        return answer == Answer.FEASIBLE ? step : 0;
      }
    }
    return 0;
  }
}
