package io.bosett.generate;

import io.bosett.model.CellsRead;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import io.bosett.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The columns of a dataset that a scenario reads. */
final class CellReferences {
  /**
   * One column.
   *
   * @param indicator its metadata
   * @param year its year
   * @param column the cells
   * @param largest the largest number in it
   */
  record Cells(Indicator indicator, int year, Column column, double largest) {}

  private CellReferences() {}

  /** The columns that the scenario reads, as far as the dataset has them. */
  static List<Cells> of(Scenario scenario, Dataset dataset) {
    NavigableMap<String, NavigableSet<Integer>> years = new TreeMap<>();
    scenario
        .reads()
        .flatMap(CellsRead::cells)
        .forEach(
            cell -> years.computeIfAbsent(cell.indicator(), i -> new TreeSet<>()).add(cell.year()));
    List<Cells> uses = new ArrayList<>();
    years.forEach(
        (indicator, range) ->
            range.forEach(
                year -> {
                  @Nullable Column column = dataset.column(indicator, year);
                  if (column != null) {
                    uses.add(cells(dataset, indicator, year, column));
                  }
                }));
    return uses;
  }

  private static Cells cells(Dataset dataset, String indicator, int year, Column column) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < dataset.size(); i++) {
      largest = column.isNumber(i) ? Math.max(largest, column.value(i)) : largest;
    }
    return new Cells(
        Objects.requireNonNull(dataset.indicators().get(indicator)), year, column, largest);
  }
}
