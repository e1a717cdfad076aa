package io.bosett.program;

import java.util.Arrays;

/**
 * The pieces of an {@link Gains.Overlap} gain on which its whole numbers are exactly linear: no
 * target lies inside, and no partial sum of the formula changes its binary exponent, so that every
 * addition rounds the same remainder in the same way (the unit in the last place is a fraction of 1
 * up to the largest demand).
 */
final class LinearPieces {
  private final long[] weights;
  private final double[][] targets;
  private final int i;
  private int[] bends = new int[16];
  private int count;

  private LinearPieces(long[] weights, double[][] targets, int i) {
    this.weights = weights;
    this.targets = targets;
    this.i = i;
  }

  /** The last numbers of all pieces of a range but the last piece, ascending. */
  static int[] bends(long[] weights, double[][] targets, int i, int from, int to) {
    LinearPieces pieces = new LinearPieces(weights, targets, i);
    for (double[] target : targets) {
      if (target[i] >= from && target[i] < to) {
        pieces.add((int) target[i]);
      }
    }
    for (int sum = 0; sum <= weights.length; sum++) {
      pieces.split(sum, from, to);
    }
    return Arrays.stream(pieces.bends, 0, pieces.count).sorted().distinct().toArray();
  }

  /**
   * The end of a part of the piece that holds an amount, towards another one: no target lies
   * between, and every partial sum has the same exponent at both ends.
   */
  static int linearTo(long[] weights, double[][] targets, int i, int from, int to) {
    int end = to;
    for (double[] target : targets) {
      int bend = (int) target[i];
      if (from <= bend && bend < end) {
        end = bend;
      } else if (end <= bend && bend < from) {
        end = bend + 1;
      }
    }
    while (end != from && !haveSameExponents(weights, targets, i, from, end)) {
      end = from + (end - from) / 2;
    }
    return end;
  }

  private static boolean haveSameExponents(
      long[] weights, double[][] targets, int i, int one, int other) {
    double sum = 0;
    double otherSum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += weights[c] * Math.min(one, targets[c][i]);
      otherSum += weights[c] * Math.min(other, targets[c][i]);
      if (Math.getExponent(sum) != Math.getExponent(otherSum)) {
        return false;
      }
    }
    return Math.getExponent(sum + 0.5) == Math.getExponent(otherSum + 0.5);
  }

  private void add(int bend) {
    if (count == bends.length) {
      bends = Arrays.copyOf(bends, 2 * count);
    }
    bends[count++] = bend;
  }

  /** Finds where the exponent of a sum rises between two numbers; sums never fall. */
  private void split(int sum, int low, int high) {
    if (low >= high || exponent(sum, low) == exponent(sum, high)) {
      return;
    }
    if (high - low == 1) {
      add(low);
      return;
    }
    int middle = low + (high - low) / 2;
    split(sum, low, middle);
    split(sum, middle, high);
  }

  /** Of the sum up to a criterion; behind the last one, of what {@link Gains#half} takes down. */
  private int exponent(int last, int amount) {
    double sum = 0;
    for (int c = 0; c <= Math.min(last, weights.length - 1); c++) {
      sum += weights[c] * Math.min(amount, targets[c][i]);
    }
    return Math.getExponent(last < weights.length ? sum : sum + 0.5);
  }
}
