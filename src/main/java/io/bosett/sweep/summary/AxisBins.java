package io.bosett.sweep.summary;

import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Between;
import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.SweepPlan;
import java.math.BigDecimal;

/**
 * The bins of an axis: its values where it lists few of them or draws few whole numbers, else 20
 * bins of equal chance.
 *
 * @param count 0 for axes that are not counted: derived ones and noise on figures
 * @param byChance whether a bin is a range of chances
 */
public record AxisBins(int count, boolean byChance) {
  /** The bins of an axis with many values. */
  public static final int EQUAL = 20;

  private static final int MOST_VALUES = 100;

  /** The bins of an axis. */
  public static AxisBins of(SweepPlan plan, int axis) {
    Axis.Values values = plan.axes().get(axis).values();
    if (values instanceof Axis.Listed || values instanceof Axis.Cases) {
      int size = SweepPlan.size(plan.axes().get(axis));
      return new AxisBins(size <= MOST_VALUES ? size : EQUAL, false);
    } else if (values instanceof Axis.Distribution) {
      boolean few =
          values instanceof Between between
              && !between.logarithmic()
              && plan.isWhole(axis)
              && between.most().subtract(between.least()).compareTo(BigDecimal.valueOf(EQUAL)) < 0;
      return few
          ? new AxisBins(
              ((Between) values).most().subtract(((Between) values).least()).intValue() + 1, true)
          : new AxisBins(EQUAL, true);
    }
    return new AxisBins(0, false);
  }

  /** The bin of a value; {@code size} as of {@link SweepPlan#size}. */
  public int of(AxisValue value, int size) {
    return byChance
        ? (int) (value.chance() * count)
        : size == count ? value.index() : (int) ((long) value.index() * count / size);
  }
}
