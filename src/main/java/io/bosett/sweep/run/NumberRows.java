package io.bosett.sweep.run;

import io.bosett.sweep.parquet.ColumnData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Numbers in long form: for each point the numbers of each municipality asked. */
record NumberRows(Map<Long, Map<String, String>> byPoint) {
  private static final String NOT_ASKED = "not asked";

  /** Those of a table; one without the columns of {@code numbers} has none. */
  static NumberRows of(List<ColumnData> columns) {
    Map<Long, Map<String, String>> byPoint = new TreeMap<>();
    List<String> names = columns.stream().map(ColumnData::name).toList();
    if (names.equals(List.of("point", "municipality", "persons", "minors"))) {
      for (int row = 0; row < columns.get(0).size(); row++) {
        @Nullable Object point = columns.get(0).values().get(row);
        String municipality = String.valueOf(columns.get(1).values().get(row));
        String numbers = columns.get(2).values().get(row) + "/" + columns.get(3).values().get(row);
        if (point instanceof Long number) {
          byPoint.computeIfAbsent(number, n -> new TreeMap<>()).put(municipality, numbers);
        }
      }
    }
    return new NumberRows(byPoint);
  }

  /** Adds a line for each municipality whose numbers at a point are others. */
  void compare(NumberRows again, long point, List<String> differences) {
    Map<String, String> found = byPoint.getOrDefault(point, Map.of());
    Map<String, String> right = again.byPoint.getOrDefault(point, Map.of());
    Set<String> all = new TreeSet<>(found.keySet());
    all.addAll(right.keySet());
    for (String municipality : all) {
      String old = found.getOrDefault(municipality, NOT_ASKED);
      String now = right.getOrDefault(municipality, NOT_ASKED);
      if (!old.equals(now)) {
        differences.add(
            "point " + point + ": " + municipality + " is " + old + ", solved again " + now);
      }
    }
  }
}
