package io.bosett.analysis.whynot;

import io.bosett.model.Criterion;
import io.bosett.model.Fit;
import io.bosett.model.Missing;
import io.bosett.model.Previous;
import io.bosett.model.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the figures of an indicator do to a scenario's allocation. */
record FigureEffects(Scenario scenario) {
  /** Whether anything that reads the indicator, a rule or a criterion, has an effect. */
  boolean any(String indicator) {
    return isReadByRule(indicator)
        || weighty().anyMatch(one -> isBase(one, indicator) || isTilt(one, indicator));
  }

  private Stream<Criterion> weighty() {
    return scenario.criteria().stream().filter(one -> one.weight() > 0);
  }

  private boolean isReadByRule(String indicator) {
    return scenario
        .reads()
        .filter(cells -> !cells.indicatorAt().startsWith("/criteria"))
        .anyMatch(cells -> cells.indicator().equals(indicator));
  }

  /** Scores are of the base as it is, whatever its power, where there is no tilt. */
  private boolean isBase(Criterion one, String indicator) {
    boolean isScore = isByScore() && one.tilt() == null;
    boolean hasPower = one.base().power() > 0;
    return (hasPower || isScore) && one.base().figure().indicator().equals(indicator);
  }

  private boolean isTilt(Criterion one, String indicator) {
    Criterion.Tilt tilt = one.tilt();
    if (tilt == null || (tilt.strength() == 0 && !isByScore())) {
      return false;
    }
    boolean isCount = tilt.shrink() != null && tilt.shrink().count().equals(indicator);
    return isCount || tilt.figure().indicator().equals(indicator);
  }

  private boolean isByScore() {
    return scenario.fit() == Fit.SCORE;
  }

  /** Whether a tilt with a weight favours more of the indicator (1), or less of it (-1). */
  boolean tilts(String indicator, int direction) {
    return weighty()
        .map(Criterion::tilt)
        .filter(tilt -> tilt != null && tilt.figure().indicator().equals(indicator))
        .anyMatch(tilt -> tilt != null && sign(tilt.strength()) == direction);
  }

  /** The score of a tilt without strength is that of a positive one. */
  private int sign(double strength) {
    return strength == 0 && isByScore() ? 1 : (int) Math.signum(strength);
  }

  /**
   * Whether a municipality whose base grows is never asked for fewer, but for the rounding of
   * gains: the proportional fit, one criterion without a tilt, no minors, no costs of change, no
   * gap that its figure fills for others, and no rule that reads the indicator (see "What changes
   * when a figure changes" in the README, and {@code models/counterexamples/README.md}).
   */
  boolean isMonotone(String indicator) {
    List<Criterion> criteria = scenario.criteria();
    return scenario.fit() == Fit.PROPORTIONAL
        && criteria.size() == 1
        && criteria.get(0).tilt() == null
        && criteria.get(0).base().power() > 0
        && fillsNothing(criteria.get(0).base().missing())
        && scenario.demand().minors() == 0
        && !costsChange()
        && !isReadByRule(indicator);
  }

  private static boolean fillsNothing(@Nullable Missing missing) {
    return missing == null || missing == Missing.EXCLUDE;
  }

  private boolean costsChange() {
    Previous previous = scenario.previous();
    return previous != null && (previous.costPerPersonMoved() > 0 || previous.costPerSwitch() > 0);
  }
}
