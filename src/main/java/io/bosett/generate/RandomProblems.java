package io.bosett.generate;

import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverWishes;
import java.util.List;

/**
 * Random problems with every rule that a scenario knows, ties and tight caps among them; about a
 * third are infeasible. The scenario carries its figures itself.
 */
public final class RandomProblems {
  /** The year that random scenarios decide for. */
  static final int YEAR = RandomFigures.LAST_YEAR + 1;

  private RandomProblems() {}

  /** Two to six municipalities and at most 25 persons: small enough to try all allocations. */
  public static Problem tiny(long seed) {
    return draw(seed, Size.TINY, "Tiny " + seed);
  }

  /** 20 to 60 municipalities and at most 600 persons. */
  public static Problem medium(long seed) {
    return draw(seed, Size.MEDIUM, "Medium " + seed);
  }

  private static Problem draw(long seed, Size size, String name) {
    Draw draw = new Draw(seed);
    int n = draw.between(size.fewest(), size.most());
    int persons = Math.min(size.demand(), n * draw.between(1, size.perPlace()));
    persons = draw.between(Math.max(1, persons / 2), persons);
    Dataset dataset = RandomFigures.draw(draw, n, Math.max(1, persons / n));
    RandomCriteria criteria = new RandomCriteria(draw, dataset);
    Candidates candidates = RandomCandidates.draw(draw, RandomFigures.ids(dataset));
    List<String> ids = RandomCandidates.ids(dataset, candidates, criteria.excluded());
    Demand demand = new Demand(persons, quota(draw, persons));
    Setting setting = new Setting(draw, size, dataset, demand, ids);
    return new Problem(scenario(setting, name, candidates, criteria), dataset);
  }

  private static int quota(Draw draw, int persons) {
    return draw.chance(0.35) ? 0 : draw.between(1, Math.max(1, persons / draw.oneOf(3, 4, 6, 10)));
  }

  private static Scenario scenario(
      Setting setting, String name, Candidates candidates, RandomCriteria criteria) {
    Places places = RandomPlaces.draw(setting);
    Minors minors = RandomMinors.draw(setting);
    return new Scenario(
        name,
        null,
        YEAR,
        setting.demand(),
        candidates,
        RandomPlaces.selection(setting),
        places,
        minors,
        criteria.criteria(),
        setting.draw().oneOf(Fit.PROPORTIONAL, Fit.PROPORTIONAL, Fit.OVERLAP, Fit.SCORE),
        RandomRegions.draw(setting),
        RandomFixed.draw(setting, places, minors),
        RandomPrevious.draw(setting),
        SolverWishes.NONE);
  }
}
