package io.bosett.sweep.summary;

import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * First-order effects: the share of an output's variance that lies between the bins of an axis, the
 * variance of the bins' means over the variance (correlation ratio; for independent axes the first
 * Sobol index, up to the width of the bins). Over the points that have the output, for any design.
 */
public final class Effects {
  private final SweepPlan plan;
  private final Counts counts;

  /** The effects in some counts. */
  public Effects(SweepPlan plan, Counts counts) {
    this.plan = plan;
    this.counts = counts;
  }

  /** The effect of an axis on an output, 0..1; NaN when the output or the axis does not vary. */
  public double on(int axis, String output) {
    int bins = AxisBins.of(plan, axis).count();
    Fraction between = Fraction.ZERO;
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    long count = 0;
    for (int bin = 0; bin < bins; bin++) {
      long[] moments = counts.get(key(axis, bin, output));
      if (moments.length > 0 && Moments.count(moments) > 0) {
        BigInteger own = Moments.sum(moments);
        between = between.plus(own.multiply(own), Moments.count(moments));
        sum = sum.add(own);
        squares = squares.add(Moments.squares(moments));
        count += Moments.count(moments);
      }
    }
    return ratio(between, sum, squares, count);
  }

  /** The effect of an axis on whether a municipality is asked. */
  public double onAsked(int axis, int municipality) {
    int bins = AxisBins.of(plan, axis).count();
    Fraction between = Fraction.ZERO;
    long asked = 0;
    long count = 0;
    for (int bin = 0; bin < bins; bin++) {
      long points = allocated(key(axis, bin, "status"));
      if (points > 0) {
        long own = counts.get(key(axis, bin, "asked"))[municipality];
        between = between.plus(BigInteger.valueOf(own).pow(2), points);
        asked += own;
        count += points;
      }
    }
    BigInteger sum = BigInteger.valueOf(asked);
    return ratio(between, sum, sum, count);
  }

  /** Points with an allocation, of the counts by status under a key. */
  public long allocated(String key) {
    long[] status = counts.get(key);
    return status.length == 0
        ? 0
        : status[Status.OPTIMAL.ordinal()] + status[Status.FEASIBLE.ordinal()];
  }

  /** The key of what is counted in a bin. */
  public String key(int axis, int bin, String what) {
    return "axis/" + plan.axes().get(axis).name() + "/" + bin + "/" + what;
  }

  /** A sum of quotients, exactly. */
  private record Fraction(BigInteger numerator, BigInteger denominator) {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction plus(BigInteger number, long of) {
      BigInteger divisor = BigInteger.valueOf(of);
      return new Fraction(
          numerator.multiply(divisor).add(number.multiply(denominator)),
          denominator.multiply(divisor));
    }
  }

  private static double ratio(Fraction between, BigInteger sum, BigInteger squares, long count) {
    BigInteger points = BigInteger.valueOf(count);
    BigInteger square = sum.multiply(sum);
    BigInteger all = squares.multiply(points).subtract(square);
    if (all.signum() == 0) {
      return Double.NaN;
    }
    BigInteger explained =
        between.numerator.multiply(points).subtract(square.multiply(between.denominator));
    return new BigDecimal(explained)
        .divide(new BigDecimal(all.multiply(between.denominator)), MathContext.DECIMAL64)
        .doubleValue();
  }
}
