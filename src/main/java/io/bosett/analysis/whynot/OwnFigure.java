package io.bosett.analysis.whynot;

import io.bosett.model.CellsRead;
import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An indicator that criteria read, whose cells of one municipality are changed together: those of
 * every year that a criterion reads, so that each criterion and rule that reads them sees it.
 *
 * @param indicator id
 * @param years that criteria read and in which the dataset has a cell, ascending
 * @param isBase whether targets are proportional to it; else it shifts them
 * @param direction 1 when more is better, -1 when less is, 0 when criteria disagree
 */
record OwnFigure(String indicator, List<Integer> years, boolean isBase, int direction) {
  /** More digits after the point count as noise. */
  private static final int MOST_DIGITS = 3;

  /** All bases, then all tilts, each once, in the order of the criteria. */
  static List<OwnFigure> of(Scenario scenario, Dataset dataset) {
    List<OwnFigure> all = new ArrayList<>();
    for (boolean isBase : new boolean[] {true, false}) {
      Map<String, TreeSet<Integer>> years = new LinkedHashMap<>();
      Map<String, Double> pulls = new LinkedHashMap<>();
      for (Criterion criterion : scenario.criteria()) {
        Criterion.Tilt tilt = criterion.tilt();
        if (isBase || tilt != null) {
          Figure figure = isBase || tilt == null ? criterion.base().figure() : tilt.figure();
          double pull = isBase || tilt == null ? criterion.base().power() : tilt.strength();
          pulls.merge(figure.indicator(), criterion.weight() * pull, Double::sum);
          years
              .computeIfAbsent(figure.indicator(), id -> new TreeSet<>())
              .addAll(yearsOf(figure, dataset));
        }
      }
      years.forEach(
          (id, read) ->
              all.add(
                  new OwnFigure(id, List.copyOf(read), isBase, (int) Math.signum(pulls.get(id)))));
    }
    return all;
  }

  private static List<Integer> yearsOf(Figure figure, Dataset dataset) {
    return dataset.years(figure.indicator()).stream()
        .filter(year -> figure.from() <= year && year <= figure.to())
        .toList();
  }

  Lever lever() {
    return isBase ? Lever.OWN_BASE : Lever.OWN_TILT;
  }

  /** The numbers of a municipality, by year; none where cells are missing or suppressed. */
  Map<Integer, Double> numbers(Dataset dataset, int position) {
    Map<Integer, Double> numbers = new LinkedHashMap<>();
    for (int year : years) {
      Column column = dataset.column(indicator, year);
      if (column != null && column.isNumber(position)) {
        numbers.put(year, column.value(position));
      }
    }
    return numbers;
  }

  /** Whether a cell is suppressed. */
  boolean isSuppressed(Dataset dataset, int position) {
    return years.stream()
        .map(year -> dataset.column(indicator, year))
        .anyMatch(column -> column != null && column.isSuppressed(position));
  }

  /** The best number of any municipality in the years read. */
  double best(Dataset dataset) {
    double best = direction < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (int p = 0; p < dataset.size(); p++) {
      for (double number : numbers(dataset, p).values()) {
        best = direction < 0 ? Math.min(best, number) : Math.max(best, number);
      }
    }
    return best;
  }

  /** The indicator's own step: 1 for a base, else the last digit that its numbers have. */
  BigDecimal unit(Dataset dataset) {
    int digits = 0;
    for (int p = 0; p < dataset.size() && !isBase; p++) {
      for (double number : numbers(dataset, p).values()) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        digits = Math.max(digits, Math.min(MOST_DIGITS, decimal.scale()));
      }
    }
    return BigDecimal.ONE.movePointLeft(digits);
  }

  /**
   * Whether a municipality whose number grows is never asked for fewer: the proportional fit, one
   * criterion without a tilt, no minors, and no rule that reads the indicator (see "What changes
   * when a figure changes" in the README).
   */
  boolean isMonotone(Scenario scenario) {
    List<Criterion> criteria = scenario.criteria();
    return isBase
        && scenario.fit() == Fit.PROPORTIONAL
        && criteria.size() == 1
        && criteria.get(0).tilt() == null
        && criteria.get(0).base().power() > 0
        && scenario.demand().minors() == 0
        && !readers(scenario).contains(indicator);
  }

  /** The indicators that rules read. */
  private static List<String> readers(Scenario scenario) {
    return scenario
        .reads()
        .filter(cells -> !cells.indicatorAt().startsWith("/criteria"))
        .map(CellsRead::indicator)
        .collect(Collectors.toList());
  }
}
