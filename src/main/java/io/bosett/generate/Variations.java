package io.bosett.generate;

import io.bosett.model.Band;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Places.Per1000;
import io.bosett.model.Places.ShareOf;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Generates variations of a scenario on the same figures: other weights and strengths, demand,
 * caps, selection, places for minors, bands for the counties. The same seed gives the same
 * variation.
 */
public final class Variations {
  private final Problem problem;
  private final Scenario scenario;
  private final SeededRandom draw;

  private Variations(Problem problem, long seed) {
    this.problem = problem;
    scenario = problem.scenario();
    draw = new SeededRandom(seed);
  }

  /** Everything but the regions is varied. */
  public static Problem of(Problem problem, long seed) {
    Variations variations = new Variations(problem, seed);
    return variations.varied(problem.scenario().regions(), "variation " + seed);
  }

  /**
   * As {@link #of}, and every county gets a band on its persons in place of the scenario's regions.
   *
   * @param tightness 0 to 1: how closely the bands hold the county to its share of the base
   *     figures; at 1 they hardly leave a choice
   */
  public static Problem withCountyBands(Problem problem, double tightness, long seed) {
    Variations variations = new Variations(problem, seed);
    return variations.varied(variations.countyBands(tightness), "county bands " + seed);
  }

  private Problem varied(List<Region> regions, String name) {
    Scenario s = scenario;
    Scenario varied =
        s.withName(s.name() + ", " + name)
            .withDemand(demand(s.demand()))
            .withSelection(selection(s.selection()))
            .withPlaces(places(s.places()))
            .withMinors(minors(s.minors()))
            .withCriteria(s.criteria().stream().map(this::criterion).toList())
            .withRegions(regions);
    return new Problem(varied, problem.dataset());
  }

  private Demand demand(Demand demand) {
    int persons = times(demand.persons(), draw.real(0.7, 1.25), 1);
    int minors = times(demand.minors(), draw.real(0.5, 1.6), 0);
    return new Demand(Math.min(Demand.MAXIMUM, persons), Math.min(persons, minors));
  }

  private static int times(int count, double factor, int least) {
    return Math.max(least, (int) Math.rint(count * factor));
  }

  private Criterion criterion(Criterion c) {
    Criterion.@Nullable Tilt tilt = c.tilt();
    if (tilt != null) {
      double most = Math.max(1, Math.abs(tilt.strength()));
      double strength = Math.max(-most, Math.min(most, tilt.strength() * draw.real(0.3, 2)));
      tilt = new Criterion.Tilt(tilt.figure(), strength, tilt.shrink(), tilt.missing());
    }
    return c.withWeight(c.weight() * draw.real(0.5, 1)).withTilt(tilt);
  }

  private @Nullable Selection selection(@Nullable Selection selection) {
    if (selection instanceof Selection.Share share) {
      BigDecimal moved = share.share().add(decimal(draw.real(-0.2, 0.2)));
      return new Selection.Share(cut(moved), share.tolerance());
    }
    return selection;
  }

  private Places places(Places p) {
    @Nullable ShareOf shareOf = p.maximumShareOf();
    @Nullable Per1000 per1000 = p.maximumPer1000();
    @Nullable Integer maximum = p.maximum();
    return p.withMinimum(p.minimum() == 1 ? 1 : Math.max(1, p.minimum() + draw.between(-3, 2)))
        .withMaximum(maximum == null ? null : times(maximum, draw.real(0.8, 1.3), 1))
        .withMaximumShareOf(
            shareOf == null
                ? null
                : new ShareOf(
                    shareOf.cell(), cut(shareOf.share().multiply(decimal(draw.real(0.8, 1.3))))))
        .withMaximumPer1000(
            per1000 == null
                ? null
                : new Per1000(
                    per1000.cell(), per1000.value().multiply(decimal(draw.real(0.7, 1.5)))));
  }

  private Minors minors(Minors m) {
    @Nullable Integer places = m.municipalitiesAtMost();
    return m.withMunicipalitiesAtMost(
        places == null ? null : Integer.valueOf(times(places, draw.real(0.7, 1.5), 1)));
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal cut(BigDecimal share) {
    return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }

  private List<Region> countyBands(double tightness) {
    CountyShares shares = CountyShares.of(problem);
    List<Region> regions = new ArrayList<>();
    Dataset dataset = problem.dataset();
    double width = 0.05 + 0.6 * (1 - tightness);
    for (String county : dataset.counties().keySet()) {
      double expected = shares.of(county) * scenario.demand().persons();
      if (expected > 0) {
        int least = (int) Math.floor(expected * (1 - width * draw.real(0.5, 1)));
        int most = (int) Math.ceil(expected * (1 + width * draw.real(0.5, 1.5)));
        String name = dataset.counties().get(county).name();
        Band persons = new Band(least, most);
        regions.add(new Region(name, county, List.of(), persons, Band.FREE, Band.FREE));
      }
    }
    return regions;
  }
}
