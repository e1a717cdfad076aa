package io.bosett.service.analyses;

import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.store.KeptJob;
import org.jspecify.annotations.Nullable;

/** Where the scenario of an analysis comes from. */
public sealed interface AnalysisSource {
  /** A stored allocation: its scenario on the figures of its time. */
  record OfAllocation(KeptJob allocation) implements AnalysisSource {}

  /**
   * A scenario of the request's own.
   *
   * @param reading of its document
   * @param scenarioId the kept one that it comes from, or null
   */
  record OfScenario(ScenarioReading reading, @Nullable String scenarioId)
      implements AnalysisSource {}

  /** The request names none. */
  record Missing() implements AnalysisSource {}
}
