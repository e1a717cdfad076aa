package io.bosett.program.figures;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an indicator in the years of a figure, ascending, with the years' weights {@code
 * 0.5^((to - t) / halfLife)}, or 1 without half-life.
 */
record WeightedYears(Column[] columns, double[] weights) {
  static WeightedYears of(Dataset dataset, Figure figure) {
    return of(dataset, figure, figure.indicator(), figure.indicator());
  }

  /** The columns of an indicator in those years of a figure in which another one has cells. */
  static WeightedYears of(Dataset dataset, Figure figure, String indicator, String other) {
    List<Integer> years = dataset.years(indicator);
    Column[] columns = new Column[years.size()];
    double[] weights = new double[columns.length];
    int count = 0;
    for (int year : years) {
      boolean isRead = figure.from() <= year && year <= figure.to();
      if (isRead && dataset.column(other, year) != null) {
        columns[count] = Objects.requireNonNull(dataset.column(indicator, year));
        weights[count++] = weight(figure, year);
      }
    }
    return new WeightedYears(Arrays.copyOf(columns, count), Arrays.copyOf(weights, count));
  }

  private static double weight(Figure figure, int year) {
    @Nullable Double halfLife = figure.halfLife();
    return halfLife == null ? 1 : StrictMath.pow(0.5, ((double) figure.to() - year) / halfLife);
  }

  /** {@code sum w_t v_t / sum w_t} over the years with a number; {@code NaN} without any. */
  double[] means(int size) {
    double[] means = new double[size];
    for (int position = 0; position < size; position++) {
      double sum = 0;
      double weight = 0;
      for (int k = 0; k < columns.length; k++) {
        double value = columns[k].value(position);
        if (!Double.isNaN(value)) {
          sum += weights[k] * value;
          weight += weights[k];
        }
      }
      means[position] = weight == 0 ? Double.NaN : sum / weight;
    }
    return means;
  }
}
