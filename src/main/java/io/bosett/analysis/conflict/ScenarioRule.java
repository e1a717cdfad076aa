package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A rule of a scenario that can be removed.
 *
 * @param rule its name in a conflict
 * @param remove removes it
 * @param relaxing searches for changes of its figures
 */
public record ScenarioRule(
    Conflict.Rule rule, UnaryOperator<RelaxedScenario> remove, List<RelaxationSearch> relaxing) {
  /** The rule with a remark on why it cannot be met. */
  Conflict.Rule remarked(String remark) {
    return new Conflict.Rule(
        rule.pointer(), rule.rule(), rule.text() + "; " + remark, rule.value());
  }

  public String name() {
    return rule.rule();
  }
}
