package io.bosett.files;

import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a result's places, in CSV and XLSX alike. */
final class PlacesTable {
  private static final int TARGET_DIGITS = 3;

  private PlacesTable() {}

  /** The head of each column. */
  static List<String> columns(@Nullable Map<String, Integer> previous) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "municipality", "name", "county", "persons", "minors", "target", "cap",
                "binding"));
    if (previous != null) {
      columns.add("previous");
    }
    return columns;
  }

  /** One row: texts made harmless, and numbers. */
  static List<Object> row(Result.Place place, @Nullable Map<String, Integer> previous) {
    List<Object> row = new ArrayList<>();
    row.add(Harmless.text(place.municipality()));
    row.add(Harmless.text(place.name()));
    row.add(Harmless.text(place.county()));
    row.add(place.persons());
    row.add(place.minors());
    row.add(Double.valueOf(Decimals.rounded(place.target(), TARGET_DIGITS)));
    row.add(place.cap());
    row.add(place.binding().stream().map(ResultWriter::word).collect(Collectors.joining(" ")));
    if (previous != null) {
      row.add(previous.getOrDefault(place.municipality(), 0));
    }
    return row;
  }
}
