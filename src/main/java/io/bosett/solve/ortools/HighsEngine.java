package io.bosett.solve.ortools;

import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverResponseStatus;
import java.util.Locale;

/**
 * The engine of HiGHS, by a model message instead of a solver object: this way its own parameters
 * apply, and reaching the time limit is an answer where the object throws. Hints are never given:
 * they crash the process. The bound that HiGHS reports is passed to nobody: an optimum is shown by
 * our own certificate, else the answer stays FEASIBLE.
 */
final class HighsEngine implements Engine {
  private static final String PARAMETERS =
      """
      mip_rel_gap=0
      mip_abs_gap=0
      mip_feasibility_tolerance=1e-9
      random_seed=%d
      threads=%d
      """;

  @Override
  public Outcome solve(SolveTask task, Reports reports) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(MpModels.of(task))
            .setSolverType(MPModelRequest.SolverType.HIGHS_MIXED_INTEGER_PROGRAMMING)
            .setSolverTimeLimitSeconds(task.seconds())
            .setSolverSpecificParameters(
                String.format(Locale.ROOT, PARAMETERS, task.seed(), task.workers()).strip())
            .build();
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    MPSolverResponseStatus status = response.getStatus();
    return switch (status) {
      case MPSOLVER_OPTIMAL -> new Outcome(Status.OPTIMAL, null, values(response), "");
      case MPSOLVER_FEASIBLE -> new Outcome(Status.FEASIBLE, null, values(response), "");
      case MPSOLVER_INFEASIBLE -> new Outcome(Status.INFEASIBLE, null, null, "");
      case MPSOLVER_UNKNOWN_STATUS -> new Outcome(Status.UNKNOWN, null, null, "");
      default -> Outcome.refused(status + " " + response.getStatusStr());
    };
  }

  /** Does nothing: HiGHS cannot be interrupted; the parent kills the process. */
  @Override
  public void stop() {}

  private static long[] values(MPSolutionResponse response) {
    return response.getVariableValueList().stream().mapToLong(Math::round).toArray();
  }
}
