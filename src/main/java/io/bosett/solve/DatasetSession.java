package io.bosett.solve;

import io.bosett.check.CheckSession;
import io.bosett.check.Verdict;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import io.bosett.program.Assignment;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.Shape;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A session of solves on one dataset: what its scenarios have in common is compiled once, what the
 * checker recomputes of its own is kept, and every answer is checked and counted. Analyses hold one
 * around a base scenario, the search for a conflict asks one for witnesses, and the points of a
 * sweep fall into one.
 *
 * <p>A session begins cold and remembers no answer and no multipliers. An answer follows from what
 * is asked alone, whatever was asked before, in whichever order and on however many threads.
 * Thread-safe: what is kept serves one thread at a time.
 */
public final class DatasetSession {
  private final Dataset dataset;
  private final Solver solver;
  private final SolveOptions options;
  private final Queue<Kept> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger programs = new AtomicInteger();
  private final AtomicInteger solves = new AtomicInteger();
  private final AtomicInteger certified = new AtomicInteger();

  /**
   * A session that has nothing yet.
   *
   * @param options of every solve; the cancellation token ends the session
   */
  public DatasetSession(Dataset dataset, Solver solver, SolveOptions options) {
    this.dataset = dataset;
    this.solver = solver;
    this.options = options;
  }

  /** What is kept from one problem to the next; program and checker share nothing. */
  private record Kept(Shape shape, CheckSession checks) {}

  /**
   * The effort of a session.
   *
   * @param programs compiled to their end
   * @param solves answered
   * @param certified of them, by the checker
   */
  public record Effort(int programs, int solves, int certified) {}

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /** The effort so far. */
  public Effort effort() {
    return new Effort(programs.get(), solves.get(), certified.get());
  }

  /** Whether the session was canceled. */
  public boolean isCanceled() {
    return options.cancel().isRequested();
  }

  /**
   * Compiles a problem on the dataset.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public CompiledProblem compiled(Problem problem) {
    return compiled(problem, () -> false);
  }

  /**
   * Compiles a problem on the dataset, unless it is time to stop before it is finished.
   *
   * @param stop is asked every few milliseconds
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   * @throws io.bosett.program.CompileStoppedException when it was told to stop
   */
  public CompiledProblem compiled(Problem problem, BooleanSupplier stop) {
    CompiledProblem compiled = with(kept -> CompiledProblem.of(problem, kept.shape, stop));
    programs.incrementAndGet();
    return compiled;
  }

  /**
   * A problem on the dataset, to be solved or varied.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public Variant variant(Problem problem) {
    return variant(compiled(problem));
  }

  /** A problem on the dataset that is compiled already, to be solved or varied. */
  public Variant variant(CompiledProblem compiled) {
    return with(kept -> Variant.of(compiled.program(), kept.checks.variant(compiled.problem())));
  }

  /**
   * Answers a problem on the dataset as {@link CheckedSolver} does.
   *
   * @param certifier makes the certificate
   */
  public CheckedSolver.Answer answer(CompiledProblem compiled, Certifier certifier) {
    CheckedSolver checked = new CheckedSolver(solver, certifier);
    CheckedSolver.Answer answer = with(kept -> checked.solve(compiled, options, kept.checks));
    count(answer.result().proof() == Proof.CERTIFIED);
    return answer;
  }

  /**
   * Solves a variant and has its answer proven.
   *
   * @param start multipliers to start at, or null to begin cold
   * @return null when the session was canceled before there was a proof
   */
  public @Nullable VariantAnswer solve(Variant variant, @Nullable ScaledMultipliers start) {
    if (isCanceled()) {
      return null;
    }
    VariantAnswer answer = variant.solve(solver, options.withStart(start));
    if (isCanceled() && !(answer.isProven() && answer.certified())) {
      return null;
    }
    count(answer.certified());
    return answer;
  }

  /**
   * Looks for any assignment of a program, whatever its objective, and examines it by the program's
   * rules. That there is none is the solver's word.
   *
   * @param limit wall time
   */
  public VariantAnswer witness(Program program, Duration limit) {
    return witness(
        program,
        limit,
        found -> {
          confirm(Compliance.allows(program, found), "the program");
          return false;
        });
  }

  /** Likewise of a problem on the dataset, where the checker examines it by its own rules. */
  public VariantAnswer witness(CompiledProblem compiled, Duration limit) {
    return witness(compiled.program(), limit, found -> isExamined(compiled.problem(), found));
  }

  private VariantAnswer witness(Program program, Duration limit, Predicate<Assignment> check) {
    SolveResult result = solver.solve(program, options.withTimeLimit(limit));
    Assignment found = VariantAnswer.assignment(result);
    boolean isCertified = found != null && check.test(found);
    count(isCertified);
    Status none = result instanceof SolveResult.Infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
    Status status = found == null ? none : Status.FEASIBLE;
    return new VariantAnswer(status, found, null, result.prices(), isCertified);
  }

  /** Whether the checker has confirmed it; after a cancellation it is not asked. */
  private boolean isExamined(Problem problem, Assignment found) {
    if (isCanceled()) {
      return false;
    }
    Verdict verdict =
        with(kept -> kept.checks.variant(problem)).allowed(found.persons(), found.minors());
    confirm(verdict.confirmed(), "the scenario, " + verdict.findings());
    return verdict.certified();
  }

  private static void confirm(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("a witness breaks a rule of " + what);
    }
  }

  private void count(boolean isCertified) {
    if (isCertified) {
      certified.incrementAndGet();
    }
    solves.incrementAndGet();
  }

  private <T> T with(Function<Kept, T> task) {
    Kept known = idle.poll();
    Kept kept =
        known == null
            ? new Kept(new Shape(dataset), new CheckSession(dataset, options.effort().states()))
            : known;
    try {
      return task.apply(kept);
    } finally {
      idle.add(kept);
    }
  }
}
