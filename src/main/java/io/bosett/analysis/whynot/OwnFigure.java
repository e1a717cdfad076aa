package io.bosett.analysis.whynot;

import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An indicator that criteria read, whose cells of one municipality are changed together: those of
 * every year that a criterion reads, so that each criterion and rule that reads them sees it.
 *
 * @param indicator id
 * @param years that criteria read and in which the dataset has a cell, ascending
 * @param isBase whether targets are proportional to it; else it shifts them
 * @param isRaised whether more of it may bring a municipality in
 * @param isLowered whether less of it may; both where criteria disagree, none where nothing that
 *     reads it has an effect
 */
record OwnFigure(
    String indicator, List<Integer> years, boolean isBase, boolean isRaised, boolean isLowered) {
  /** More digits after the point count as noise. */
  private static final int MOST_DIGITS = 3;

  /** All bases, then all tilts, each once, in the order of the criteria. */
  static List<OwnFigure> of(Scenario scenario, Dataset dataset) {
    List<OwnFigure> all = new ArrayList<>();
    for (boolean isBase : new boolean[] {true, false}) {
      Map<String, TreeSet<Integer>> years = new LinkedHashMap<>();
      for (Criterion criterion : scenario.criteria()) {
        Criterion.Tilt tilt = criterion.tilt();
        if (isBase || tilt != null) {
          Figure figure = isBase || tilt == null ? criterion.base().figure() : tilt.figure();
          years
              .computeIfAbsent(figure.indicator(), id -> new TreeSet<>())
              .addAll(yearsOf(figure, dataset));
        }
      }
      FigureEffects effects = new FigureEffects(scenario);
      years.forEach((id, read) -> all.add(of(id, List.copyOf(read), isBase, effects)));
    }
    return all;
  }

  private static OwnFigure of(String id, List<Integer> read, boolean isBase, FigureEffects by) {
    boolean isUp = isBase ? by.any(id) : by.tilts(id, 1);
    boolean isDown = !isBase && by.tilts(id, -1);
    boolean isOther = !isBase && !isUp && !isDown && by.any(id);
    return new OwnFigure(id, read, isBase, isUp || isOther, isDown || isOther);
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
  SortedMap<Integer, BigDecimal> numbers(Dataset dataset, int position) {
    SortedMap<Integer, BigDecimal> numbers = new TreeMap<>();
    for (int year : years) {
      Column column = dataset.column(indicator, year);
      if (column != null && column.isNumber(position)) {
        numbers.put(year, BigDecimal.valueOf(column.value(position)).stripTrailingZeros());
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

  /** The largest number of any municipality in the years read, or the least one. */
  BigDecimal farthest(Dataset dataset, boolean isLargest) {
    BigDecimal farthest = null;
    for (int p = 0; p < dataset.size(); p++) {
      for (BigDecimal number : numbers(dataset, p).values()) {
        if (farthest == null) {
          farthest = number;
        } else {
          farthest = isLargest ? farthest.max(number) : farthest.min(number);
        }
      }
    }
    return farthest == null ? BigDecimal.ZERO : farthest;
  }

  /** The indicator's own step: 1 for a base, else the last digit that its numbers have. */
  BigDecimal unit(Dataset dataset) {
    int digits = 0;
    for (int p = 0; p < dataset.size() && !isBase; p++) {
      for (BigDecimal number : numbers(dataset, p).values()) {
        digits = Math.max(digits, Math.min(MOST_DIGITS, number.scale()));
      }
    }
    return BigDecimal.ONE.movePointLeft(digits);
  }
}
