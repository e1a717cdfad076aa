package io.bosett.analysis.whynot;

import io.bosett.model.Dataset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A municipality's cells of a figure, changed together in one direction: each by the same
 * difference, none beyond the best number of the dataset in the years read. So none is ever moved
 * the other way, nothing is changed where the difference is 0, and whole numbers stay whole. What a
 * value of the lever is about is the cell that is farthest from the best one, in the latest such
 * year; at the best value all cells have it.
 *
 * @param numbers the cells that are numbers, by year; not empty
 * @param best the last number, upwards or downwards
 * @param direction 1 upwards, -1 downwards
 * @param left the years read whose cell is suppressed or missing, and stays so, ascending
 */
record OwnCells(
    SortedMap<Integer, BigDecimal> numbers, BigDecimal best, int direction, List<Integer> left) {
  /** Of a municipality that has a number. */
  static OwnCells of(OwnFigure figure, Dataset dataset, int position, int direction) {
    SortedMap<Integer, BigDecimal> numbers = figure.numbers(dataset, position);
    List<Integer> left =
        figure.years().stream().filter(year -> !numbers.containsKey(year)).toList();
    return new OwnCells(numbers, figure.farthest(dataset, direction > 0), direction, left);
  }

  /** The number that a value of the lever is about, as it is. */
  BigDecimal now() {
    return numbers.values().stream().reduce(best, this::worse);
  }

  private BigDecimal worse(BigDecimal one, BigDecimal other) {
    return direction > 0 ? one.min(other) : one.max(other);
  }

  /** The latest year in which the cell is farthest from the best number. */
  int year() {
    BigDecimal now = now();
    return numbers.entrySet().stream()
        .filter(one -> one.getValue().compareTo(now) == 0)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElseThrow();
  }

  /** Whether no cell can be any better. */
  boolean isBest() {
    return now().compareTo(best) == 0;
  }

  /** All cells with the one farthest from the best number at a value between it and the best. */
  SortedMap<Integer, Double> at(BigDecimal value) {
    BigDecimal difference = value.subtract(now());
    SortedMap<Integer, Double> changed = new TreeMap<>();
    numbers.forEach(
        (year, number) -> changed.put(year, worse(number.add(difference), best).doubleValue()));
    return changed;
  }
}
