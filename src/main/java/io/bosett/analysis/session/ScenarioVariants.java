package io.bosett.analysis.session;

import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Variants of a session's scenario: each is a scenario that could be written down and solved by
 * itself.
 */
public final class ScenarioVariants {
  private final SolveSession session;
  private final Problem problem;
  private final Program program;
  private final Variant base;

  /** Of the base scenario. */
  public ScenarioVariants(SolveSession session) {
    this.session = session;
    problem = session.problem();
    program = session.program();
    base = session.base();
  }

  private Scenario scenario() {
    return problem.scenario();
  }

  /** Exactly so many municipalities selected, whatever the scenario's selection says. */
  public Variant selecting(int number) {
    Scenario varied = scenario().withSelection(new Selection.Count(number, number));
    Program limited = program.withLimits(Term.SELECTED, Bounds.exactly(number));
    return base.reselected(new Problem(varied, problem.dataset()), limited);
  }

  /** Another number of persons; null where the scenario would be an error. */
  public @Nullable Variant demanding(int persons) {
    Demand demand = new Demand(persons, scenario().demand().minors());
    boolean allowed = persons >= Math.max(1, demand.minors()) && persons <= Demand.MAXIMUM;
    return allowed ? of(scenario().withDemand(demand)) : null;
  }

  /** Other criteria, which differ in their weights; null where the scenario would be an error. */
  public @Nullable Variant weighing(List<Criterion> criteria) {
    try {
      Problem varied = new Problem(scenario().withCriteria(criteria), problem.dataset());
      Variant reweighted = base.reweighted(varied);
      return reweighted == null ? session.variant(varied) : reweighted;
    } catch (InvalidInputException e) {
      return null;
    }
  }

  /** Another scenario on the same figures; null where it would be an error. */
  public @Nullable Variant of(Scenario varied) {
    try {
      return session.variant(new Problem(varied, problem.dataset()));
    } catch (InvalidInputException e) {
      return null;
    }
  }

  /** Another scenario on other figures; null where it would be an error. */
  public static @Nullable Variant of(Scenario varied, Dataset figures) {
    try {
      return Variant.of(CompiledProblem.of(new Problem(varied, figures)));
    } catch (InvalidInputException e) {
      return null;
    }
  }
}
