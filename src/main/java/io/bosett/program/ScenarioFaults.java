package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.Comparator;
import java.util.List;

/**
 * Validates a scenario on its dataset and across fields: unknown ids, counties, indicators and
 * years, an empty region, what is fixed of a municipality that cannot have it, no candidate, values
 * that are missing, negative or all 0, targets and gains too large for exact arithmetic.
 */
public final class ScenarioFaults {
  /** Fields as in the examples of the documentation, elements of a list by their index. */
  public static final Comparator<Violation> DOCUMENT_ORDER = DocumentOrder.OF_VIOLATIONS;

  private ScenarioFaults() {}

  /**
   * Finds all violations for which {@link Compiler#compile} would refuse a scenario, and those that
   * can be told of a document that was only partly readable.
   *
   * @param scenario what could be read, with placeholders where violations are known
   * @param dataset its figures
   * @param known violations found in reading; their places, and what depends on them, are not
   *     reported again
   * @return the violations beyond the known ones, in {@link #DOCUMENT_ORDER}
   */
  public static List<Violation> of(Scenario scenario, Dataset dataset, List<Violation> known) {
    return Compiler.attempt(scenario, dataset, known).faults();
  }
}
