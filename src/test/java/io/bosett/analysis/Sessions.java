package io.bosett.analysis;

import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;

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
}
