package io.bosett.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem: a scenario together with its dataset, which determine the answer.
 *
 * @param scenario what is asked
 * @param dataset its figures
 * @param document the document that the scenario was read from, in the codes of the dataset
 * @param translations what reading found worth a warning: older codes of municipalities that were
 *     translated, codes that have lost their zeros
 */
public record Problem(
    Scenario scenario, Dataset dataset, ScenarioDocument document, List<Warning> translations) {
  public Problem {
    translations = List.copyOf(translations);
    @Nullable String wanted = scenario.dataset();
    if (wanted != null && !Objects.equals(wanted, dataset.id())) {
      throw new IllegalArgumentException(
          "scenario on dataset '" + wanted + "' given dataset '" + dataset.id() + "'");
    }
  }

  /** A problem whose scenario has no older codes. */
  public Problem(Scenario scenario, Dataset dataset, ScenarioDocument document) {
    this(scenario, dataset, document, List.of());
  }

  /** A problem made in memory, without a document; its hash is the empty text. */
  public Problem(Scenario scenario, Dataset dataset) {
    this(scenario, dataset, ScenarioDocument.NONE);
  }

  /** What the author of the scenario should know. */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(translations);
    warnings.addAll(scenario.foresight());
    return warnings;
  }

  /** {@link ScenarioDocument#hash()}. */
  public String scenarioHash() {
    return document.hash();
  }

  /** {@link Dataset#contentHash()}. */
  public String datasetHash() {
    return dataset.contentHash();
  }
}
