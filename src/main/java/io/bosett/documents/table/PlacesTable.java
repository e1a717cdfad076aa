package io.bosett.documents.table;

import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.result.ResultPlaceFormat;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a result's places, shared by CSV and XLSX. */
final class PlacesTable {
  private static final int TARGET_DIGITS = 3;

  private PlacesTable() {}

  /** The column headings. */
  static List<String> columns(@Nullable PreviousPersons previousPersons) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "municipality", "name", "county", "persons", "minors", "target", "cap", "binding"));
    if (previousPersons != null) {
      columns.add("previous");
    }
    return columns;
  }

  /** One row of texts and numbers; an unknown number is an empty text. */
  static List<Object> row(Result.Place place, @Nullable PreviousPersons previousPersons) {
    List<Object> row = new ArrayList<>();
    row.add(place.municipality());
    row.add(place.name());
    row.add(place.county());
    row.add(place.persons());
    row.add(place.minors());
    row.add(Double.valueOf(PlainDecimals.rounded(place.target(), TARGET_DIGITS)));
    row.add(place.cap());
    row.add(place.binding().stream().map(ResultPlaceFormat::word).collect(Collectors.joining(" ")));
    if (previousPersons != null) {
      @Nullable Integer before = previousPersons.of(place.municipality());
      row.add(before == null ? "" : (Object) before);
    }
    return row;
  }
}
