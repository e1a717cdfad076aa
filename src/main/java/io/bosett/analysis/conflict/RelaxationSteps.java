package io.bosett.analysis.conflict;

import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.model.Conflict;
import io.bosett.model.Scenario;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A relaxation search over changes in order of their size. Bisection on the hulls, which are
 * nested, finds the first change that may suffice; from there changes are tried one by one.
 *
 * @param pointer to the figure
 * @param from its present value
 * @param count number of changes
 * @param hull what allows all that a change and every change before it allow, numbered alike; null
 *     when only the scenario without the rule does
 * @param change the changes, numbered from 1
 */
record RelaxationSteps(
    String pointer,
    String from,
    int count,
    @Nullable IntFunction<RelaxedScenario> hull,
    IntFunction<ScenarioChange> change)
    implements RelaxationSearch {

  /** Changes of which each allows all that the previous one allows. */
  static RelaxationSteps nested(
      String pointer, String from, int count, IntFunction<ScenarioChange> change) {
    return new RelaxationSteps(
        pointer, from, count, step -> RelaxedScenario.of(change.apply(step).scenario()), change);
  }

  @Override
  public List<Conflict.Relaxation> find(
      RelaxedScenario without, FeasibilityOracle feasibilityOracle) {
    int possible = count == 0 ? 0 : firstPossible(without, feasibilityOracle);
    int first = possible == 0 ? 0 : scan(possible, feasibilityOracle);
    if (first == 0) {
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

  /** The first change that may suffice; 0 when none does or it is unknown. */
  private int firstPossible(RelaxedScenario without, FeasibilityOracle feasibilityOracle) {
    if (hull == null) {
      return feasibilityOracle.of(without) == Answer.INFEASIBLE ? 0 : 1;
    }
    if (feasibilityOracle.ofRules(hull.apply(count)) != Answer.FEASIBLE) {
      return 0;
    }
    int tooSmall = 0;
    int enough = count;
    while (enough - tooSmall > 1) {
      int middle = tooSmall + (enough - tooSmall) / 2;
      switch (feasibilityOracle.ofRules(hull.apply(middle))) {
        case FEASIBLE -> enough = middle;
        case INFEASIBLE -> tooSmall = middle;
        default -> {
          return 0;
        }
      }
    }
    return enough;
  }

  private int scan(int from, FeasibilityOracle feasibilityOracle) {
    for (int step = from; step <= count; step++) {
      RelaxedScenario changed = RelaxedScenario.of(change.apply(step).scenario());
      Answer answer = feasibilityOracle.ofRules(changed);
      if (answer != Answer.INFEASIBLE) {
        return answer == Answer.FEASIBLE ? step : 0;
      }
    }
    return 0;
  }
}
