package io.bosett.service;

import io.bosett.check.CheckSession;
import io.bosett.model.Dataset;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.EffortLimits;
import io.bosett.solve.SolveOptions;

/**
 * The solve use case for one problem after another: what the checker has recomputed for one serves
 * it for the next on the same dataset. Answers are those of {@link SolveUseCase}. Thread-safe: each
 * solve has a session of the checker to itself.
 */
public final class SolveSeries {
  /** The limit on the checker's states that the kept sessions have. */
  private static final long STATES = EffortLimits.DEFAULT.states();

  private final IdleByDataset<CheckSession> idle = new IdleByDataset<>(CheckSession::dataset);

  /** Answers a problem as {@link SolveUseCase#answer} does. */
  public Result answer(CompiledProblem compiled, SolverSettings beside, SolveOptions options) {
    Dataset dataset = compiled.problem().dataset();
    if (!IdleByDataset.mayKeep(dataset) || options.effort().states() != STATES) {
      return SolveUseCase.answer(compiled, beside, options);
    }
    CheckSession known = idle.take(dataset);
    CheckSession session = known == null ? new CheckSession(dataset, STATES) : known;
    Result result = SolveUseCase.answer(compiled, beside, options, session);
    idle.giveBack(session);
    return result;
  }

  /** The number of sessions in memory that no solve has. */
  int idle() {
    return idle.size();
  }
}
