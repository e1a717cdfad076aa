package io.bosett.solve.ortools;

import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPVariableProto;
import io.bosett.program.form.MipForm;

/** Builds OR-Tools' model messages from tasks, without names, which can clash and cost time. */
final class MpModels {
  private MpModels() {}

  static MPModelProto of(SolveTask task) {
    MPModelProto.Builder model = MPModelProto.newBuilder().setMaximize(true);
    for (int j = 0; j < task.columns(); j++) {
      model.addVariable(
          MPVariableProto.newBuilder()
              .setLowerBound((double) task.lower()[j])
              .setUpperBound((double) task.upper()[j])
              .setObjectiveCoefficient((double) task.objective()[j])
              .setIsInteger(true));
    }
    SolveTask.Rows rows = task.rows();
    for (int r = 0; r < rows.size(); r++) {
      MPConstraintProto.Builder row =
          MPConstraintProto.newBuilder()
              .setLowerBound(lower(rows.lower()[r]))
              .setUpperBound(upper(rows.upper()[r]));
      for (int k = rows.starts()[r]; k < rows.starts()[r + 1]; k++) {
        row.addVarIndex(rows.columns()[k]).addCoefficient((double) rows.coefficients()[k]);
      }
      model.addConstraint(row);
    }
    return model.build();
  }

  private static double lower(long limit) {
    return limit == MipForm.Row.NO_LOWER ? Double.NEGATIVE_INFINITY : limit;
  }

  private static double upper(long limit) {
    return limit == MipForm.Row.NO_UPPER ? Double.POSITIVE_INFINITY : limit;
  }
}
