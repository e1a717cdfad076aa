package io.bosett.sweep.points;

import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.EffortLimits;
import io.bosett.solve.ProblemSeries;
import io.bosett.sweep.plan.SweepPoint;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The series that the points of a sweep fall into: a series for each combination of cases, as long
 * as they are few, for points that differ in numbers only have most in common.
 */
final class PointSeries {
  private static final int MOST = 64;

  private final Map<String, ProblemSeries> byCases =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProblemSeries> eldest) {
          return size() > MOST;
        }
      };

  /** A compiled point, in its series. */
  record Next(ProblemSeries series, CompiledProblem problem) {}

  /**
   * Compiles a point.
   *
   * @throws io.bosett.model.InvalidInputException when its values make no valid scenario
   */
  Next of(SweepPoint point) {
    Problem problem = point.problem();
    ProblemSeries series = series(point.cases(), problem.dataset());
    return new Next(series, series.compiled(problem));
  }

  /** Noise gives a point figures of its own, and with them a series. */
  @SuppressWarnings("ReferenceEquality") // figures are the same when they are the same object
  private ProblemSeries series(String cases, Dataset dataset) {
    ProblemSeries series = byCases.get(cases);
    if (series == null || series.dataset() != dataset) {
      series = new ProblemSeries(dataset, EffortLimits.PATIENT);
      byCases.put(cases, series);
    }
    return series;
  }
}
