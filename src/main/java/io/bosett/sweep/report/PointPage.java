package io.bosett.sweep.report;

import io.bosett.documents.json.JsonWriter;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ColumnType;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a sweep, in the order of their points, as far as their parts are there.
 *
 * @param rows each a part's columns and a place in them
 * @param next the point to go on with, or null when there is none
 */
public record PointPage(List<Row> rows, @Nullable Long next) {
  public PointPage {
    rows = List.copyOf(rows);
  }

  /** A row of a part. */
  private record Row(List<ColumnData> columns, int row, List<String> municipalities) {}

  /**
   * The rows from a point on.
   *
   * @throws IOException when a part cannot be read
   */
  public static PointPage from(Sweep sweep, SweepFolder folder, long first, int limit)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    int begin = (int) Math.min(sweep.parts(), first / sweep.partSize());
    for (int part = begin; part < sweep.parts(); part++) {
      if (!folder.has(part)) {
        continue;
      }
      long start = Math.max(first, sweep.first(part));
      if (rows.size() == limit) {
        return new PointPage(rows, start);
      }
      @Nullable List<ColumnData> columns = folder.columns(part);
      if (columns == null) {
        continue; // made again just now
      }
      for (long point = start; point < sweep.end(part); point++) {
        if (rows.size() == limit) {
          return new PointPage(rows, point);
        }
        int row = (int) (point - sweep.first(part));
        rows.add(new Row(columns, row, sweep.plan().municipalities()));
      }
    }
    return new PointPage(rows, null);
  }

  /** Writes the rows: columns by their names, those who are asked by their ids. */
  public void write(JsonWriter out) {
    out.object(
        () -> {
          out.list("items", rows, PointPage::write);
          out.nullable("nextCursor", next == null ? null : next.toString(), JsonWriter::text);
        });
  }

  private static void write(JsonWriter out, Row row) {
    out.object(
        () -> {
          for (ColumnData column : row.columns) {
            @Nullable Object value = column.values().get(row.row);
            write(out.name(column.name()), value, column.type(), row.municipalities);
          }
        });
  }

  private static void write(
      JsonWriter out, @Nullable Object value, ColumnType type, List<String> municipalities) {
    if (value == null) {
      out.nothing();
    } else if (value instanceof byte[] bits && type == ColumnType.BYTES) {
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < municipalities.size(); i++) {
        if ((bits[i >> 3] >> (7 - (i & 7)) & 1) == 1) {
          asked.add(municipalities.get(i));
        }
      }
      out.list(asked, (list, id) -> list.text(id));
    } else if (value instanceof Number number) {
      out.raw(number.toString());
    } else {
      out.text(value.toString());
    }
  }
}
