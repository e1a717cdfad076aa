package io.bosett.solve.decomposition.model;

import io.bosett.program.ChangeCost;
import io.bosett.program.GainShape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gains that are linear between breakpoints: the overlap fit bends at each target, the score fit
 * nowhere, and a cost of moving bends at the previous amount. The best amount is at the first
 * breakpoint behind which the slope is at most the price, or next to it.
 */
final class PiecewiseLinearCurve extends GainCurve {
  /** The number of breakpoints. */
  private final int count;

  /** By candidate: its breakpoints, the slopes before and behind each, and the values there. */
  private final double[][] lines;

  /**
   * @param drops per breakpoint and candidate where the slope drops, and per breakpoint by how much
   * @param first slope before the first breakpoint, per candidate
   * @param atZero value at 0 of the line before the first breakpoint, per candidate
   */
  private PiecewiseLinearCurve(
      double[][] bends, double[] drops, double[] first, double[] atZero, int[] least, int[] most) {
    super(least, most);
    count = bends.length;
    lines = new double[least.length][];
    int[] order = new int[count];
    for (int i = 0; i < lines.length; i++) {
      sort(order, i, bends);
      lines[i] = line(i, bends, order, drops, first[i], atZero[i]);
    }
  }

  static PiecewiseLinearCurve of(
      GainShape.Lines lines, int[] least, int[] most, @Nullable ChangeCost cost) {
    double move = cost == null ? 0 : cost.perPerson();
    double[][] bends = lines.bends();
    double[] drops = lines.drops();
    double[] first = lines.slopes();
    double[] atZero = new double[least.length];
    if (cost != null && move != 0) {
      bends = Arrays.copyOf(bends, bends.length + 1);
      drops = Arrays.copyOf(drops, bends.length);
      bends[bends.length - 1] = Arrays.stream(cost.before()).asDoubleStream().toArray();
      drops[bends.length - 1] = 2 * move;
      first = Arrays.stream(first).map(slope -> slope + move).toArray();
      Arrays.setAll(atZero, i -> -move * cost.before()[i]);
    }
    return new PiecewiseLinearCurve(bends, drops, first, atZero, least, most);
  }

  private static double[] line(
      int i, double[][] bends, int[] order, double[] drops, double first, double atZero) {
    int count = order.length;
    double[] line = new double[3 * count + 2];
    int slope = count;
    int value = 2 * count + 1;
    line[slope] = first;
    line[value] = atZero;
    double here = 0;
    for (int k = 0; k < count; k++) {
      double at = bends[order[k]][i];
      line[k] = at;
      line[value + k + 1] = line[value + k] + line[slope + k] * (at - here);
      line[slope + k + 1] = line[slope + k] - drops[order[k]];
      here = at;
    }
    return line;
  }

  /** Sorts the breakpoints of a candidate from left to right, the earlier first among equals. */
  private static void sort(int[] order, int i, double[][] bends) {
    for (int b = 0; b < order.length; b++) {
      double bend = bends[b][i];
      int k = b;
      for (; k > 0 && bends[order[k - 1]][i] > bend; k--) {
        order[k] = order[k - 1];
      }
      order[k] = b;
    }
  }

  @Override
  int best(int i, double price) {
    double[] line = lines[i];
    int k = 0;
    while (k <= count && line[count + k] > price) {
      k++;
    }
    if (k == 0 || k > count) {
      int end = k == 0 ? least[i] : most[i];
      bestGain = gain(line, end, Math.min(k, count));
      return end;
    }
    double bend = line[k - 1];
    int down = clamp(i, Math.floor(bend));
    int up = clamp(i, Math.ceil(bend));
    double below = gain(line, down, k - 1);
    bestGain = below;
    if (up != down) {
      double above = gain(line, up, k);
      if (above - price * up > below - price * down) {
        bestGain = above;
        return up;
      }
    }
    return down;
  }

  @Override
  double gain(int i, int amount) {
    return gain(lines[i], amount, 0);
  }

  /**
   * The gain on the piece that holds an amount: before the first breakpoint that is not below it.
   *
   * @param near a piece to begin with
   */
  private double gain(double[] line, int amount, int near) {
    int k = near;
    while (k > 0 && line[k - 1] >= amount) {
      k--;
    }
    while (k < count && line[k] < amount) {
      k++;
    }
    double from = k == 0 ? 0 : line[k - 1];
    return line[2 * count + 1 + k] + line[count + k] * (amount - from);
  }
}
