package io.bosett.analysis.conflict;

import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.model.Conflict;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains infeasibility: finds an irreducible infeasible subset of the rules, and the smallest
 * single changes of their figures that restore feasibility. Every statement rests on an exact
 * solver's answer to a program without gains, in a {@link DatasetSession}, which examines every
 * assignment that the solver finds; where the solver does not answer in time, nothing is claimed.
 * "Without a rule" means: any number of persons or minors, no minimum while caps stay raised to it,
 * a group of 1, a share of minors of 1, all candidates, no limit, an entry of {@code fixed} without
 * the field. Steps are 1, for decimals 0.01, and for the condition on who takes minors from cell to
 * cell.
 *
 * <p>A rule outside the subset has no relaxation, as the subset alone is infeasible. About {@code 2
 * k log(n/k) + 4k} feasibility questions for k of n rules, and ten or so for each relaxation.
 */
public final class ConflictFinder {
  /** The default time budget. */
  public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(5);

  private final Solver oracle;
  private final Duration budget;

  /** A finder with the {@link #DEFAULT_BUDGET}. */
  public ConflictFinder(Solver oracle) {
    this(oracle, DEFAULT_BUDGET);
  }

  /**
   * @param oracle an exact solver that decides feasibility; its word that there is no assignment is
   *     believed
   * @param budget wall time after which no more questions are asked
   */
  public ConflictFinder(Solver oracle, Duration budget) {
    this.oracle = oracle;
    this.budget = budget;
  }

  /**
   * The conflict of an infeasible scenario, as far as it is found before a cancellation.
   *
   * @throws IllegalArgumentException when the scenario is feasible
   */
  public Conflict find(CompiledProblem compiled, CancellationToken cancel) {
    return find(compiled, FeasibilityOracle.session(compiled, oracle, cancel));
  }

  /**
   * Likewise, by questions to a session.
   *
   * @param session of {@link FeasibilityOracle#session}
   */
  Conflict find(CompiledProblem compiled, DatasetSession session) {
    FeasibilityOracle feasibilityOracle = new FeasibilityOracle(compiled, session, budget);
    Problem problem = compiled.problem();
    Scenario scenario = problem.scenario();
    if (feasibilityOracle.of(RelaxedScenario.of(scenario)) == Answer.FEASIBLE) {
      throw new IllegalArgumentException(
          "scenario '" + scenario.name() + "' can be satisfied, expected one that cannot");
    }
    List<ScenarioRule> all = rules(problem, feasibilityOracle.base());
    IrreducibleSubset irreducibleSubset = new IrreducibleSubset(scenario, all, feasibilityOracle);
    List<ScenarioRule> found = irreducibleSubset.find();
    ConflictRemarks conflictRemarks =
        new ConflictRemarks(scenario, irreducibleSubset, found, feasibilityOracle);
    List<Conflict.Rule> remarked = found.stream().map(conflictRemarks::of).toList();
    List<Conflict.Relaxation> relaxations = relaxations(scenario, found, feasibilityOracle);
    return new Conflict(remarked, relaxations, feasibilityOracle.isComplete());
  }

  /** All rules, those that are most useful to people first. */
  private static List<ScenarioRule> rules(Problem problem, Program program) {
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    List<ScenarioRule> rules = new ArrayList<>(DemandRules.of(scenario));
    rules.addAll(PlacesRules.of(scenario, dataset));
    rules.addAll(SelectionRules.of(scenario, program));
    rules.addAll(MinorsRules.of(scenario, dataset, program));
    rules.addAll(RegionRules.of(scenario, dataset, program));
    rules.addAll(FixedRules.of(scenario, dataset, program));
    return rules;
  }

  private static List<Conflict.Relaxation> relaxations(
      Scenario scenario, List<ScenarioRule> rules, FeasibilityOracle feasibilityOracle) {
    Map<String, Conflict.Relaxation> byChange = new LinkedHashMap<>();
    for (ScenarioRule rule : rules) {
      if (feasibilityOracle.isOver()) {
        feasibilityOracle.leave(!rule.relaxing().isEmpty());
        continue;
      }
      for (Conflict.Relaxation found : relaxations(scenario, rule, feasibilityOracle)) {
        byChange.putIfAbsent(found.pointer() + " " + found.to(), found);
      }
    }
    return new ArrayList<>(byChange.values());
  }

  private static List<Conflict.Relaxation> relaxations(
      Scenario scenario, ScenarioRule rule, FeasibilityOracle feasibilityOracle) {
    RelaxedScenario without = rule.remove().apply(RelaxedScenario.of(scenario));
    List<Conflict.Relaxation> found = new ArrayList<>();
    try {
      for (RelaxationSearch search : rule.relaxing()) {
        found.addAll(search.find(without, feasibilityOracle));
      }
    } catch (CompileStoppedException late) {
      return found;
    }
    return found;
  }
}
