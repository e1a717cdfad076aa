package io.bosett.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content hash of a dataset: that of the list {@code municipalities} as certificates carry it.
 * Municipalities are in ascending order of the id, each with {@code county} (left out when empty),
 * {@code id}, {@code indicators} (indicator, year, and a number or {@code "s"}; missing cells are
 * left out) and {@code name}.
 */
final class DatasetHash {
  private final Dataset dataset;
  private final List<Cells> indicators = new ArrayList<>();
  private final CanonicalJsonHash out = new CanonicalJsonHash();

  private DatasetHash(Dataset dataset) {
    this.dataset = dataset;
    for (String indicator : dataset.indicators().keySet()) {
      indicators.add(new Cells(indicator, columns(indicator)));
    }
  }

  /** An indicator's columns, by year as text. */
  private record Cells(String indicator, SortedMap<String, Column> byYear) {
    boolean isMissing(int position) {
      for (Column column : byYear.values()) {
        if (!column.isMissing(position)) {
          return false;
        }
      }
      return true;
    }
  }

  static String of(Dataset dataset) {
    return new DatasetHash(dataset).hash();
  }

  private SortedMap<String, Column> columns(String indicator) {
    SortedMap<String, Column> byYear = new TreeMap<>();
    for (int year : dataset.years(indicator)) {
      Column column = dataset.column(indicator, year);
      if (column != null) {
        byYear.put(Integer.toString(year), column);
      }
    }
    return byYear;
  }

  private String hash() {
    out.raw('[');
    for (int i = 0; i < dataset.size(); i++) {
      out.raw(i == 0 ? "{" : ",{");
      if (!dataset.county(i).isEmpty()) {
        out.raw("\"county\":").text(dataset.county(i)).raw(',');
      }
      out.raw("\"id\":").text(dataset.municipality(i)).raw(",\"indicators\":{");
      indicators(i);
      out.raw("},\"name\":").text(dataset.name(i)).raw('}');
    }
    return out.raw(']').hex();
  }

  private void indicators(int position) {
    boolean first = true;
    for (Cells cells : indicators) {
      if (!cells.isMissing(position)) {
        out.raw(first ? "" : ",").name(cells.indicator).raw('{');
        years(cells, position);
        out.raw('}');
        first = false;
      }
    }
  }

  private void years(Cells cells, int position) {
    boolean first = true;
    for (Map.Entry<String, Column> entry : cells.byYear.entrySet()) {
      Column column = entry.getValue();
      if (!column.isMissing(position)) {
        out.raw(first ? "" : ",").name(entry.getKey());
        first = false;
        if (column.isSuppressed(position)) {
          out.raw("\"s\"");
        } else {
          out.number(column.value(position));
        }
      }
    }
  }
}
