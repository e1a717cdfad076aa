package io.bosett.oracle;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The shrinking steps of a problem's figures: fewer or rounder ones. */
final class FigureSteps {
  private FigureSteps() {}

  /** Without the indicators that the scenario does not mention. */
  static Consumer<MutableProblem> withoutUnused(Problem problem) {
    String scenario = problem.scenario().toString();
    return d -> {
      for (String indicator : d.dataset.indicators().keySet()) {
        if (!scenario.contains("=" + indicator)) {
          for (int year : d.dataset.years(indicator)) {
            d.dataset = new Redone(d.dataset).withoutColumn(indicator, year);
          }
        }
      }
    };
  }

  static List<Consumer<MutableProblem>> of(Dataset dataset) {
    List<Consumer<MutableProblem>> steps = new ArrayList<>();
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        steps.add(d -> d.dataset = new Redone(d.dataset).withoutColumn(indicator, year));
      }
    }
    steps.add(d -> d.dataset = new Redone(d.dataset).numbers((i, name, y, v) -> Math.rint(v)));
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        column(steps, dataset, indicator, year);
      }
    }
    return steps;
  }

  private static void column(
      List<Consumer<MutableProblem>> steps, Dataset dataset, String indicator, int year) {
    Column column = dataset.column(indicator, year);
    for (int i = 0; column != null && i < dataset.size(); i++) {
      if (column.isNumber(i)) {
        double value = column.value(i);
        for (double simpler : new double[] {10, firstDigit(value)}) {
          if (rank(simpler) < rank(value)) {
            steps.add(replacing(i, indicator, year, simpler));
          }
        }
      }
    }
  }

  private static Consumer<MutableProblem> replacing(
      int position, String indicator, int year, double by) {
    Redone.Numbers numbers =
        (i, name, y, value) -> i == position && name.equals(indicator) && y == year ? by : value;
    return d -> d.dataset = new Redone(d.dataset).numbers(numbers);
  }

  /** Rounded to one digit. */
  private static double firstDigit(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, Math.abs(value)))));
    return unit * Math.rint(value / unit);
  }

  /** Lower for numbers that distract less. */
  private static int rank(double value) {
    return value == 10 ? 0 : value == firstDigit(value) ? 1 : value == Math.rint(value) ? 2 : 3;
  }
}
