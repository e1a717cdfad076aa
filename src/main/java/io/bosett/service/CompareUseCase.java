package io.bosett.service;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.analysis.compare.Comparison;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.solve.CompiledProblem;
import java.util.List;

/**
 * The compare use case: compares allocations on a scenario with one another or with real figures.
 */
public final class CompareUseCase {
  private CompareUseCase() {}

  /**
   * Compares two allocations.
   *
   * @param problem whose candidates and targets fits are taken on
   */
  public static Comparison compare(
      CompiledProblem problem, ComparedAllocation left, ComparedAllocation right) {
    return Comparison.of(problem.problem(), problem.program(), left, right);
  }

  /**
   * The figures of an indicator as one side of a comparison.
   *
   * @throws InvalidInputException when the dataset has no such indicator ({@code /indicator}), or
   *     no cell of it in the year ({@code /year})
   */
  public static ComparedAllocation figures(Dataset dataset, String indicator, int year) {
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
    return ComparedAllocation.of(dataset, indicator, year);
  }

  private static InvalidInputException refused(
      String pointer, String detail, List<String> choices) {
    return new InvalidInputException(List.of(Violation.among(pointer, detail, choices)));
  }
}
