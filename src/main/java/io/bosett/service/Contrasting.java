package io.bosett.service;

import io.bosett.analysis.Comparison;
import io.bosett.analysis.Side;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Violation;
import io.bosett.program.Compiler;
import java.util.List;

/** Compares allocations on a scenario, with one another and with real figures. */
public final class Contrasting {
  private Contrasting() {}

  /**
   * Compares two allocations.
   *
   * @param problem whose candidates and targets fits are taken on
   */
  public static Comparison compare(Problem problem, Side left, Side right) {
    return Comparison.of(problem, Compiler.compile(problem), left, right);
  }

  /**
   * The figures of a dataset as one side of a comparison.
   *
   * @throws InvalidInputException when the dataset has no such indicator ({@code /indicator}), or
   *     no cell of it in the year ({@code /year})
   */
  public static Side figures(Dataset dataset, String indicator, int year) {
    List<Integer> years = dataset.years(indicator);
    if (years.isEmpty()) {
      throw refused(
          "/indicator",
          "'" + indicator + "' is not an indicator of " + dataset.id(),
          List.copyOf(dataset.indicators().keySet()));
    } else if (!years.contains(year)) {
      throw refused(
          "/year",
          "is " + year + ", a year without a cell of " + indicator,
          years.stream().map(String::valueOf).toList());
    }
    return Side.of(dataset, indicator, year);
  }

  private static InvalidInputException refused(
      String pointer, String detail, List<String> choices) {
    return new InvalidInputException(List.of(Violation.among(pointer, detail, choices)));
  }
}
