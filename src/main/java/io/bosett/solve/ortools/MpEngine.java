package io.bosett.solve.ortools;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The engine of SCIP and CBC. */
final class MpEngine implements Engine {
  /** Tighter than the defaults of 1e-6 and 1e-7, as gains are counted in millionths. */
  private static final String SCIP_PARAMETERS =
      """
      limits/gap = 0
      limits/absgap = 0
      numerics/feastol = 1e-9
      numerics/dualfeastol = 1e-9
      randomization/randomseedshift = %d
      misc/catchctrlc = FALSE
      """;

  /** Set while a solve runs; a native solver must never be touched after its deletion. */
  private @Nullable MPSolver running;

  @Override
  public Outcome solve(SolveTask task, Reports reports) {
    MPSolver solver = MPSolver.createSolver(task.backend().name());
    if (solver == null) {
      return Outcome.refused("this build of OR-Tools has no " + task.backend());
    }
    MPSolverParameters parameters = new MPSolverParameters();
    try {
      String fault = solver.loadModelFromProto(MpModels.of(task));
      if (!fault.isEmpty()) {
        return Outcome.refused(fault);
      }
      prepare(solver, parameters, task);
      setRunning(solver);
      MPSolver.ResultStatus status = solver.solve(parameters);
      setRunning(null);
      return outcome(solver, status);
    } finally {
      setRunning(null);
      parameters.delete();
      solver.delete();
    }
  }

  private static void prepare(MPSolver solver, MPSolverParameters parameters, SolveTask task) {
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    solver.setTimeLimit(Math.max(1, (long) (1000 * task.seconds())));
    if (task.backend() == Backend.SCIP) {
      String text = String.format(Locale.ROOT, SCIP_PARAMETERS, task.seed());
      if (!solver.setSolverSpecificParametersAsString(text)) {
        throw new IllegalStateException("scip refuses the parameters " + text);
      }
      // Not CBC: this build of it is single-threaded, and then does nothing at all.
      solver.setNumThreads(task.workers());
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.interruptSolve();
    }
  }

  private synchronized void setRunning(@Nullable MPSolver solver) {
    running = solver;
  }

  private static Outcome outcome(MPSolver solver, MPSolver.ResultStatus status) {
    return switch (status) {
      case OPTIMAL -> new Outcome(Status.OPTIMAL, bound(solver), values(solver), "");
      case FEASIBLE -> new Outcome(Status.FEASIBLE, bound(solver), values(solver), "");
      case INFEASIBLE -> new Outcome(Status.INFEASIBLE, null, null, "");
      case MODEL_INVALID -> Outcome.refused("MODEL_INVALID");
      default -> new Outcome(Status.UNKNOWN, null, null, "");
    };
  }

  private static @Nullable Double bound(MPSolver solver) {
    double bound = solver.objective().bestBound();
    return Math.abs(bound) < 1e18 ? bound : null;
  }

  private static long[] values(MPSolver solver) {
    MPVariable[] variables = solver.variables();
    long[] values = new long[variables.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = Math.round(variables[j].solutionValue());
    }
    return values;
  }
}
