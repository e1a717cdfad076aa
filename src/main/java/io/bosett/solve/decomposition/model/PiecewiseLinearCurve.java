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
  private final double[][] breaks;
  private final double[][] slopes;
  private final double[][] values;

  /**
   * @param drops per breakpoint and candidate where the slope drops, and per breakpoint by how much
   * @param first slope before the first breakpoint, per candidate
   * @param atZero value at 0 of the line before the first breakpoint, per candidate
   */
  private PiecewiseLinearCurve(
      double[][] bends, double[] drops, double[] first, double[] atZero, int[] least, int[] most) {
    super(least, most);
    int n = least.length;
    breaks = new double[n][];
    slopes = new double[n][];
    values = new double[n][];
    for (int i = 0; i < n; i++) {
      build(i, bends, drops, first[i], atZero[i]);
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

  private void build(int i, double[][] bends, double[] drops, double first, double atZero) {
    int count = bends.length;
    int[] order = order(i, bends);
    double[] at = new double[count];
    double[] slope = new double[count + 1];
    double[] value = new double[count + 1];
    slope[0] = first;
    value[0] = atZero;
    double here = 0;
    for (int k = 0; k < count; k++) {
      at[k] = bends[order[k]][i];
      value[k + 1] = value[k] + slope[k] * (at[k] - here);
      slope[k + 1] = slope[k] - drops[order[k]];
      here = at[k];
    }
    breaks[i] = at;
    slopes[i] = slope;
    values[i] = value;
  }

  /** The breakpoints of a candidate from left to right, the earlier first among equals. */
  private static int[] order(int i, double[][] bends) {
    int[] order = new int[bends.length];
    for (int b = 0; b < order.length; b++) {
      int k = b;
      for (; k > 0 && bends[order[k - 1]][i] > bends[b][i]; k--) {
        order[k] = order[k - 1];
      }
      order[k] = b;
    }
    return order;
  }

  @Override
  int best(int i, double price) {
    double[] slope = slopes[i];
    int k = 0;
    while (k < slope.length && slope[k] > price) {
      k++;
    }
    if (k == 0) {
      return least[i];
    }
    if (k == slope.length) {
      return most[i];
    }
    double bend = breaks[i][k - 1];
    int down = clamp(i, Math.floor(bend));
    int up = clamp(i, Math.ceil(bend));
    boolean upIsBetter = gain(i, up) - price * up > gain(i, down) - price * down;
    return upIsBetter ? up : down;
  }

  @Override
  double gain(int i, int amount) {
    double[] at = breaks[i];
    int k = 0;
    while (k < at.length && at[k] < amount) {
      k++;
    }
    double from = k == 0 ? 0 : at[k - 1];
    return values[i][k] + slopes[i][k] * (amount - from);
  }
}
