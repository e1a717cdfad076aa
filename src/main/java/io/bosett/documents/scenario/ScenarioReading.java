package io.bosett.documents.scenario;

import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading a scenario document: the scenario and its violations.
 *
 * <p>With violations the scenario is only partial: each invalid part is replaced by a harmless
 * placeholder (an empty text for an id or an indicator, the default or the smallest allowed
 * number), so that the rest can still be validated against the figures. The positions in its lists
 * are those of the document. The pointer of a violation is that of the replaced part, or one above
 * it.
 *
 * @param scenario as read
 * @param inline the figures carried by the document, or null when it names a dataset
 * @param document as it was given, without a hash when it has violations; {@link
 *     ScenarioDocument#NONE} when it is not JSON
 * @param violations all that show without the figures of a named dataset, in the order of the
 *     document; empty when there is none
 */
public record ScenarioReading(
    Scenario scenario,
    @Nullable Dataset inline,
    ScenarioDocument document,
    List<Violation> violations) {
  public ScenarioReading {
    violations = List.copyOf(violations);
  }

  /** Whether there is no violation so far. */
  public boolean isSound() {
    return violations.isEmpty();
  }

  /**
   * The scenario, if it has no violations.
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
