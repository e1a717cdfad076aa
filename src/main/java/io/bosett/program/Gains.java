package io.bosett.program;

import java.util.Arrays;

/**
 * The gain of each candidate as a function of its number, in whole 10<sup>-6</sup> person, before
 * any cost of change. {@code at(i, 0)} is 0. The formulas are those of {@code models/problem.md}
 * ("Fit and gains"), evaluated on doubles from left to right and rounded by {@link #half}, so that
 * every solver maximizes the same integers.
 */
public sealed interface Gains {
  /** Gain units per person: a gain unit is a millionth of a person. */
  long UNITS = 1_000_000;

  /** The gain of candidate {@code i} at an amount of 0 or more. */
  long at(int i, int amount);

  /**
   * The fit of an amount above 0 to one criterion, {@code phi(x; t)}, in persons; 0 for nobody.
   *
   * @param target of the criterion
   * @param score of the candidate by the criterion, for the {@code score} fit
   */
  double phi(int amount, double target, double score);

  /** The shape of the gains before rounding, in gain units. */
  GainShape shape();

  /** How far rounding may raise second differences above 0, in units; 0 for concave gains. */
  int slack();

  /**
   * Amounts that end a piece of a range, ascending: on each piece the whole-number gain of
   * candidate {@code i} is exactly concave.
   */
  default int[] bends(int i, int from, int to) {
    return new int[0];
  }

  /**
   * An amount between two others, both included, up to which the whole-number gain of candidate
   * {@code i} is exactly linear from the first one; that one itself where nothing is known.
   *
   * @param to may be below {@code from}
   */
  default int linearTo(int i, int from, int to) {
    return from;
  }

  /** {@code floor(v + 0.5)}: to the nearest whole number, halves upwards. */
  static long half(double v) {
    return (long) Math.floor(v + 0.5);
  }

  /**
   * {@code 2x - x^2 r}, relative least squares; exactly concave because {@code 1/r <= 10^6}.
   *
   * @param r per candidate {@code sum_c w_c / t_c}; infinite where a target is 0, and such a
   *     candidate gets nothing
   */
  record Proportional(double[] r) implements Gains {
    @Override
    public long at(int i, int amount) {
      if (amount == 0) {
        return 0;
      }
      double x = amount;
      return half(1e6 * (2 * x - x * x * r[i]));
    }

    @Override
    public double phi(int amount, double target, double score) {
      double x = amount;
      return 2 * x - x * x / target;
    }

    @Override
    public GainShape shape() {
      return new GainShape.Parabolas(r);
    }

    @Override
    public int slack() {
      return 0;
    }
  }

  /**
   * {@code sum_c W_c min(x, t_c)}; concave only up to one unit after rounding.
   *
   * @param weights per criterion in millionths, summing to 10<sup>6</sup>
   * @param targets per criterion and candidate
   * @param shape made from them
   */
  record Overlap(long[] weights, double[][] targets, GainShape shape) implements Gains {
    public Overlap(long[] weights, double[][] targets) {
      this(weights, targets, lines(weights, targets));
    }

    private static GainShape lines(long[] weights, double[][] targets) {
      double[] drops = new double[weights.length];
      long sum = 0;
      for (int c = 0; c < drops.length; c++) {
        drops[c] = weights[c];
        sum += weights[c];
      }
      double[] slopes = new double[targets.length == 0 ? 0 : targets[0].length];
      Arrays.fill(slopes, (double) sum);
      return new GainShape.Lines(slopes, targets, drops);
    }

    @Override
    public long at(int i, int amount) {
      double sum = 0;
      for (int c = 0; c < weights.length; c++) {
        sum += weights[c] * Math.min(amount, targets[c][i]);
      }
      return half(sum);
    }

    @Override
    public double phi(int amount, double target, double score) {
      return Math.min(amount, target);
    }

    @Override
    public int slack() {
      return 2;
    }

    @Override
    public int[] bends(int i, int from, int to) {
      return LinearPieces.bends(weights, targets, i, from, to);
    }

    @Override
    public int linearTo(int i, int from, int to) {
      return LinearPieces.linearTo(weights, targets, i, from, to);
    }
  }

  /**
   * {@code x * slope}, linear.
   *
   * @param slope per candidate in units per person
   * @param shape made from them
   */
  record Score(long[] slope, GainShape shape) implements Gains {
    public Score(long[] slope) {
      this(slope, new GainShape.Lines(doubles(slope), new double[0][], new double[0]));
    }

    private static double[] doubles(long[] slope) {
      double[] slopes = new double[slope.length];
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = slope[i];
      }
      return slopes;
    }

    @Override
    public long at(int i, int amount) {
      return amount * slope[i];
    }

    @Override
    public double phi(int amount, double target, double score) {
      return score * amount;
    }

    @Override
    public int slack() {
      return 0;
    }
  }
}
