package io.bosett.analysis.weights;

import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Scenario;

/**
 * By how much an allocation may be better inside a piece than the optimum of both of its ends. Two
 * allocations' exact objectives differ by a line over the shares, and each objective differs from
 * its exact one by the rounding of its gains; so twice the rounding of both is the most.
 */
final class PieceBlur {
  private PieceBlur() {}

  /** In units, for any two allocations of the session's scenario. */
  static long units(SolveSession session) {
    Scenario scenario = session.problem().scenario();
    int persons = scenario.demand().persons();
    int minors = scenario.demand().minors();
    long n = session.program().size();
    long numbers = Math.min(n, persons) + Math.min(n, minors);
    long all = (long) persons + minors;
    int others = scenario.criteria().size() - 1;
    return switch (scenario.fit()) {
      case PROPORTIONAL -> 2 * numbers;
      // A slope for each person is rounded.
      case SCORE -> 2 * all;
      // Weights are whole millionths, each off by less than one.
      case OVERLAP -> 2 * numbers + 2 * all * others;
    };
  }
}
