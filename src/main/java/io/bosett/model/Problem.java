package io.bosett.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario together with the figures it is about: all that an answer depends on.
 *
 * @param scenario what is asked
 * @param dataset on which figures
 * @param scenarioHash {@link Scenario#contentHash()}
 */
public record Problem(Scenario scenario, Dataset dataset, String scenarioHash) {
  /** Computes the scenario's hash. */
  public Problem(Scenario scenario, Dataset dataset) {
    this(scenario, dataset, scenario.contentHash());
    @Nullable String wanted = scenario.dataset();
    if (wanted != null && !Objects.equals(wanted, dataset.id())) {
      throw new IllegalArgumentException(
          "scenario on dataset '" + wanted + "' given dataset '" + dataset.id() + "'");
    }
  }

  /** {@link Dataset#contentHash()}. */
  public String datasetHash() {
    return dataset.contentHash();
  }
}
