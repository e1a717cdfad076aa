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

  /** Times the present value, the last minimum, maximum and number per thousand looked at. */
  private static final int FARTHEST = 2;

  private final SolveSession session;
  private final ScenarioVariants variants;
  private final Scenario scenario;
  private final @Nullable Integer upTo;
  private final boolean out;

  /**
   * @param upTo the last number looked at, or null
   * @param out whether fewer persons are looked at too, as for pushing a municipality out
   */
  SharedLevers(SolveSession session, @Nullable Integer upTo, boolean out) {
    this.session = session;
    this.upTo = upTo;
    this.out = out;
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

  private SharedScan scan(
      Lever lever,
      @Nullable String about,
      ScanGrid grid,
      Function<BigDecimal, @Nullable Variant> variant) {
    return new SharedScan(session, lever, about, grid, variant, Label.SCANNED);
  }

  /** Every number is solved, the nearest first, so that none that is nearer can be missed. */
  private SharedScan numberSelected() {
    int now = session.result().totals().selected();
    int most = session.program().size();
    int last = upTo == null ? most : Math.max(now, Math.min(most, upTo));
    ScanGrid grid =
        ScanGrid.around(
            BigDecimal.valueOf(now), BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(last));
    return new SharedScan(
        session,
        Lever.NUMBER_SELECTED,
        null,
        grid,
        value -> variants.selecting(value.intValueExact()),
        grid.isComplete() ? Label.PROVEN : Label.SCANNED);
  }

  /** Numbers of persons upwards are solved; down to three quarters as well for pushing out. */
  private SharedScan demand() {
    int now = scenario.demand().persons();
    int last = upTo != null && upTo > now ? upTo : now + now / 4;
    BigDecimal from = BigDecimal.valueOf(now);
    BigDecimal least = out ? BigDecimal.valueOf(Math.max(1, now - now / 4)) : from;
    return scan(
        Lever.DEMAND,
        null,
        ScanGrid.around(from, BigDecimal.ONE, least, BigDecimal.valueOf(last)),
        value -> variants.demanding(value.intValueExact()));
  }

  private SharedScan minimum() {
    Places places = scenario.places();
    BigDecimal now = BigDecimal.valueOf(places.minimum());
    return scan(
        Lever.MINIMUM,
        "/places/minimum",
        ScanGrid.around(now, BigDecimal.ONE, BigDecimal.ONE, farthest(now)),
        value -> with(places.withMinimum(value.intValueExact())));
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
    BigDecimal last = most == null ? farthest(now) : most;
    return scan(Lever.CAP, pointer, ScanGrid.around(now, step, step, last), variant);
  }

  private static BigDecimal farthest(BigDecimal now) {
    return now.multiply(BigDecimal.valueOf(FARTHEST));
  }

  private @Nullable Variant with(Places places) {
    return variants.of(scenario.withPlaces(places));
  }
}
