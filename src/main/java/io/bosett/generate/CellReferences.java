package io.bosett.generate;

import io.bosett.model.Candidates.SettledIn;
import io.bosett.model.CellRef;
import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Indicator;
import io.bosett.model.Minors.Who;
import io.bosett.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
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

  private final NavigableMap<String, TreeSet<Integer>> years = new TreeMap<>();

  private CellReferences(Scenario s) {
    @Nullable SettledIn settledIn = s.candidates().settledIn();
    if (settledIn != null) {
      add(settledIn.indicator(), settledIn.from(), settledIn.to());
    }
    if (s.places().maximumShareOf() != null) {
      add(s.places().maximumShareOf().cell());
    }
    if (s.places().maximumPer1000() != null) {
      add(s.places().maximumPer1000().cell());
    }
    if (s.minors().candidates() instanceof Who.Condition condition) {
      add(condition.cell());
    }
    s.criteria().forEach(this::add);
  }

  /** The columns that the scenario reads, as far as the dataset has them. */
  static List<Cells> of(Scenario scenario, Dataset dataset) {
    List<Cells> uses = new ArrayList<>();
    new CellReferences(scenario)
        .years.forEach(
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

  private void add(Criterion criterion) {
    add(criterion.base().figure());
    Criterion.@Nullable Tilt tilt = criterion.tilt();
    if (tilt != null) {
      Figure figure = tilt.figure();
      add(figure);
      if (tilt.shrink() != null) {
        add(tilt.shrink().count(), figure.from(), figure.to());
      }
    }
  }

  private void add(Figure figure) {
    add(figure.indicator(), figure.from(), figure.to());
  }

  private void add(CellRef cell) {
    add(cell.indicator(), cell.year(), cell.year());
  }

  private void add(String indicator, int from, int to) {
    for (int year = from; year <= to; year++) {
      years.computeIfAbsent(indicator, name -> new TreeSet<>()).add(year);
    }
  }
}
