package io.bosett.analysis.explain;

import io.bosett.analysis.explain.CandidateStanding.Hold;
import io.bosett.analysis.explain.CandidateStanding.Pricing;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The candidates that are not asked but could be, the nearest to being asked first: by how much
 * their best allowed number falls short of none at the prices of the certificate. Without prices
 * nobody has a place.
 */
public final class WaitingLine {
  /** One in so many of those asked is among the last to come in. */
  private static final int SHARE = 20;

  private WaitingLine() {}

  /** The line; equals stay in the order of the candidates. */
  public static List<CandidateStanding> of(List<CandidateStanding> candidates) {
    return candidates.stream()
        .filter(WaitingLine::waits)
        .sorted(Comparator.comparingDouble(WaitingLine::shortfall))
        .toList();
  }

  /** The place of one of the candidates in the line, from 1, or null when it does not wait. */
  static @Nullable Integer place(List<CandidateStanding> candidates, CandidateStanding one) {
    int index = of(candidates).indexOf(one);
    return index < 0 ? null : index + 1;
  }

  /**
   * Those that were among the last to come in: the twentieth of those asked, and at least one, for
   * whom being asked is worth least at the prices of the certificate. Nobody without prices.
   */
  public static Set<CandidateStanding> lastIn(List<CandidateStanding> candidates) {
    List<CandidateStanding> asked =
        candidates.stream()
            .filter(one -> one.selected() && !one.holds().contains(Hold.FIXED))
            .filter(one -> shortfall(one) < Double.MAX_VALUE)
            .sorted(Comparator.comparingDouble(WaitingLine::shortfall).reversed())
            .toList();
    return Set.copyOf(asked.subList(0, Math.min(asked.size(), 1 + asked.size() / SHARE)));
  }

  private static boolean waits(CandidateStanding one) {
    return !one.selected()
        && !one.holds().contains(Hold.FIXED)
        && !one.holds().contains(Hold.NO_TARGET)
        && shortfall(one) < Double.MAX_VALUE;
  }

  private static double shortfall(CandidateStanding one) {
    @Nullable Pricing pricing = one.pricing();
    @Nullable Double worth = pricing == null ? null : pricing.worthAsking();
    return worth == null ? Double.MAX_VALUE : -worth;
  }
}
