package io.bosett.solve;

import io.bosett.check.CheckSession;
import io.bosett.check.Verdict;
import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import io.bosett.program.Program;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline from a problem to a checked answer: compile, solve, certify, check. A solver's
 * claims count only as far as they can be shown: {@code OPTIMAL} needs the checker's certificate or
 * a bound of the solver's own less than one unit above the objective, and the checker must confirm
 * rules, numbers and objective of every answer.
 */
public final class CheckedSolver {
  private static final Duration MOST_AFTER_STOP = Duration.ofMillis(150);

  private final Solver solver;
  private final Certifier certifier;

  /**
   * @param solver whose answers are checked
   * @param certifier makes the certificates
   */
  public CheckedSolver(Solver solver, Certifier certifier) {
    this.solver = solver;
    this.certifier = certifier;
  }

  /** The solver's name. */
  public String name() {
    return solver.name();
  }

  /** An answer with its multipliers, from which a similar problem may be warm-started. */
  public record Answer(Result result, @Nullable ScaledMultipliers prices) {}

  /**
   * Solves a problem. An infeasible one comes back without its conflict, which takes more solves.
   * Cancellation also ends the checker's search; everything else is checked.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   * @throws SolverFailedException when the solver broke down
   * @throws DefectException when the checker refutes the answer
   */
  public Answer solve(Problem problem, SolveOptions options) {
    return solve(CompiledProblem.of(problem), options);
  }

  /** Solves a problem that is compiled already; the result counts the time that this took. */
  public Answer solve(CompiledProblem compiled, SolveOptions options) {
    return solve(
        compiled,
        options,
        new CheckSession(compiled.problem().dataset(), options.effort().states()));
  }

  /**
   * Solves a problem of a series, each checked like any other.
   *
   * @param checks the checker's session on the problem's dataset
   */
  public Answer solve(CompiledProblem compiled, SolveOptions options, CheckSession checks) {
    Problem problem = compiled.problem();
    Program program = compiled.program();
    PhaseTimer watch = new PhaseTimer();
    long limit = System.nanoTime() + Math.min(options.timeLimit().toNanos(), Long.MAX_VALUE / 4);
    watch.add("compile", compiled.compileTime());
    SolveResult found = solver.solve(program, options);
    BooleanSupplier late = late(options, limit);
    watch.lap("solve");
    ScaledMultipliers prices = found.prices();
    if (prices == null) {
      prices = certifier.prices(program, isCutShort(found) ? late : options.cancel()::isRequested);
    }
    ResultBuilder resultBuilder = new ResultBuilder(problem, program, solver, found);
    Certificate certificate = certificate(problem, program, resultBuilder, prices, late);
    Result result = resultBuilder.result(certificate, watch);
    BooleanSupplier stop = () -> options.cancel().isRequested() || late.getAsBoolean();
    Result checked =
        checked(resultBuilder, certificate, result, watch, one -> checks.check(problem, one, stop));
    return new Answer(checked, prices);
  }

  /**
   * Whether certificate and search must end: {@link #MOST_AFTER_STOP} after the time limit, or
   * after the solver's return if that was later; after a cancellation was first noticed, if that is
   * sooner.
   *
   * @param limit when the time is over, or was
   */
  private static BooleanSupplier late(SolveOptions options, long limit) {
    long over = Math.max(0, System.nanoTime() - limit);
    AtomicLong end = new AtomicLong(limit + over + MOST_AFTER_STOP.toNanos());
    AtomicBoolean isCanceled = new AtomicBoolean();
    return () -> {
      long now = System.nanoTime();
      if (options.cancel().isRequested() && isCanceled.compareAndSet(false, true)) {
        end.set(Math.min(end.get(), now + MOST_AFTER_STOP.toNanos()));
      }
      return now - end.get() > 0;
    };
  }

  /** Whether a rough bound at once is better than a good one too late. */
  private static boolean isCutShort(SolveResult found) {
    if (found instanceof SolveResult.Feasible feasible) {
      return feasible.stop() != SolveResult.Stop.EXHAUSTED;
    }
    return found instanceof SolveResult.Unknown unknown
        && unknown.stop() != SolveResult.Stop.EXHAUSTED;
  }

  private @Nullable Certificate certificate(
      Problem problem,
      Program program,
      ResultBuilder resultBuilder,
      ScaledMultipliers prices,
      BooleanSupplier late) {
    boolean infeasible = resultBuilder.status() == Status.INFEASIBLE;
    Long objective = resultBuilder.objective();
    return certifier.certify(problem, program, prices, objective, infeasible, late);
  }

  @SuppressWarnings("ReferenceEquality") // whether the stronger one was made, not how it differs
  private Result checked(
      ResultBuilder resultBuilder,
      @Nullable Certificate certificate,
      Result result,
      PhaseTimer watch,
      Function<Result, Verdict> check) {
    Result strongest = result;
    if (result.status() == Status.FEASIBLE && solver.isExact()) {
      strongest = resultBuilder.asOptimal(certificate, watch);
    }
    Verdict verdict = check.apply(strongest);
    if (strongest != result && !(verdict.confirmed() && verdict.certified())) {
      strongest = result;
      verdict = check.apply(result);
    }
    if (!verdict.confirmed()) {
      throw new DefectException(resultBuilder.problem(), strongest, verdict.findings());
    }
    return verdict.certified() ? ResultBuilder.with(strongest, Proof.CERTIFIED) : strongest;
  }
}
