package io.bosett.sweep.plan;

import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.solve.CompiledProblem;

/** Loads a scenario with its dataset. */
@FunctionalInterface
public interface ScenarioSource {
  /**
   * The compiled problem of a scenario document.
   *
   * @param scenario as far as it could be read
   * @throws io.bosett.model.InvalidInputException with all errors of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  CompiledProblem compiled(ScenarioReading scenario);
}
