package io.bosett.documents.dataset;

import io.bosett.documents.csv.CellText;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes the municipalities of a dataset with their cells: as JSON in the form in which a scenario
 * or a {@link DatasetDocument} carries them, as CSV with one column for every indicator and year.
 */
public final class DatasetMunicipalities {
  private DatasetMunicipalities() {}

  /** Writes all cells. */
  public static void write(JsonWriter out, Dataset dataset) {
    write(out, dataset, dataset::tile, null, true);
  }

  /**
   * Writes {@code dataset}, {@code contentHash}, {@code title}, {@code counties}, {@code
   * boundaries} (whether there are any) and {@code municipalities}.
   *
   * @param tiles the tile of each municipality by its position
   * @param cells of which only these are written, each {@code indicator:year}, or null for all
   * @param points whether longitude and latitude are written
   */
  public static void write(
      JsonWriter out,
      Dataset dataset,
      IntFunction<@Nullable Tile> tiles,
      @Nullable Collection<String> cells,
      boolean points) {
    out.object(
        () -> {
          out.text("dataset", dataset.id()).text("contentHash", dataset.contentHash());
          out.text("title", dataset.title());
          out.object("counties", () -> DatasetDocument.counties(out, dataset));
          out.truth("boundaries", dataset.hasBoundaries());
          FiguresFormat.write(
              out, "municipalities", dataset, new FiguresFormat.Parts(tiles, points, cells));
        });
  }

  /**
   * Writes a table: id, name, county, longitude, latitude, then {@code indicator_year} in ascending
   * order. A suppressed cell is {@code s}, a missing one is empty. Texts cannot become formulas,
   * see {@link SpreadsheetSanitizer}. The stream is flushed and left open.
   */
  public static void writeCsv(Dataset dataset, CsvDialect dialect, OutputStream stream)
      throws IOException {
    List<Object> head = new ArrayList<>(List.of("id", "name", "county", "longitude", "latitude"));
    List<Column> columns = new ArrayList<>();
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        if (column != null) {
          head.add(indicator + "_" + year);
          columns.add(column);
        }
      }
    }
    CsvTableWriter csv = CsvTableWriter.to(stream, dialect);
    csv.row(head);
    for (int position = 0; position < dataset.size(); position++) {
      csv.row(row(dataset, columns, position));
    }
    csv.flush();
  }

  private static List<Object> row(Dataset dataset, List<Column> columns, int position) {
    List<Object> row = new ArrayList<>(5 + columns.size());
    row.add(dataset.municipality(position));
    row.add(dataset.name(position));
    row.add(dataset.county(position));
    row.add(number(dataset.longitude(position)));
    row.add(number(dataset.latitude(position)));
    for (Column column : columns) {
      row.add(column.isSuppressed(position) ? CellText.SUPPRESSED : number(column.value(position)));
    }
    return row;
  }

  private static Object number(double value) {
    return Double.isNaN(value) ? "" : (Object) value;
  }
}
