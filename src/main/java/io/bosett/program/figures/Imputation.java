package io.bosett.program.figures;

import io.bosett.model.Missing;
import io.bosett.program.figures.Figures.Source;
import org.jspecify.annotations.Nullable;

/** A rule of imputation for missing values: a plain mean of the other values, or nothing. */
@FunctionalInterface
public interface Imputation {
  /** The value for the municipality at a position, {@code NaN} when there is none. */
  double at(int position);

  static Imputation of(Source source, double[] values, Counties counties) {
    @Nullable Missing missing = source.missing();
    if (missing == Missing.COUNTY) {
      return ofCounties(values, counties);
    }
    double value = missing == Missing.NATIONAL ? mean(values) : Double.NaN;
    return position -> value;
  }

  private static double mean(double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static Imputation ofCounties(double[] values, Counties counties) {
    int[] county = counties.byPosition();
    double[] means = new double[counties.size()];
    int[] count = new int[means.length];
    for (int position = 0; position < values.length; position++) {
      if (!Double.isNaN(values[position])) {
        means[county[position]] += values[position];
        count[county[position]]++;
      }
    }
    for (int k = 0; k < means.length; k++) {
      means[k] = count[k] == 0 ? Double.NaN : means[k] / count[k];
    }
    return position -> means[county[position]];
  }
}
