package io.bosett.analysis.whynot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a lever that a scan looks at, around the present one.
 *
 * @param unit the smallest change of the lever
 * @param step between the values, a whole number of units
 * @param points the present value first, then one step above it, one below, two above, and so on
 */
record ScanGrid(BigDecimal unit, BigDecimal step, List<ScanPoint> points) {
  /** More values on one side are looked at in larger steps. */
  static final int MOST_VALUES = 5_000;

  ScanGrid {
    points = List.copyOf(points);
  }

  /** From the least to the most value; the present one is looked at in any case. */
  static ScanGrid around(BigDecimal now, BigDecimal unit, BigDecimal least, BigDecimal most) {
    BigDecimal step = unit.multiply(unitsInStep(unit, now.subtract(least).max(most.subtract(now))));
    List<ScanPoint> points = new ArrayList<>();
    points.add(new ScanPoint(now, 0));
    BigDecimal above = now.add(step);
    BigDecimal below = now.subtract(step);
    while (above.compareTo(most) <= 0 || below.compareTo(least) >= 0) {
      if (above.compareTo(most) <= 0) {
        points.add(new ScanPoint(above, 1));
      }
      if (below.compareTo(least) >= 0) {
        points.add(new ScanPoint(below, -1));
      }
      above = above.add(step);
      below = below.subtract(step);
    }
    return new ScanGrid(unit, step, points);
  }

  private static BigDecimal unitsInStep(BigDecimal unit, BigDecimal farthest) {
    return farthest
        .divide(unit.multiply(BigDecimal.valueOf(MOST_VALUES)), 0, RoundingMode.CEILING)
        .max(BigDecimal.ONE);
  }

  /** Whether every value is looked at. */
  boolean isComplete() {
    return step.compareTo(unit) == 0;
  }

  BigDecimal now() {
    return points.get(0).value();
  }

  /** The largest value looked at. */
  BigDecimal most() {
    return Objects.requireNonNull(farthest(1, now()));
  }

  /** The least value looked at, or null when none below the present one is. */
  @Nullable BigDecimal least() {
    return farthest(-1, null);
  }

  private @Nullable BigDecimal farthest(int direction, @Nullable BigDecimal otherwise) {
    BigDecimal last = otherwise;
    for (ScanPoint point : points) {
      if (point.direction() == direction) {
        last = point.value();
      }
    }
    return last;
  }
}
