package io.bosett.analysis.conflict;

import io.bosett.model.Scenario;

/**
 * A scenario with one figure changed.
 *
 * @param scenario with the change
 * @param to the new value
 * @param text the change in words
 */
record ScenarioChange(Scenario scenario, String to, String text) {}
