package io.bosett.analysis;

import io.bosett.model.Scenario;

/**
 * A scenario with one figure changed.
 *
 * @param scenario with the change
 * @param to the figure then
 * @param text the change in words
 */
record Change(Scenario scenario, String to, String text) {}
