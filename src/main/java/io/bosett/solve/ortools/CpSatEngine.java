package io.bosett.solve.ortools;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpObjectiveProto;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearConstraintProto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine of CP-SAT, in integers throughout. It reports bounds with solutions: the callback for
 * bounds alone creates objects on threads unknown to the JVM, and has crashed the process.
 */
final class CpSatEngine implements Engine {
  private final CpSolver solver = new CpSolver();

  @Override
  public Outcome solve(SolveTask task, Reports reports) {
    CpModel model = model(task);
    String fault = model.validate();
    if (!fault.isEmpty()) {
      return Outcome.refused(fault.strip());
    }
    solver
        .getParameters()
        .setMaxTimeInSeconds(task.seconds())
        .setRandomSeed(task.seed())
        // The objective's steps are a linear program in essence, with hardly any symmetries.
        .setLinearizationLevel(2)
        .setCpModelProbingLevel(0)
        .setSymmetryLevel(0)
        .setNumWorkers(task.workers())
        // Signals are the parent's; its own handler has ended the process.
        .setCatchSigintSignal(false);
    CpSolverStatus status = solver.solve(model, new Incumbents(task.columns(), reports));
    return outcome(status);
  }

  @Override
  public void stop() {
    solver.stopSearch();
  }

  private Outcome outcome(CpSolverStatus status) {
    double bound = solver.bestObjectiveBound();
    return switch (status) {
      case OPTIMAL -> new Outcome(Status.OPTIMAL, bound, values(), "");
      case FEASIBLE -> new Outcome(Status.FEASIBLE, bound, values(), "");
      case INFEASIBLE -> new Outcome(Status.INFEASIBLE, null, null, "");
      case MODEL_INVALID -> Outcome.refused("MODEL_INVALID");
      // Before anything is found the bound may be invalid: 0 was seen where 4 * 10^9 is reached.
      default -> new Outcome(Status.UNKNOWN, null, null, "");
    };
  }

  private long @Nullable [] values() {
    List<Long> solution = solver.response().getSolutionList();
    return solution.stream().mapToLong(Long::longValue).toArray();
  }

  private static CpModel model(SolveTask task) {
    CpModel model = new CpModel();
    var proto = model.getBuilder();
    // Maximizes by minimizing the negated sum; results are negated back.
    CpObjectiveProto.Builder objective = CpObjectiveProto.newBuilder().setScalingFactor(-1);
    for (int j = 0; j < task.columns(); j++) {
      proto.addVariablesBuilder().addDomain(task.lower()[j]).addDomain(task.upper()[j]);
      if (task.objective()[j] != 0) {
        objective.addVars(j).addCoeffs(-task.objective()[j]);
      }
    }
    proto.setObjective(objective);
    SolveTask.Rows rows = task.rows();
    for (int r = 0; r < rows.size(); r++) {
      LinearConstraintProto.Builder linear = proto.addConstraintsBuilder().getLinearBuilder();
      for (int k = rows.starts()[r]; k < rows.starts()[r + 1]; k++) {
        linear.addVars(rows.columns()[k]).addCoeffs(rows.coefficients()[k]);
      }
      linear.addDomain(rows.lower()[r]).addDomain(rows.upper()[r]);
    }
    return model;
  }

  /** Swallows exceptions: one thrown inside a native callback ends the process. */
  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      System.err.println("cp-sat: a progress report was lost: " + e);
    }
  }

  private static final class Incumbents extends CpSolverSolutionCallback {
    private final int columns;
    private final Reports reports;

    Incumbents(int columns, Reports reports) {
      this.columns = columns;
      this.reports = reports;
    }

    @Override
    public void onSolutionCallback() {
      quietly(
          () -> {
            long[] values = new long[columns];
            for (int j = 0; j < columns; j++) {
              values[j] = solutionIntegerValue(j);
            }
            reports.incumbent(values);
            reports.bound(bestObjectiveBound());
          });
    }
  }
}
