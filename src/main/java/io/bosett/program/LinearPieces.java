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
