package io.bosett.analysis;

import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.List;

/** Sessions of the default solver. */
public final class Sessions {
  private Sessions() {}

  public static SolveSession of(Problem problem) {
    return of(problem, SessionSettings.DEFAULT);
  }

  public static SolveSession of(Problem problem, SessionSettings settings) {
    return new SolveSession(
        CompiledProblem.of(problem), new Decomposition(), new LagrangianCertifier(), settings);
  }

  /** What why-not says of one lever of a municipality. */
  static LeverAnswer lever(SolveSession session, String id, Lever lever, boolean weak) {
    return WhyNot.of(session, new WhyNotOptions(List.of(id), null, weak))
        .municipalities()
        .get(0)
        .levers()
        .stream()
        .filter(one -> one.lever() == lever)
        .findFirst()
        .orElseThrow();
  }
}
