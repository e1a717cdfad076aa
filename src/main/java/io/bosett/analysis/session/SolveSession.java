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
import io.bosett.solve.DatasetSession;
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
 * A {@link DatasetSession} around one scenario, for its variants. The base scenario is solved
 * first, as the command {@code solve} solves it; every variant starts at its multipliers, never at
 * those of another variant, so neither order nor threads decide which of several equal optima is
 * found or how many solves are counted.
 */
public final class SolveSession {
  private final CompiledProblem compiled;
  private final DatasetSession solves;
  private final SessionSettings settings;
  private final @Nullable ScaledMultipliers start;
  private final Result result;
  private final Variant base;
  private final Assignment assignment;
  private final long begun = System.nanoTime();
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
    this.settings = settings;
    SolveOptions cold = SolveOptions.DEFAULT.withCancel(settings.cancel());
    solves = new DatasetSession(compiled.problem().dataset(), solver, cold);
    CheckedSolver.Answer answer = solves.answer(compiled, certifier);
    result = answer.result();
    base = solves.variant(compiled);
    assignment = BaseAssignment.of(compiled.program(), result);
    start = answer.prices();
    plan(1);
    report();
    cutShort = solves.isCanceled();
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
    return certificate == null ? start : ScaledMultipliers.of(certificate);
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
    VariantAnswer answer = solves.solve(variant, start);
    if (answer == null) {
      throw new CanceledException();
    }
    report();
    return answer;
  }

  /**
   * Another scenario on the same figures, to be solved.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  Variant variant(Problem varied) {
    return solves.variant(varied);
  }

  private void checkCanceled() {
    if (solves.isCanceled()) {
      throw new CanceledException();
    }
  }

  /** Announces solves, for whoever watches the progress. */
  public void plan(int more) {
    planned.addAndGet(more);
  }

  private void report() {
    int done = solves.effort().solves();
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
    DatasetSession.Effort effort = solves.effort();
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Effort(effort.solves(), effort.certified(), seconds);
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
