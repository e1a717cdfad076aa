package io.bosett.generate;

import io.bosett.model.Band;
import io.bosett.model.Dataset;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Random problems in lots: narrow ranges of persons and of minors, in all and by region. */
public final class LotProblems {
  private LotProblems() {}

  /** A tiny problem in lots. */
  public static Problem tiny(long seed) {
    Problem plain = RandomProblems.tiny(seed);
    SeededRandom draw = new SeededRandom(seed ^ 0x4C6F7473);
    Scenario scenario = plain.scenario();
    int each = scenario.demand().persons() / plain.dataset().size() + 1;
    int minimum = draw.between(1, 2 * each);
    int maximum = Math.max(minimum, each) + draw.between(0, draw.oneOf(0, 1, 4));
    Places places = new Places(minimum, maximum, null, null);
    int group = draw.between(1, 3);
    Minors minors =
        scenario
            .minors()
            .withMinimumGroup(group)
            .withMaximum(group + draw.between(0, draw.oneOf(0, 1, 3)))
            .withMaximumShare(draw.oneOf(BigDecimal.ONE, new BigDecimal("0.5")));
    List<Region> regions = draw.chance(0.4) ? regions(draw, plain.dataset()) : List.of();
    Scenario lots =
        scenario
            .withPlaces(draw.chance(0.8) ? places : scenario.places())
            .withMinors(draw.chance(0.8) ? minors : scenario.minors())
            .withRegions(regions)
            .withFixed(draw.chance(0.7) ? List.of() : scenario.fixed());
    return new Problem(lots, plain.dataset());
  }

  /** Disjoint regions with narrow limits; some municipalities are in none. */
  private static List<Region> regions(SeededRandom draw, Dataset dataset) {
    List<List<String>> members = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int position = 0; position < dataset.size(); position++) {
      members.get(draw.between(0, 2)).add(dataset.municipality(position));
    }
    List<Region> regions = new ArrayList<>();
    for (List<String> some : members.subList(0, 2)) {
      if (!some.isEmpty()) {
        regions.add(
            new Region("", null, some, band(draw, 20), band(draw, 8), band(draw, some.size())));
      }
    }
    return regions;
  }

  private static Band band(SeededRandom draw, int most) {
    if (draw.chance(0.5)) {
      return Band.FREE;
    }
    int low = draw.between(0, most / 2);
    return new Band(low, low + draw.between(0, most / 2));
  }
}
