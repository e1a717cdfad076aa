package io.bosett.program.figures;

import io.bosett.model.Column;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import java.util.BitSet;

/**
 * Shrinkage of shares over few people towards the national share: {@code (sum w n v + prior *
 * national) / (sum w n + prior)} over the years in which a municipality has share v and count n as
 * numbers.
 */
final class Shrinkage {
  private final double[] sums;
  private final double[] counts;
  private final BitSet withYear = new BitSet();
  private double nationalSum;
  private double nationalCount;

  private Shrinkage(int size) {
    sums = new double[size];
    counts = new double[size];
  }

  static RawFigure of(Dataset dataset, Figure figure, Shrink shrink) {
    WeightedYears shares = WeightedYears.of(dataset, figure, figure.indicator(), shrink.count());
    WeightedYears counts = WeightedYears.of(dataset, figure, shrink.count(), figure.indicator());
    Shrinkage shrinkage = new Shrinkage(dataset.size());
    for (int position = 0; position < dataset.size(); position++) {
      shrinkage.add(position, shares, counts.columns());
    }
    return shrinkage.towards(shrinkage.national(), shrink.prior());
  }

  /** The national sums run over municipalities, then years, term by term. */
  private void add(int position, WeightedYears shares, Column[] people) {
    for (int k = 0; k < people.length; k++) {
      double share = shares.columns()[k].value(position);
      double count = people[k].value(position);
      if (Double.isNaN(share) || Double.isNaN(count)) {
        continue;
      }
      double weighted = shares.weights()[k] * count;
      sums[position] += weighted * share;
      counts[position] += weighted;
      nationalSum += weighted * share;
      nationalCount += weighted;
      withYear.set(position);
    }
  }

  private double national() {
    return quotient(nationalSum, nationalCount);
  }

  private RawFigure towards(double national, double prior) {
    BitSet shrunk = new BitSet();
    for (int position = 0; position < sums.length; position++) {
      if (withYear.get(position)) {
        double sum = sums[position] + prior * national;
        sums[position] = quotient(sum, counts[position] + prior);
      } else {
        sums[position] = prior > 0 ? national : Double.NaN;
        shrunk.set(position, !Double.isNaN(sums[position]));
      }
    }
    return new RawFigure(sums, shrunk);
  }

  private static double quotient(double sum, double count) {
    return count == 0 ? Double.NaN : sum / count;
  }
}
