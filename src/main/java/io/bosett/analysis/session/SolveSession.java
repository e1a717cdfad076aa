package io.bosett.analysis.session;

import io.bosett.model.Certificate;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.Certifier;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A session of solves of one scenario and its variants. The base scenario is solved first, as the
 * command {@code solve} solves it; every variant starts at its multipliers, never at those of
 * another variant, so neither order nor threads decide which of several equal optima is found or
 * how many solves are counted.
 */
public final class SolveSession {
  private final CompiledProblem compiled;
  private final Solver solver;
  private final SessionSettings settings;
  private final SolveOptions options;
  private final Result result;
  private final Variant base;
  private final Assignment assignment;
  private final long start = System.nanoTime();
  private final AtomicInteger solves = new AtomicInteger();
  private final AtomicInteger certified = new AtomicInteger();
  private final AtomicInteger planned = new AtomicInteger();
  private volatile boolean cutShort;

  /**
   * Solves the base scenario.
   *
   * @param solver exact
   * @param certifier of the base scenario's answer
   */
  public SolveSession(
      CompiledProblem compiled, Solver solver, Certifier certifier, SessionSettings settings) {
    this.compiled = compiled;
    this.solver = solver;
    this.settings = settings;
    SolveOptions cold = SolveOptions.DEFAULT.withCancel(settings.cancel());
    CheckedSolver.Answer answer = new CheckedSolver(solver, certifier).solve(compiled, cold);
    result = answer.result();
    base = Variant.of(compiled);
    assignment = BaseAssignment.of(compiled.program(), result);
    options = cold.withStart(answer.prices());
    plan(1);
    count(result.proof() == Result.Proof.CERTIFIED);
    cutShort = settings.cancel().isRequested();
  }

  /** The scenario on its dataset. */
  public Problem problem() {
    return compiled.problem();
  }

  /** The figures. */
  public Dataset dataset() {
    return problem().dataset();
  }

  /** The base scenario's program. */
  public Program program() {
    return compiled.program();
  }

  /** The base scenario's answer. */
  public Result result() {
    return result;
  }

  /** Whether the base scenario's optimum is proven; without it nothing can be compared. */
  public boolean hasOptimum() {
    return result.status() == Result.Status.OPTIMAL && result.objective() != null;
  }

  /** The optimum. Only where {@link #hasOptimum}. */
  public long optimum() {
    Long objective = result.objective();
    if (objective == null) {
      throw new IllegalStateException("the scenario has no optimum: " + result.status());
    }
    return objective;
  }

  /** The base scenario's allocation; nobody anywhere when there is none. */
  public Assignment assignment() {
    return assignment;
  }

  /** Whether the base scenario's answer asks candidate {@code i}. */
  public boolean isSelected(int i) {
    return assignment.persons()[i] > 0;
  }

  /** The base scenario's multipliers, or null when it has none. */
  public @Nullable ScaledMultipliers prices() {
    Certificate certificate = result.certificate();
    return certificate == null ? options.start() : ScaledMultipliers.of(certificate);
  }

  /** The base scenario, to be varied. */
  public Variant base() {
    return base;
  }

  /**
   * Solves a variant. Inside {@link #map} only, which ends at a cancellation.
   *
   * @throws CanceledException when the session was canceled before there was a proof
   */
  public VariantAnswer solve(Variant variant) {
    return solve(variant, options);
  }

  private VariantAnswer solve(Variant variant, SolveOptions from) {
    checkCanceled();
    VariantAnswer answer = variant.solve(solver, from);
    boolean isLate = settings.cancel().isRequested();
    if (isLate && !(answer.isProven() && answer.certified())) {
      throw new CanceledException();
    }
    count(answer.certified());
    return answer;
  }

  private void checkCanceled() {
    if (settings.cancel().isRequested()) {
      throw new CanceledException();
    }
  }

  /** Announces solves, for whoever watches the progress. */
  public void plan(int more) {
    planned.addAndGet(more);
  }

  private void count(boolean isCertified) {
    if (isCertified) {
      certified.incrementAndGet();
    }
    int done = solves.incrementAndGet();
    settings.progress().report(done, Math.max(done, planned.get()));
  }

  /**
   * Runs independent tasks on the session's threads.
   *
   * @param count of tasks
   * @param task by its number; may {@link #solve}
   * @return the values in the order of the tasks; null where the session was canceled before
   */
  public <T> List<@Nullable T> map(int count, IntFunction<T> task) {
    @Nullable Object[] values = new Object[count];
    TaskThreads.run(settings.threads(), count, k -> values[k] = orNull(task, k));
    List<@Nullable T> list = new ArrayList<>(count);
    for (Object value : values) {
      @SuppressWarnings("unchecked") // what the tasks returned
      T typed = (T) value;
      list.add(typed);
    }
    return list;
  }

  private <T> @Nullable T orNull(IntFunction<T> task, int k) {
    try {
      checkCanceled();
      return task.apply(k);
    } catch (CanceledException e) {
      cutShort = true;
      return null;
    }
  }

  /** Whether a cancellation left anything unknown. */
  public boolean isCutShort() {
    return cutShort;
  }

  /** The effort so far. */
  public Effort effort() {
    return new Effort(solves.get(), certified.get(), (System.nanoTime() - start) / 1e9);
  }

  /**
   * The effort of a session.
   *
   * @param solves done
   * @param certified of them
   * @param seconds wall time
   */
  public record Effort(int solves, int certified, double seconds) {}

  /** The candidates that the base scenario asks, or does not ask, ascending. */
  public int[] candidates(boolean selected) {
    int[] persons = assignment.persons();
    return IntStream.range(0, persons.length).filter(i -> persons[i] > 0 == selected).toArray();
  }

  /** Whether an allocation is the base scenario's. */
  public boolean isBase(Assignment other) {
    return Arrays.equals(other.persons(), assignment.persons())
        && Arrays.equals(other.minors(), assignment.minors());
  }
}
