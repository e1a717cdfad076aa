package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Missing;
import io.bosett.model.Result.FilledIn;
import io.bosett.program.figures.Counties;
import io.bosett.program.figures.Figures.Source;
import io.bosett.program.figures.Imputation;
import io.bosett.program.figures.RawFigure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of every candidate after imputation.
 *
 * @param values by candidate
 * @param gaps candidates that still have no value ({@code NaN}), ascending
 * @param filledIn the values that are not the candidate's own, ascending
 */
record ImputedFigure(double[] values, int[] gaps, List<FilledIn> filledIn) {
  private static final int[] NO_GAPS = {};

  static ImputedFigure of(
      Source source, RawFigure raw, CandidateSet candidates, Dataset dataset, Counties counties) {
    String meanOf = source.missing() == Missing.COUNTY ? "county" : "national";
    String indicator = source.figure().indicator();
    double[] values = new double[candidates.size()];
    List<FilledIn> filledIn = new ArrayList<>();
    boolean complete = true;
    @Nullable Imputation imputation = null;
    for (int i = 0; i < values.length; i++) {
      int position = candidates.positions()[i];
      double value = raw.values()[position];
      boolean missing = Double.isNaN(value);
      if (missing) {
        imputation =
            imputation != null ? imputation : Imputation.of(source, raw.values(), counties);
        value = imputation.at(position);
        complete &= !Double.isNaN(value);
      }
      values[i] = value;
      if (!Double.isNaN(value) && (missing || raw.shrunk().get(position))) {
        String id = dataset.municipality(position);
        filledIn.add(new FilledIn(id, indicator, value, missing ? meanOf : "shrink"));
      }
    }
    return new ImputedFigure(values, complete ? NO_GAPS : gaps(values), filledIn);
  }

  private static int[] gaps(double[] values) {
    return Matches.among(values.length, i -> Double.isNaN(values[i]));
  }
}
