package io.bosett.benchmark.instances;

import io.bosett.generate.Variations;
import io.bosett.model.Fit;
import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** The steps by name. */
final class Steps {
  private Steps() {}

  /**
   * The step of a description.
   *
   * @throws IllegalArgumentException when there is none of that name, or a setting is wrong
   */
  static Step of(JsonNode json) {
    String name = json.path("step").asString("");
    Settings s = new Settings(name, json);
    Step step = of(name, s);
    s.allTaken();
    return step;
  }

  private static Step of(String name, Settings s) {
    return switch (name) {
      case "enlarge" -> new Enlarge(s.whole("candidates"), s.whole("seed"));
      case "vary" -> vary(s.whole("seed"));
      case "countyBands" -> countyBands(s.real("tightness"), s.whole("seed"));
      case "minorsPlaces" -> minorsPlaces(s.whole("atMost"));
      case "relabel" -> new Relabel(s.random());
      case "fit" -> fit(Fit.valueOf(s.text("kind").toUpperCase(Locale.ROOT)));
      case "ties" -> new Ties(s.whole("levels"), s.random());
      case "fill" -> new Fill(s.real("selected"), s.real("slack"), s.whole("persons"), s.random());
      case "correlate" -> new Correlate(s.real("spread"), s.random());
      case "lackingQuota" -> new LackingQuota(s.whole("places"), s.whole("short"));
      case "crossedRegions" -> new CrossedRegions(s.random());
      case "divisions" -> new Divisions(s.whole("classes"), s.real("width"), s.random());
      case "previous" -> new PreviousNear(s.real("moved"), s.real("switched"), s.random());
      default -> throw new IllegalArgumentException("there is no step '" + name + "'");
    };
  }

  private static Step vary(long seed) {
    return problem -> Variations.of(problem, seed);
  }

  private static Step countyBands(double tightness, long seed) {
    return problem -> Variations.withCountyBands(problem, tightness, seed);
  }

  static Step minorsPlaces(int atMost) {
    return problem -> {
      Draft draft = new Draft(problem);
      draft.minorsPlaces(atMost, draft.minors.maximum());
      return draft.problem();
    };
  }

  private static Step fit(Fit fit) {
    return problem -> {
      Draft draft = new Draft(problem);
      draft.fit = fit;
      return draft.problem();
    };
  }

  /** A number within limits. */
  static double real(SplittableRandom random, double least, double most) {
    return random.nextDouble(least, most);
  }
}
