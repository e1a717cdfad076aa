package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One rule of a scenario that can be taken away.
 *
 * @param rule how a conflict names it
 * @param remove takes it away
 * @param relaxing ways to change its figures
 */
public record ScenarioRule(
    Conflict.Rule rule, UnaryOperator<RelaxedScenario> remove, List<RelaxationSearch> relaxing) {
  /** A rule whose remark says why it cannot be met. */
  Conflict.Rule remarked(String remark) {
    return new Conflict.Rule(
        rule.pointer(), rule.rule(), rule.text() + "; " + remark, rule.value());
  }

  public String name() {
    return rule.rule();
  }
}
