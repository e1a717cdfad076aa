package io.bosett.sweep.report;

import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For each municipality a point at which it is asked and one at which it is not, from the first
 * parts that are there; -1 where none is found in them.
 *
 * @param asked by municipality
 * @param notAsked by municipality
 */
record ExamplePoints(long[] asked, long[] notAsked) {
  private static final int MOST_PARTS = 20;

  static ExamplePoints of(Sweep sweep, SweepFolder folder) throws IOException {
    int size = sweep.plan().municipalities().size();
    ExamplePoints examples = new ExamplePoints(new long[size], new long[size]);
    Arrays.fill(examples.asked, -1);
    Arrays.fill(examples.notAsked, -1);
    int read = 0;
    for (int part = 0; part < sweep.parts() && read < MOST_PARTS; part++) {
      @Nullable List<ColumnData> columns = folder.columns(part);
      if (columns != null) {
        examples.add(sweep.first(part), columns);
        read++;
      }
    }
    return examples;
  }

  private void add(long first, List<ColumnData> columns) {
    for (ColumnData column : columns) {
      if (column.name().equals("asked")) {
        for (int row = 0; row < column.size(); row++) {
          add(first + row, (byte[]) column.values().get(row));
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
}
