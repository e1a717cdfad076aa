package io.bosett.analysis;

import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.program.Assignment;
import io.bosett.program.Gains;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.Targets;
import io.bosett.solve.Cancel;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a solver whether anything satisfies a draft, until the time is up; from then on nothing is
 * known.
 */
final class Feasibility {
  /** What is known. */
  enum Answer {
    FEASIBLE,
    INFEASIBLE,
    UNKNOWN
  }

  /**
   * The best assignment.
   *
   * @param answer whether there is one
   * @param assignment when there is one and it is known to be the best
   */
  record Best(Answer answer, @Nullable Assignment assignment) {
    static final Best UNKNOWN = new Best(Answer.UNKNOWN, null);
    static final Best NONE = new Best(Answer.INFEASIBLE, null);

    static Best of(Assignment assignment) {
      return new Best(Answer.FEASIBLE, assignment);
    }
  }

  private final Function<Problem, Program> compile;
  private final Solver oracle;
  private final Problem problem;
  private final Program base;
  private final BitSet withoutTarget;
  private final long end;

  Feasibility(
      Function<Problem, Program> compile, Solver oracle, Problem problem, Duration budget) {
    this.compile = compile;
    this.oracle = oracle;
    this.problem = problem;
    this.end = System.nanoTime() + budget.toNanos();
    this.base = compile.apply(problem);
    this.withoutTarget = withoutTarget(problem.scenario().fit(), base.targets());
  }

  /** Candidates that the proportional fit gives nothing, whatever the rules say. */
  private static BitSet withoutTarget(Fit fit, Targets targets) {
    BitSet none = new BitSet();
    if (fit != Fit.PROPORTIONAL) {
      return none;
    }
    for (int c = 0; c < targets.weights().length; c++) {
      double[] persons = targets.persons()[c];
      for (int i = 0; targets.weights()[c] > 0 && i < persons.length; i++) {
        if (persons[i] == 0) {
          none.set(i);
        }
      }
    }
    return none;
  }

  /** The draft as a program in which all amounts are worth nothing. */
  Program program(Draft draft) {
    ProgramParts parts = ProgramParts.of(compiled(draft.document())).withoutGains();
    withoutTarget.stream().forEach(parts::nobody);
    if (draft.anyPersons()) {
      parts.persons(Limits.FREE);
    }
    if (draft.anyMinors()) {
      parts.minors(Limits.FREE);
    }
    return parts.program();
  }

  /** Whether anything satisfies a draft; unknown when it cannot be compiled. */
  Answer of(Draft draft) {
    try {
      return of(program(draft));
    } catch (InvalidInputException refused) {
      return Answer.UNKNOWN;
    }
  }

  /** Whether a changed document, its gains aside, is accepted and anything satisfies it. */
  Answer ofRules(Scenario scenario) {
    try {
      return of(program(Draft.of(scenario)));
    } catch (InvalidInputException refused) {
      return Answer.INFEASIBLE;
    }
  }

  /** Whether a document is accepted and anything satisfies it. */
  Answer ofDocument(Scenario scenario) {
    try {
      return of(ProgramParts.of(compiled(scenario)).withoutGains().program());
    } catch (InvalidInputException refused) {
      return Answer.INFEASIBLE;
    }
  }

  private Program compiled(Scenario scenario) {
    return compile.apply(new Problem(scenario, problem.dataset(), ""));
  }

  private Answer of(Program program) {
    @Nullable SolveResult result = ask(program, true);
    if (result instanceof SolveResult.Proven || result instanceof SolveResult.Feasible) {
      return Answer.FEASIBLE;
    }
    return result instanceof SolveResult.Infeasible ? Answer.INFEASIBLE : Answer.UNKNOWN;
  }

  /** The assignment of largest objective, in whole persons. */
  Best best(Program program) {
    @Nullable SolveResult result = ask(program, false);
    if (result instanceof SolveResult.Proven proven) {
      return Best.of(proven.assignment());
    }
    if (result instanceof SolveResult.Feasible feasible && feasible.bound() != null) {
      long gap = feasible.bound() - program.objective(feasible.assignment());
      return gap < Gains.UNITS ? Best.of(feasible.assignment()) : Best.UNKNOWN;
    }
    return result instanceof SolveResult.Infeasible ? Best.NONE : Best.UNKNOWN;
  }

  /** The scenario as it stands, compiled. */
  Program base() {
    return base;
  }

  /** The solver's answer, or null when the time is up. */
  private @Nullable SolveResult ask(Program program, boolean anyWillDo) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      return null;
    }
    Cancel cancel = new Cancel();
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(left).withCancel(cancel);
    if (anyWillDo) {
      options = options.withProgress((objective, bound) -> stopAt(objective, cancel));
    }
    return oracle.solve(program, options);
  }

  private static void stopAt(@Nullable Long objective, Cancel cancel) {
    if (objective != null) {
      cancel.request();
    }
  }
}
