package io.bosett.documents.scenario;

import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario document says, and what is wrong with it.
 *
 * <p>With violations the scenario is only partial: where a part is faulty a harmless value stands
 * in its place (an empty text for an id or an indicator, the default or the smallest allowed
 * number), so that the rest can still be checked against the figures. The positions in its lists
 * are those of the document. A fault of such a part has its pointer, or one above it, among the
 * violations.
 *
 * @param scenario as read
 * @param inline the figures carried by the document, or null when it names a dataset
 * @param document as it was given; {@link ScenarioDocument#NONE} when something is wrong
 * @param violations all faults that show without the figures of a named dataset, as they stand in
 *     the document; empty when there is none
 */
public record ScenarioReading(
    Scenario scenario,
    @Nullable Dataset inline,
    ScenarioDocument document,
    List<Violation> violations) {
  public ScenarioReading {
    violations = List.copyOf(violations);
  }

  /** Whether nothing is wrong so far. */
  public boolean isSound() {
    return violations.isEmpty();
  }

  /**
   * The scenario, if nothing is wrong.
   *
   * @throws InvalidInputException with all violations
   */
  public Scenario orThrow() {
    if (!isSound()) {
      throw new InvalidInputException(violations);
    }
    return scenario;
  }
}
