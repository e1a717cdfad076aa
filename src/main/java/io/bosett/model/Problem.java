package io.bosett.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem: a scenario together with its dataset, which determine the answer.
 *
 * @param scenario what is asked
 * @param dataset its figures
 * @param document the document that the scenario was read from
 */
public record Problem(Scenario scenario, Dataset dataset, ScenarioDocument document) {
  public Problem {
    @Nullable String wanted = scenario.dataset();
    if (wanted != null && !Objects.equals(wanted, dataset.id())) {
      throw new IllegalArgumentException(
          "scenario on dataset '" + wanted + "' given dataset '" + dataset.id() + "'");
    }
  }

  /** A problem made in memory, without a document; its hash is the empty text. */
  public Problem(Scenario scenario, Dataset dataset) {
    this(scenario, dataset, ScenarioDocument.NONE);
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
