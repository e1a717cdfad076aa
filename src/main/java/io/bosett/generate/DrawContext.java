package io.bosett.generate;

import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import java.util.List;

/**
 * The context in which the rules of a random scenario are drawn.
 *
 * @param draw the random source
 * @param size of the problem
 * @param dataset the figures
 * @param demand persons and minors
 * @param candidates ids of the candidates, ascending
 */
record DrawContext(
    SeededRandom draw, ProblemSize size, Dataset dataset, Demand demand, List<String> candidates) {
  /** All municipalities, ascending. */
  List<String> municipalities() {
    return RandomFigures.ids(dataset);
  }

  /** Persons per candidate, at least 1. */
  int typical() {
    return Math.max(1, demand.persons() / candidates.size());
  }
}
