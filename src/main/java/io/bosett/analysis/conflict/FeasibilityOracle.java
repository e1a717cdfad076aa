package io.bosett.analysis.conflict;

import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Program;
import io.bosett.program.Targets;
import io.bosett.program.Term;
import io.bosett.program.lots.LotArithmetic;
import io.bosett.program.lots.LotWitness;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The feasibility oracle: asks a solver whether a relaxed scenario is feasible, within a time
 * budget; after it, and after a cancellation, every answer is unknown. It remembers whether any
 * answer was.
 */
public final class FeasibilityOracle {
  /** The answer to a feasibility question. */
  public enum Answer {
    FEASIBLE,
    INFEASIBLE,
    UNKNOWN
  }

  /**
   * An answer with an assignment as witness.
   *
   * @param assignment when there is one
   */
  record Found(Answer answer, @Nullable Assignment assignment) {}

  /** One question gets at most this part of the remaining time. */
  private static final int QUESTIONS = 4;

  private final BiFunction<Problem, BooleanSupplier, Program> compile;
  private final Solver oracle;
  private final Problem problem;
  private final Program base;
  private final BitSet withoutTarget;
  private final double[] targets;
  private final long end;
  private final CancellationToken cancel;
  private boolean isComplete = true;

  /** An oracle that is never canceled. */
  public FeasibilityOracle(
      BiFunction<Problem, BooleanSupplier, Program> compile,
      Solver oracle,
      Problem problem,
      Duration budget) {
    this(compile, oracle, compiled(compile, problem), budget, new CancellationToken());
  }

  FeasibilityOracle(
      BiFunction<Problem, BooleanSupplier, Program> compile,
      Solver oracle,
      CompiledProblem compiled,
      Duration budget,
      CancellationToken cancel) {
    this.cancel = cancel;
    this.compile = compile;
    this.oracle = oracle;
    this.problem = compiled.problem();
    this.end = System.nanoTime() + budget.toNanos();
    this.base = compiled.program();
    this.withoutTarget = withoutTarget(problem.scenario().fit(), base.targets());
    this.targets = FeasibilityGains.targets(base);
  }

  /** A problem compiled to its end. */
  static CompiledProblem compiled(
      BiFunction<Problem, BooleanSupplier, Program> compile, Problem problem) {
    return new CompiledProblem(problem, compile.apply(problem, () -> false), Duration.ZERO);
  }

  /** Candidates with a target of 0, which the proportional fit gives nothing. */
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

  /**
   * The relaxed scenario as a program; its gains have no meaning.
   *
   * @throws CompileStoppedException when it is large and no more questions are answered
   */
  public Program program(RelaxedScenario relaxed) {
    Program program = compiled(relaxed.document());
    CandidateRanges ranges = program.candidates().withNobody(withoutTarget.stream().toArray());
    if (relaxed.lowerMinimum() > 0) {
      int minimum = relaxed.scenario().places().minimum();
      ranges = ranges.withMinimum(minimum, relaxed.lowerMinimum());
    }
    program = program.withCandidates(ranges);
    if (relaxed.anyPersons()) {
      program = program.withLimits(Term.PERSONS, Bounds.FREE);
    }
    return relaxed.anyMinors() ? program.withLimits(Term.MINORS, Bounds.FREE) : program;
  }

  /** Whether a relaxed scenario is feasible; unknown when it cannot be compiled. */
  Answer of(RelaxedScenario relaxed) {
    return answer(() -> program(relaxed), Answer.UNKNOWN);
  }

  /** Whether a changed document, its gains aside, is accepted and feasible. */
  Answer ofRules(RelaxedScenario changed) {
    return answer(() -> program(changed), Answer.INFEASIBLE);
  }

  /** Whether a document is accepted and feasible. */
  Answer ofDocument(Scenario scenario) {
    return answer(() -> compiled(scenario), Answer.INFEASIBLE);
  }

  private Answer answer(Supplier<Program> program, Answer whenRefused) {
    if (isOver()) {
      return noted(Answer.UNKNOWN);
    }
    try {
      return find(program.get()).answer();
    } catch (InvalidInputException refused) {
      return noted(whenRefused);
    } catch (CompileStoppedException late) {
      return Answer.UNKNOWN;
    }
  }

  private Answer noted(Answer answer) {
    isComplete &= answer != Answer.UNKNOWN;
    return answer;
  }

  /** Whether every question so far was answered. */
  boolean isComplete() {
    return isComplete;
  }

  private Program compiled(Scenario scenario) {
    try {
      return compile.apply(new Problem(scenario, problem.dataset()), this::isOver);
    } catch (CompileStoppedException late) {
      noted(Answer.UNKNOWN);
      throw late;
    }
  }

  /** Any assignment of a program, whatever its objective. */
  Found find(Program program) {
    Found found = isOver() ? new Found(Answer.UNKNOWN, null) : sought(program);
    noted(found.answer());
    return found;
  }

  private Found sought(Program program) {
    @Nullable Program narrowed = BoundPropagation.of(program);
    if (narrowed == null || LotArithmetic.refutes(narrowed, this::isOver)) {
      return new Found(Answer.INFEASIBLE, null);
    }
    @Nullable Assignment quick = LotWitness.of(narrowed, this::isOver);
    if (quick != null) {
      return new Found(Answer.FEASIBLE, quick);
    }
    @Nullable SolveResult result =
        ask(FeasibilityGains.on(narrowed, targets, problem.scenario().demand()));
    if (result instanceof SolveResult.Proven proven) {
      return new Found(Answer.FEASIBLE, proven.assignment());
    }
    if (result instanceof SolveResult.Feasible feasible) {
      return new Found(Answer.FEASIBLE, feasible.assignment());
    }
    boolean none = result instanceof SolveResult.Infeasible;
    return new Found(none ? Answer.INFEASIBLE : Answer.UNKNOWN, null);
  }

  /** The scenario as it stands, compiled. */
  public Program base() {
    return base;
  }

  /** The solver's answer at the first assignment it finds, or null when the time is up. */
  private @Nullable SolveResult ask(Program program) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative()) {
      return null;
    }
    CancellationToken found = new CancellationToken();
    cancel.onRequest(found::request);
    return oracle.solve(
        program,
        SolveOptions.DEFAULT
            .withTimeLimit(left.dividedBy(QUESTIONS).plusMillis(1))
            .withCancel(found)
            .withProgress((objective, bound) -> stopAt(objective, found)));
  }

  /** Whether no more questions are answered. */
  boolean isOver() {
    return cancel.isRequested() || System.nanoTime() - end >= 0;
  }

  private static void stopAt(@Nullable Long objective, CancellationToken cancel) {
    if (objective != null) {
      cancel.request();
    }
  }
}
