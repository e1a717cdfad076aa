package io.bosett.check.recount;

import io.bosett.model.Column;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that criteria refer to, for all municipalities of a dataset, before imputation.
 * Running time: municipalities times years, once for each different figure.
 */
final class Figures {
  private final Dataset dataset;
  private final Map<Key, Values> known = new HashMap<>();

  Figures(Dataset dataset) {
    this.dataset = dataset;
  }

  /**
   * Values by position.
   *
   * @param values {@code NaN} where missing
   * @param shrunkToNational where there was nothing to shrink, so that the national value stands
   */
  record Values(double[] values, BitSet shrunkToNational) {
    boolean isMissing(int position) {
      return Double.isNaN(values[position]);
    }
  }

  private record Key(Figure figure, @Nullable Shrink shrink) {}

  /**
   * A column with its weight {@code 0.5^((to - t) / halfLife)}, and that of the count beside it.
   */
  private record Year(double weight, Column cells, @Nullable Column counts) {
    boolean hasBoth(int position) {
      return counts != null && cells.isNumber(position) && counts.isNumber(position);
    }

    /** Of a position that {@link #hasBoth}. */
    double count(int position) {
      return Objects.requireNonNull(counts).value(position);
    }
  }

  Values of(Figure figure, @Nullable Shrink shrink) {
    Key key = new Key(figure, shrink);
    Values values = known.get(key);
    if (values == null) {
      values = shrink == null ? overYears(figure) : shrunk(figure, shrink);
      known.put(key, values);
    }
    return values;
  }

  private Values overYears(Figure figure) {
    Year[] years = years(figure, null);
    double[] values = new double[dataset.size()];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double weights = 0;
      for (Year year : years) {
        if (year.cells.isNumber(i)) {
          sum += year.weight * year.cells.value(i);
          weights += year.weight;
        }
      }
      values[i] = quotient(sum, weights);
    }
    return new Values(values, new BitSet());
  }

  private Values shrunk(Figure figure, Shrink shrink) {
    Year[] years = years(figure, shrink.count());
    double national = national(years);
    double prior = shrink.prior();
    double[] values = new double[dataset.size()];
    BitSet shrunkToNational = new BitSet();
    for (int i = 0; i < values.length; i++) {
      boolean any = false;
      double sum = 0;
      double weights = 0;
      for (Year year : years) {
        if (year.hasBoth(i)) {
          any = true;
          double count = year.count(i);
          sum += year.weight * count * year.cells.value(i);
          weights += year.weight * count;
        }
      }
      if (any) {
        values[i] = quotient(sum + prior * national, weights + prior);
      } else {
        values[i] = prior > 0 ? national : Double.NaN;
        shrunkToNational.set(i, !Double.isNaN(values[i]));
      }
    }
    return new Values(values, shrunkToNational);
  }

  /** The share over all municipalities: one running sum over municipalities, then years. */
  private double national(Year[] years) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < dataset.size(); i++) {
      for (Year year : years) {
        if (year.hasBoth(i)) {
          double count = year.count(i);
          sum += year.weight * count * year.cells.value(i);
          weights += year.weight * count;
        }
      }
    }
    return quotient(sum, weights);
  }

  private Year[] years(Figure figure, @Nullable String count) {
    List<Integer> withCells = dataset.years(figure.indicator());
    return withCells.stream()
        .filter(t -> t >= figure.from() && t <= figure.to())
        .map(
            t ->
                new Year(
                    weight(figure, t),
                    Objects.requireNonNull(dataset.column(figure.indicator(), t)),
                    count == null ? null : dataset.column(count, t)))
        .toArray(Year[]::new);
  }

  private static double weight(Figure figure, int year) {
    Double halfLife = figure.halfLife();
    return halfLife == null ? 1 : StrictMath.pow(0.5, ((double) figure.to() - year) / halfLife);
  }

  /** Missing when there is nothing to divide by. */
  private static double quotient(double sum, double weights) {
    return weights == 0 ? Double.NaN : sum / weights;
  }

  /** The values of some positions. */
  static double[] pick(double[] values, int[] positions) {
    return Arrays.stream(positions).mapToDouble(p -> values[p]).toArray();
  }
}
