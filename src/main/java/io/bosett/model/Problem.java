package io.bosett.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario together with the figures it is about: all that an answer depends on.
 *
 * @param scenario what is asked
 * @param dataset on which figures
 * @param document what the scenario was read from
 */
public record Problem(Scenario scenario, Dataset dataset, ScenarioDocument document) {
  public Problem {
    @Nullable String wanted = scenario.dataset();
    if (wanted != null && !Objects.equals(wanted, dataset.id())) {
      throw new IllegalArgumentException(
          "scenario on dataset '" + wanted + "' given dataset '" + dataset.id() + "'");
    }
  }

  /** A problem made in memory: there is no document, and its hash is the empty text. */
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
