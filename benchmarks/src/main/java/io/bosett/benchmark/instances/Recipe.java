package io.bosett.benchmark.instances;

import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an instance is made: a committed scenario file, and the steps that change it, in order.
 *
 * @param json {@code {"scenario": path from the top of the project, "steps": [{"step": name,
 *     ...}]}}
 */
public record Recipe(ObjectNode json) {
  /**
   * Makes the problem. Time is that of reading the dataset and of the steps; a million candidates
   * take some seconds and a gigabyte.
   */
  public Problem problem(Path project) {
    Problem problem = base(project.resolve(json.get("scenario").asString()));
    for (JsonNode step : json.path("steps")) {
      problem = Steps.of(step).apply(problem);
    }
    return problem;
  }

  private static Problem base(Path file) {
    try {
      return ScenarioLoader.problem(file, null);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The step {@code enlarge}: municipalities repeated with noise to about so many candidates. */
  public static Problem enlarged(Problem problem, int candidates, long seed) {
    return new Enlarge(candidates, seed).apply(problem);
  }

  /** The step {@code minorsPlaces}: minors in so many places at the most. */
  public static Problem minorsInFewPlaces(Problem problem, int places) {
    return Steps.minorsPlaces(places).apply(problem);
  }

  /** The step {@code ties}: rates cut to a few levels. */
  public static Problem withTies(Problem problem, int levels, long seed) {
    return new Ties(levels, new SplittableRandom(seed)).apply(problem);
  }
}
