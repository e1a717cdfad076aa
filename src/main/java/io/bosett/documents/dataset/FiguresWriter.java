package io.bosett.documents.dataset;

import io.bosett.documents.csv.CellText;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes {@code municipalities}: figures carried by a document. */
public final class FiguresWriter {
  private FiguresWriter() {}

  public static void write(JsonWriter out, String name, Dataset dataset) {
    write(out, name, dataset, false);
  }

  /** Writes longitude and latitude as well, where known. */
  static void writeWithPlaces(JsonWriter out, String name, Dataset dataset) {
    write(out, name, dataset, true);
  }

  private static void write(JsonWriter out, String name, Dataset dataset, boolean places) {
    SortedMap<String, SortedMap<Integer, Column>> columns = columns(dataset);
    Iterable<Integer> positions = () -> IntStream.range(0, dataset.size()).iterator();
    out.<Integer>list(name, positions, (o, i) -> municipality(o, dataset, columns, i, places));
  }

  private static SortedMap<String, SortedMap<Integer, Column>> columns(Dataset dataset) {
    SortedMap<String, SortedMap<Integer, Column>> columns = new TreeMap<>();
    for (String indicator : dataset.indicators().keySet()) {
      SortedMap<Integer, Column> byYear = new TreeMap<>();
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        if (column != null) {
          byYear.put(year, column);
        }
      }
      columns.put(indicator, byYear);
    }
    return columns;
  }

  private static void municipality(
      JsonWriter out,
      Dataset dataset,
      Map<String, SortedMap<Integer, Column>> columns,
      int position,
      boolean places) {
    out.object(
        () -> {
          out.text("id", dataset.municipality(position)).text("name", dataset.name(position));
          if (!dataset.county(position).isEmpty()) {
            out.text("county", dataset.county(position));
          }
          if (places && !Double.isNaN(dataset.longitude(position))) {
            out.exact("longitude", dataset.longitude(position));
            out.exact("latitude", dataset.latitude(position));
          }
          out.object(
              "indicators", () -> columns.forEach((id, years) -> cells(out, id, years, position)));
        });
  }

  private static void cells(
      JsonWriter out, String indicator, SortedMap<Integer, Column> byYear, int position) {
    if (byYear.values().stream().allMatch(column -> column.isMissing(position))) {
      return;
    }
    out.object(
        indicator,
        () ->
            byYear.forEach((year, column) -> cell(out, Integer.toString(year), column, position)));
  }

  private static void cell(JsonWriter out, String year, Column column, int position) {
    if (column.isSuppressed(position)) {
      out.text(year, CellText.SUPPRESSED);
    } else if (column.isNumber(position)) {
      out.exact(year, column.value(position));
    }
  }
}
