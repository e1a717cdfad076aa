package io.bosett.files;

import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a result's places, in CSV and XLSX alike. */
final class PlacesTable {
  private static final int TARGET_DIGITS = 3;

  private PlacesTable() {}

  /** The head of each column. */
  static List<String> columns(@Nullable LastYear lastYear) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "municipality", "name", "county", "persons", "minors", "target", "cap", "binding"));
    if (lastYear != null) {
      columns.add("previous");
    }
    return columns;
  }

  /** One row of texts and numbers; a number that is not known is an empty text. */
  static List<Object> row(Result.Place place, @Nullable LastYear lastYear) {
    List<Object> row = new ArrayList<>();
    row.add(place.municipality());
    row.add(place.name());
    row.add(place.county());
    row.add(place.persons());
    row.add(place.minors());
    row.add(Double.valueOf(Decimals.rounded(place.target(), TARGET_DIGITS)));
    row.add(place.cap());
    row.add(place.binding().stream().map(ResultWriter::word).collect(Collectors.joining(" ")));
    if (lastYear != null) {
      @Nullable Integer before = lastYear.of(place.municipality());
      row.add(before == null ? "" : (Object) before);
    }
    return row;
  }
}
