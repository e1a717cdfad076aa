package io.bosett.cli.table;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import java.util.ArrayList;
import java.util.List;

/** The text table that describes a dataset. */
public final class DatasetTable {
  private DatasetTable() {}

  public static List<String> lines(Dataset dataset) {
    List<String> lines = new ArrayList<>();
    lines.add(ResultTable.clean(dataset.id() + ": " + dataset.title()));
    lines.add(
        NumberText.plural(dataset.size(), "municipality", "municipalities")
            + " in "
            + NumberText.plural(dataset.counties().size(), "county", "counties")
            + ", content "
            + dataset.contentHash());
    Integer newest = dataset.newestYear();
    lines.add(newest == null ? "no figures" : "newest figures: " + newest);
    dataset.notes().forEach(note -> lines.add(ResultTable.clean(note)));
    lines.add("");
    TextTable cells = new TextTable("lrrrl", "indicator", "year", "numbers", "suppressed", "unit");
    dataset.indicators().values().forEach(indicator -> add(indicator, dataset, cells));
    lines.addAll(cells.lines());
    lines.add("");
    for (Indicator indicator : dataset.indicators().values()) {
      lines.add(ResultTable.clean(indicator.id() + ": " + indicator.description()));
      lines.add(ResultTable.clean("  " + indicator.source() + "; " + indicator.licence()));
    }
    return lines;
  }

  private static void add(Indicator indicator, Dataset dataset, TextTable cells) {
    for (int year : dataset.years(indicator.id())) {
      Column column = dataset.column(indicator.id(), year);
      int numbers = 0;
      int suppressed = 0;
      for (int position = 0; column != null && position < dataset.size(); position++) {
        numbers += column.isNumber(position) ? 1 : 0;
        suppressed += column.isSuppressed(position) ? 1 : 0;
      }
      cells.add(
          indicator.id(),
          Integer.toString(year),
          NumberText.count(numbers),
          suppressed == 0 ? "" : NumberText.count(suppressed),
          ResultTable.clean(indicator.unit()));
    }
  }
}
