package io.bosett.model;

import java.util.List;

/**
 * The explanation of an infeasible scenario: an irreducible infeasible subset of its rules, and the
 * smallest changes that restore feasibility.
 *
 * @param rules rules that cannot all hold; without any one of them the others can
 * @param relaxations single changes, each of which alone suffices, with the least change of its
 *     figure
 * @param complete whether the search came to its end; if not, a rule may be superfluous, and there
 *     may be smaller or further changes
 */
public record Conflict(List<Rule> rules, List<Relaxation> relaxations, boolean complete) {
  public Conflict {
    rules = List.copyOf(rules);
    relaxations = List.copyOf(relaxations);
  }

  /**
   * A rule of the scenario.
   *
   * @param pointer JSON pointer of the rule in the scenario document
   * @param rule its name
   * @param text the rule in words
   * @param value its figure as it stands in the scenario or follows from it
   */
  public record Rule(String pointer, String rule, String text, String value) {}

  /**
   * A change that makes the scenario feasible.
   *
   * @param pointer JSON pointer of the figure to change
   * @param from its present value
   * @param to its new value
   * @param text the change in words
   */
  public record Relaxation(String pointer, String from, String to, String text) {}
}
