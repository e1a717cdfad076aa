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
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import io.bosett.solve.VariantAnswer;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The feasibility oracle: asks a session of solves whether a relaxed scenario is feasible, within a
 * time budget; after it, and after a cancellation, every answer is unknown. It remembers whether
 * any answer was.
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

  private final DatasetSession session;
  private final Problem problem;
  private final Program base;
  private final BitSet withoutTarget;
  private final long end;
  private boolean isComplete = true;

  /** An oracle on a scenario of its own session. */
  public FeasibilityOracle(CompiledProblem compiled, Solver solver, Duration budget) {
    this(compiled, session(compiled, solver, new CancellationToken()), budget);
  }

  /**
   * @param session of {@link #session}
   * @param budget wall time after which no more questions are answered
   */
  FeasibilityOracle(CompiledProblem compiled, DatasetSession session, Duration budget) {
    this.session = session;
    this.problem = compiled.problem();
    this.end = System.nanoTime() + budget.toNanos();
    this.base = compiled.program();
    this.withoutTarget = withoutTarget(problem.scenario().fit(), base.targets());
  }

  /** A session for questions about a scenario. */
  static DatasetSession session(CompiledProblem compiled, Solver solver, CancellationToken cancel) {
    Problem problem = compiled.problem();
    return new DatasetSession(
        problem.dataset(),
        new FeasibilitySolver(solver, compiled.program(), problem.scenario().demand()),
        SolveOptions.DEFAULT.withCancel(cancel));
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
    Program program = compiled(relaxed.document()).program();
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
    return answer(() -> program(relaxed), this::find, Answer.UNKNOWN);
  }

  /** Whether a changed document, its gains aside, is accepted and feasible. */
  Answer ofRules(RelaxedScenario changed) {
    return answer(() -> program(changed), this::find, Answer.INFEASIBLE);
  }

  /** Whether a document is accepted and feasible; the checker has examined how. */
  Answer ofDocument(Scenario scenario) {
    return answer(() -> compiled(scenario), this::findExamined, Answer.INFEASIBLE);
  }

  private <T> Answer answer(Supplier<T> compiler, Function<T, Found> search, Answer whenRefused) {
    if (isOver()) {
      return noted(Answer.UNKNOWN);
    }
    T compiled;
    try {
      compiled = compiler.get();
    } catch (InvalidInputException refused) {
      return noted(whenRefused);
    } catch (CompileStoppedException late) {
      return Answer.UNKNOWN;
    }
    return search.apply(compiled).answer();
  }

  private Answer noted(Answer answer) {
    isComplete &= answer != Answer.UNKNOWN;
    return answer;
  }

  /** Notes that questions were left unasked, if they were. */
  void leave(boolean any) {
    isComplete &= !any;
  }

  /** Whether every question so far was answered. */
  boolean isComplete() {
    return isComplete;
  }

  private CompiledProblem compiled(Scenario scenario) {
    try {
      return session.compiled(new Problem(scenario, problem.dataset()), this::isOver);
    } catch (CompileStoppedException late) {
      noted(Answer.UNKNOWN);
      throw late;
    }
  }

  /** Any assignment of a program, whatever its objective. */
  Found find(Program program) {
    return found(limit -> session.witness(program, limit));
  }

  private Found findExamined(CompiledProblem document) {
    return found(limit -> session.witness(document, limit));
  }

  private Found found(Function<Duration, VariantAnswer> question) {
    if (isOver()) {
      return new Found(noted(Answer.UNKNOWN), null);
    }
    VariantAnswer found = question.apply(Duration.ofNanos(end - System.nanoTime()));
    Answer none = found.isInfeasible() ? Answer.INFEASIBLE : Answer.UNKNOWN;
    Answer answer = found.assignment() == null ? none : Answer.FEASIBLE;
    return new Found(noted(answer), found.assignment());
  }

  /** The scenario as it stands, compiled. */
  public Program base() {
    return base;
  }

  /** Whether no more questions are answered. */
  boolean isOver() {
    return session.isCanceled() || System.nanoTime() - end >= 0;
  }
}
