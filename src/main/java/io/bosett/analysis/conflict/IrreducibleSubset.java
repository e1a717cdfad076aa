package io.bosett.analysis.conflict;

import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.model.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An irreducible infeasible subset (IIS) of the rules, by QuickXplain (Junker 2004), which divides
 * the rules in halves and takes about {@code 2 k log(n/k) + 2k} questions for k of n rules. A
 * deletion filter (Chinneck 2008, section 6.2) then verifies irreducibility, because removing a
 * rule can also remove room: a fixed number may exceed the cap. Where an answer is unknown the rule
 * stays: the subset is infeasible, but one of its rules may be superfluous.
 */
final class IrreducibleSubset {
  private final Scenario scenario;
  private final List<ScenarioRule> all;
  private final FeasibilityOracle feasibilityOracle;

  /**
   * @param all rules of the scenario, the preferred ones first
   */
  IrreducibleSubset(
      Scenario scenario, List<ScenarioRule> all, FeasibilityOracle feasibilityOracle) {
    this.scenario = scenario;
    this.all = all;
    this.feasibilityOracle = feasibilityOracle;
  }

  /** The subset, in the order of the rules given. */
  List<ScenarioRule> find() {
    List<ScenarioRule> subset = divide(List.of(), false, all);
    boolean certain = feasibilityOracle.of(relaxed(subset)) != Answer.FEASIBLE;
    Set<ScenarioRule> kept = new HashSet<>(certain ? filtered(subset) : filtered(all));
    return all.stream().filter(kept::contains).toList();
  }

  /** The scenario with these rules alone. */
  RelaxedScenario relaxed(List<ScenarioRule> rules) {
    Set<ScenarioRule> kept = new HashSet<>(rules);
    RelaxedScenario relaxed = RelaxedScenario.of(scenario);
    for (ScenarioRule rule : all) {
      if (!kept.contains(rule)) {
        relaxed = rule.remove().apply(relaxed);
      }
    }
    return relaxed;
  }

  private boolean cannotHold(List<ScenarioRule> rules) {
    return feasibilityOracle.of(relaxed(rules)) == Answer.INFEASIBLE;
  }

  /** The part of {@code rules} needed for infeasibility together with {@code given}. */
  private List<ScenarioRule> divide(
      List<ScenarioRule> given, boolean more, List<ScenarioRule> rules) {
    if (rules.isEmpty() || (more && cannotHold(given))) {
      return List.of();
    }
    if (rules.size() == 1) {
      return rules;
    }
    List<ScenarioRule> first = rules.subList(0, (rules.size() + 1) / 2);
    List<ScenarioRule> second = rules.subList(first.size(), rules.size());
    List<ScenarioRule> ofSecond = divide(joined(given, first), true, second);
    List<ScenarioRule> ofFirst = divide(joined(given, ofSecond), !ofSecond.isEmpty(), first);
    return joined(ofFirst, ofSecond);
  }

  private List<ScenarioRule> filtered(List<ScenarioRule> rules) {
    List<ScenarioRule> kept = new ArrayList<>(rules);
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int k = kept.size() - 1; k >= 0; k--) {
        ScenarioRule tried = kept.remove(k);
        if (cannotHold(kept)) {
          smaller = true;
        } else {
          kept.add(k, tried);
        }
      }
    }
    return kept;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
