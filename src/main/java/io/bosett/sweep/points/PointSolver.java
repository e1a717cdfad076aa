package io.bosett.sweep.points;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.Certifier;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.EffortLimits;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.sweep.plan.PointSource;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.plan.SweepPoint;
import io.bosett.sweep.points.PointOutcome.Distance;
import io.bosett.sweep.points.PointOutcome.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Solves points of a sweep by the default solver without a fallback, each checked as every answer
 * is. A scenario's own solver settings do not count, nor is a conflict searched for. Limits are of
 * effort; the clock is only a net, and a point that it ends says so. Not for several threads.
 */
public final class PointSolver {
  /**
   * The net of time for one point, far above what the limits of effort allow. A point that ran into
   * it is solved once more, as the machine may have slept meanwhile.
   */
  public static final Duration NET = Duration.ofMinutes(10);

  private final PointSource source;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<FixedDistance> against;
  private final Solver solver;
  private final SolveOptions options;
  private final Certifier certifier = new LagrangianCertifier();
  private PointSeries series;

  /**
   * @param against fixed allocations
   * @param cancel ends the solve that is under way, whose outcome then is worth nothing
   */
  public PointSolver(
      SweepPlan plan, Collection<ComparedAllocation> against, CancellationToken cancel) {
    this(plan, against, cancel, new Decomposition());
  }

  PointSolver(
      SweepPlan plan,
      Collection<ComparedAllocation> against,
      CancellationToken cancel,
      Solver solver) {
    this.solver = solver;
    this.source = plan.source();
    this.against = against.stream().map(FixedDistance::new).toList();
    this.options =
        SolveOptions.DEFAULT.withTimeLimit(NET).withEffort(EffortLimits.PATIENT).withCancel(cancel);
    series = new PointSeries(solver, options);
    for (String municipality : plan.municipalities()) {
      positions.put(municipality, positions.size());
    }
  }

  /**
   * Solves a point. Whatever breaks down over it is a defect of that point alone: it would break
   * down again in every run, and the other points are worth having.
   */
  public PointOutcome solve(long number) {
    SweepPoint point = source.point(number);
    PointOutcome outcome = solve(point);
    return outcome.isOutOfTime() ? solve(point) : outcome;
  }

  private PointOutcome solve(SweepPoint point) {
    try {
      return solved(point, series.of(point));
    } catch (InvalidInputException e) {
      return without(point, Status.INVALID);
    } catch (RuntimeException | StackOverflowError e) {
      series = new PointSeries(solver, options); // for what it left half done
      return without(point, Status.DEFECT);
    }
  }

  /**
   * Solves a point with its document, so that a stranger can check the answer.
   *
   * @throws InvalidInputException when the values make no valid scenario
   */
  public Documented documented(long number) {
    SweepPoint point = source.point(number);
    Problem problem = point.documented();
    DatasetSession alone = series.begun(problem.dataset());
    return new Documented(
        point, problem, alone.answer(alone.compiled(problem), certifier).result());
  }

  /** A point with its problem and answer. */
  public record Documented(SweepPoint point, Problem problem, Result result) {}

  private static PointOutcome without(SweepPoint point, Status status) {
    return new PointOutcome(point, status, null, new int[0], new int[0], List.of());
  }

  private PointOutcome solved(SweepPoint point, PointSeries.Next next) {
    CompiledProblem problem = next.problem();
    Result result = next.session().answer(problem, certifier).result();
    Status status = Status.valueOf(result.status().name());
    if (result.objective() == null) {
      return new PointOutcome(point, status, result, new int[0], new int[0], List.of());
    }
    int[] persons = new int[positions.size()];
    int[] minors = new int[positions.size()];
    for (Result.Place place : result.places()) {
      int position = positions.getOrDefault(place.municipality(), -1);
      persons[position] = place.persons();
      minors[position] = place.minors();
    }
    List<Distance> distances =
        against.stream().map(fixed -> fixed.from(problem.program(), result)).toList();
    return new PointOutcome(point, status, result, persons, minors, distances);
  }
}
