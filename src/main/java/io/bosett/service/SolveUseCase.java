package io.bosett.service;

import io.bosett.analysis.conflict.ConflictFinder;
import io.bosett.check.CheckSession;
import io.bosett.model.Conflict;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.model.Violation;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.List;

/**
 * The solve use case: from a problem to a checked answer, with the conflict when the problem is
 * infeasible.
 */
public final class SolveUseCase {
  private SolveUseCase() {}

  /**
   * The effective solver settings; request settings override the scenario's.
   *
   * @throws InvalidInputException when there is no solver of that name
   */
  public static SolverSettings preferences(Problem problem, SolverSettings beside) {
    SolverSettings preferences = SolverPreferences.merge(beside, problem.scenario().solver());
    List<Violation> faults = faults(preferences);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return preferences;
  }

  /** A violation when there is no solver of that name. */
  public static List<Violation> faults(SolverSettings preferences) {
    String name = preferences.name();
    if (name == null || Solvers.has(name)) {
      return List.of();
    }
    String detail = "is '" + name + "', not a solver";
    return List.of(Violation.among("/solver/name", detail, Solvers.NAMES));
  }

  /**
   * Solves a problem. {@code solver.seconds} and the time limit include the search for a conflict.
   *
   * @param beside request settings, which override the scenario's
   * @param options progress listener and cancellation token, and the defaults of all settings
   * @throws InvalidInputException when the scenario is an error
   * @throws io.bosett.solve.SolverFailedException when the solver broke down
   * @throws io.bosett.solve.DefectException when the checker refutes the answer
   */
  public static Result answer(Problem problem, SolverSettings beside, SolveOptions options) {
    return answer(CompiledProblem.of(problem), beside, options);
  }

  /** Answers a problem that is compiled already. */
  public static Result answer(
      CompiledProblem compiled, SolverSettings beside, SolveOptions options) {
    Dataset dataset = compiled.problem().dataset();
    return answer(compiled, beside, options, new CheckSession(dataset, options.effort().states()));
  }

  /** Likewise, checked in a session on the problem's dataset. */
  static Result answer(
      CompiledProblem compiled, SolverSettings beside, SolveOptions options, CheckSession checks) {
    Problem problem = compiled.problem();
    SolverSettings preferences = preferences(problem, beside);
    String name = preferences.name() == null ? Solvers.DEFAULT : preferences.name();
    SolveOptions wanted = SolverPreferences.options(preferences, options);
    long begun = System.nanoTime();
    Result result = Solvers.checked(name).solve(compiled, wanted, checks).result();
    return result.status() == Result.Status.INFEASIBLE
        ? explained(compiled, result, left(wanted.timeLimit(), begun), options.cancel())
        : result;
  }

  /** What the solve leaves of its time to the search for a conflict. */
  private static Duration left(Duration limit, long begun) {
    Duration left = limit.minusNanos(System.nanoTime() - begun);
    Duration most = ConflictFinder.DEFAULT_BUDGET;
    return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
  }

  private static Result explained(
      CompiledProblem compiled, Result result, Duration budget, CancellationToken cancel) {
    long start = System.nanoTime();
    Solver oracle = Solvers.named(Solvers.DEFAULT);
    Conflict conflict = new ConflictFinder(oracle, budget).find(compiled, cancel);
    double seconds = (System.nanoTime() - start) / 1e9;
    return result.withConflict(conflict).withSolver(result.solver().withPhase("conflict", seconds));
  }
}
