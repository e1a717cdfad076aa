package io.bosett.generate;

import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import java.util.List;

/**
 * Generates random problems with every rule that a scenario knows, ties and tight caps among them;
 * about a third are infeasible. The scenario carries its figures itself.
 */
public final class RandomProblems {
  /** The year that random scenarios decide for. */
  static final int YEAR = RandomFigures.LAST_YEAR + 1;

  private RandomProblems() {}

  /** Two to six municipalities and at most 25 persons: small enough to try all allocations. */
  public static Problem tiny(long seed) {
    return draw(seed, ProblemSize.TINY, "Tiny " + seed);
  }

  /** 20 to 60 municipalities and at most 600 persons. */
  public static Problem medium(long seed) {
    return draw(seed, ProblemSize.MEDIUM, "Medium " + seed);
  }

  private static Problem draw(long seed, ProblemSize problemSize, String name) {
    SeededRandom draw = new SeededRandom(seed);
    int n = draw.between(problemSize.fewest(), problemSize.most());
    int persons = Math.min(problemSize.demand(), n * draw.between(1, problemSize.perPlace()));
    persons = draw.between(Math.max(1, persons / 2), persons);
    Dataset dataset = RandomFigures.draw(draw, n, Math.max(1, persons / n));
    RandomCriteria criteria = new RandomCriteria(draw, dataset);
    Candidates candidates = RandomCandidates.draw(draw, RandomFigures.ids(dataset));
    List<String> ids = RandomCandidates.ids(dataset, candidates, criteria.excluded());
    Demand demand = new Demand(persons, quota(draw, persons));
    DrawContext drawContext = new DrawContext(draw, problemSize, dataset, demand, ids);
    return new Problem(scenario(drawContext, name, candidates, criteria), dataset);
  }

  private static int quota(SeededRandom draw, int persons) {
    return draw.chance(0.35) ? 0 : draw.between(1, Math.max(1, persons / draw.oneOf(3, 4, 6, 10)));
  }

  private static Scenario scenario(
      DrawContext drawContext, String name, Candidates candidates, RandomCriteria criteria) {
    Places places = RandomPlaces.draw(drawContext);
    Minors minors = RandomMinors.draw(drawContext);
    return new Scenario(
        name,
        null,
        YEAR,
        drawContext.demand(),
        candidates,
        RandomPlaces.selection(drawContext),
        places,
        minors,
        criteria.criteria(),
        drawContext.draw().oneOf(Fit.PROPORTIONAL, Fit.PROPORTIONAL, Fit.OVERLAP, Fit.SCORE),
        RandomRegions.draw(drawContext),
        RandomFixed.draw(drawContext, places, minors),
        RandomPrevious.draw(drawContext),
        SolverSettings.NONE);
  }
}
