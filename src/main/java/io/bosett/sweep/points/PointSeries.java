package io.bosett.sweep.points;

import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import io.bosett.sweep.plan.SweepPoint;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sessions that the points of a sweep fall into: one for each combination of cases, as long as
 * they are few, for points that differ in numbers only have most in common. A session begins cold
 * and remembers no answer, so a point's is a function of its own scenario.
 */
final class PointSeries {
  private static final int MOST = 64;

  private final Solver solver;
  private final SolveOptions options;

  private final Map<String, DatasetSession> byCases =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DatasetSession> eldest) {
          return size() > MOST;
        }
      };

  /**
   * No sessions yet.
   *
   * @param options of every solve
   */
  PointSeries(Solver solver, SolveOptions options) {
    this.solver = solver;
    this.options = options;
  }

  /** A compiled point, in its session. */
  record Next(DatasetSession session, CompiledProblem problem) {}

  /**
   * Compiles a point.
   *
   * @throws io.bosett.model.InvalidInputException when its values make no valid scenario
   */
  Next of(SweepPoint point) {
    Problem problem = point.problem();
    DatasetSession session = session(point.cases(), problem.dataset());
    return new Next(session, session.compiled(problem));
  }

  /** Noise gives a point figures of its own, and with them a session. */
  @SuppressWarnings("ReferenceEquality") // figures are the same when they are the same object
  private DatasetSession session(String cases, Dataset dataset) {
    DatasetSession session = byCases.get(cases);
    if (session == null || session.dataset() != dataset) {
      session = begun(dataset);
      byCases.put(cases, session);
    }
    return session;
  }

  /** A session that has nothing yet. */
  DatasetSession begun(Dataset dataset) {
    return new DatasetSession(dataset, solver, options);
  }
}
