package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.Comparator;
import java.util.List;

/**
 * The faults of a scenario that only show when the dataset is at hand or several fields are looked
 * at together: ids, counties, indicators and years that are not there, an empty region, what is
 * fixed of a municipality that cannot have it, no candidate, values that are missing, negative or
 * all 0, targets too large and gains too large to count with.
 */
public final class ScenarioFaults {
  /** Fields as in the examples of the documentation, elements of a list by their index. */
  public static final Comparator<Violation> DOCUMENT_ORDER = DocumentOrder.OF_VIOLATIONS;

  private ScenarioFaults() {}

  /**
   * Finds all faults that {@link Compiler#compile} would refuse a scenario for, and those that can
   * be told of a document that was only partly readable.
   *
   * @param scenario what could be read, with anything in the places of known faults
   * @param dataset on which figures
   * @param known faults found in reading; nothing is said of their places, nor of what depends on
   *     them
   * @return the faults found beyond the known ones, in {@link #DOCUMENT_ORDER}
   */
  public static List<Violation> of(Scenario scenario, Dataset dataset, List<Violation> known) {
    return Compiler.attempt(scenario, dataset, known).faults();
  }
}
