package io.bosett.sweep.report;

import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.PointSource;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.summary.AxisBins;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For each municipality a point at which it is asked and one at which it is not, one of each
 * status, and one for each bin of each axis, from the first parts that are there, and from as many
 * more as are needed for what is rare; -1 where none is found in them.
 *
 * @param asked by municipality
 * @param notAsked by municipality
 * @param status by the status's place in {@link Status}
 * @param byBin by axis and bin
 */
record ExamplePoints(long[] asked, long[] notAsked, long[] status, long[][] byBin) {
  /** What is rarer than one in so many parts is left without an example. */
  private static final int MOST_PARTS = 1_000;

  private static final int MOST_BINNED = 5_000;

  static ExamplePoints of(Sweep sweep, SweepFolder folder, Counts counts) throws IOException {
    int size = sweep.plan().municipalities().size();
    SweepPlan plan = sweep.plan();
    ExamplePoints examples =
        new ExamplePoints(
            new long[size],
            new long[size],
            new long[Status.values().length],
            new long[plan.axes().size()][]);
    for (int a = 0; a < plan.axes().size(); a++) {
      examples.byBin[a] = new long[AxisBins.of(plan, a).count()];
      Arrays.fill(examples.byBin[a], -1);
    }
    int binned = 0;
    Arrays.fill(examples.asked, -1);
    Arrays.fill(examples.notAsked, -1);
    Arrays.fill(examples.status, -1);
    Sought sought = new Sought(counts, new Effects(plan, counts).allocated("all/status"));
    int read = 0;
    for (int part = 0; part < sweep.parts() && read < MOST_PARTS; part++) {
      if (binned >= MOST_BINNED && sought.allIn(examples)) {
        break;
      }
      @Nullable List<ColumnData> columns = folder.columns(part);
      if (columns != null) {
        examples.add(sweep.first(part), columns);
        if (binned < MOST_BINNED) {
          long end = Math.min(sweep.end(part), sweep.first(part) + MOST_BINNED);
          examples.bin(plan, sweep.first(part), end);
          binned += (int) (end - sweep.first(part));
        }
        read++;
      }
    }
    return examples;
  }

  /** What the counts say is there. */
  private record Sought(Counts counts, long allocated) {
    boolean allIn(ExamplePoints examples) {
      long[] asked = Arrays.copyOf(counts.get("all/asked"), examples.asked.length);
      for (int i = 0; i < examples.asked.length; i++) {
        boolean misses = asked[i] > 0 && examples.asked[i] < 0;
        if (misses || (asked[i] < allocated && examples.notAsked[i] < 0)) {
          return false;
        }
      }
      long[] status = Arrays.copyOf(counts.get("all/status"), examples.status.length);
      for (int i = 0; i < examples.status.length; i++) {
        if (status[i] > 0 && examples.status[i] < 0) {
          return false;
        }
      }
      return true;
    }
  }

  private void add(long first, List<ColumnData> columns) {
    for (ColumnData column : columns) {
      for (int row = 0; row < column.size(); row++) {
        @Nullable Object value = column.values().get(row);
        if (column.name().equals("asked")) {
          add(first + row, (byte[]) value);
        } else if (column.name().equals("status") && value != null) {
          int at = Status.valueOf(value.toString()).ordinal();
          status[at] = status[at] < 0 ? first + row : status[at];
        }
      }
    }
  }

  private void add(long point, byte @Nullable [] bits) {
    for (int i = 0; bits != null && i < asked.length; i++) {
      long[] kind = (bits[i >> 3] >> (7 - (i & 7)) & 1) == 1 ? asked : notAsked;
      kind[i] = kind[i] < 0 ? point : kind[i];
    }
  }

  private void bin(SweepPlan plan, long first, long end) {
    PointSource source = plan.source();
    for (long number = first; number < end; number++) {
      List<AxisValue> values = source.point(number).values();
      for (int a = 0; a < byBin.length; a++) {
        if (byBin[a].length > 0) {
          int size = SweepPlan.size(plan.axes().get(a));
          int bin = AxisBins.of(plan, a).of(values.get(a), size);
          byBin[a][bin] = byBin[a][bin] < 0 ? number : byBin[a][bin];
        }
      }
    }
  }

  /** A point of a bin, or -1. */
  long inBin(int axis, int bin) {
    return byBin[axis][bin];
  }
}
