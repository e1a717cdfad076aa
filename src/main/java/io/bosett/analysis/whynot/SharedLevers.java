package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Places;
import io.bosett.model.Scenario;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The levers that all municipalities share, with the values that are looked at. */
final class SharedLevers {
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  /** Times the present value, the last maximum and number per thousand looked at. */
  private static final int FARTHEST = 2;

  private final SolveSession session;
  private final ScenarioVariants variants;
  private final Scenario scenario;
  private final @Nullable Integer upTo;

  SharedLevers(SolveSession session, @Nullable Integer upTo) {
    this.session = session;
    this.upTo = upTo;
    variants = new ScenarioVariants(session);
    scenario = session.problem().scenario();
  }

  /** All of them, in the order of {@link Lever}. */
  List<SharedScan> all() {
    List<SharedScan> all = new ArrayList<>();
    all.add(numberSelected());
    all.add(demand());
    all.addAll(caps());
    all.add(minimum());
    return all;
  }

  private SharedScan scan(Lever lever, @Nullable String about, List<ScanPoint> points) {
    return new SharedScan(session, lever, about, points, Label.SCANNED);
  }

  /** Every number is solved, the nearest first, so that none that is nearer can be missed. */
  private SharedScan numberSelected() {
    int now = session.result().totals().selected();
    int most = session.program().size();
    int last = upTo == null ? most : Math.max(now, Math.min(most, upTo));
    List<ScanPoint> points =
        nearestFirst(
            BigDecimal.valueOf(now),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            BigDecimal.valueOf(last),
            value -> variants.selecting(value.intValueExact()));
    return new SharedScan(session, Lever.NUMBER_SELECTED, null, points, Label.PROVEN);
  }

  /** Every number of persons upwards is solved. */
  private SharedScan demand() {
    int now = scenario.demand().persons();
    int last = upTo != null && upTo > now ? upTo : now + now / 4;
    List<ScanPoint> points =
        nearestFirst(
            BigDecimal.valueOf(now),
            BigDecimal.ONE,
            BigDecimal.valueOf(now),
            BigDecimal.valueOf(last),
            value -> variants.demanding(value.intValueExact()));
    return scan(Lever.DEMAND, null, points);
  }

  private SharedScan minimum() {
    Places places = scenario.places();
    BigDecimal now = BigDecimal.valueOf(places.minimum());
    return scan(
        Lever.MINIMUM,
        "/places/minimum",
        nearestFirst(
            now,
            BigDecimal.ONE,
            BigDecimal.ONE,
            now.multiply(BigDecimal.valueOf(FARTHEST)),
            value -> with(places.withMinimum(value.intValueExact()))));
  }

  private List<SharedScan> caps() {
    List<SharedScan> caps = new ArrayList<>();
    Places places = scenario.places();
    Integer maximum = places.maximum();
    if (maximum != null) {
      caps.add(
          cap(
              "/places/maximum",
              BigDecimal.valueOf(maximum),
              BigDecimal.ONE,
              null,
              value -> with(places.withMaximum(value.intValueExact()))));
    }
    Places.ShareOf share = places.maximumShareOf();
    if (share != null) {
      caps.add(
          cap(
              "/places/maximumShareOf/share",
              share.share(),
              HUNDREDTH,
              BigDecimal.ONE,
              value -> with(places.withMaximumShareOf(new Places.ShareOf(share.cell(), value)))));
    }
    Places.Per1000 per1000 = places.maximumPer1000();
    if (per1000 != null) {
      caps.add(
          cap(
              "/places/maximumPer1000/value",
              per1000.value(),
              BigDecimal.ONE,
              null,
              value -> with(places.withMaximumPer1000(new Places.Per1000(per1000.cell(), value)))));
    }
    return caps;
  }

  private SharedScan cap(
      String pointer,
      BigDecimal now,
      BigDecimal step,
      @Nullable BigDecimal most,
      Function<BigDecimal, @Nullable Variant> variant) {
    BigDecimal last = most == null ? now.multiply(BigDecimal.valueOf(FARTHEST)) : most;
    return scan(Lever.CAP, pointer, nearestFirst(now, step, step, last, variant));
  }

  private @Nullable Variant with(Places places) {
    return variants.of(scenario.withPlaces(places));
  }

  /** The present value, then one step above it, one below, two above, and so on. */
  private static List<ScanPoint> nearestFirst(
      BigDecimal now,
      BigDecimal step,
      BigDecimal least,
      BigDecimal most,
      Function<BigDecimal, @Nullable Variant> variant) {
    List<ScanPoint> points = new ArrayList<>();
    points.add(new ScanPoint(now, 0, () -> variant.apply(now)));
    BigDecimal above = now.add(step);
    BigDecimal below = now.subtract(step);
    while (above.compareTo(most) <= 0 || below.compareTo(least) >= 0) {
      BigDecimal up = above;
      BigDecimal down = below;
      if (up.compareTo(most) <= 0) {
        points.add(new ScanPoint(up, 1, () -> variant.apply(up)));
      }
      if (down.compareTo(least) >= 0) {
        points.add(new ScanPoint(down, -1, () -> variant.apply(down)));
      }
      above = above.add(step);
      below = below.subtract(step);
    }
    return points;
  }
}
