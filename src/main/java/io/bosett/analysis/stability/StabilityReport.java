package io.bosett.analysis.stability;

import java.math.BigDecimal;
import java.util.List;

/**
 * The answer of a stability analysis.
 *
 * @param totals for each loss asked; empty without a proven optimum
 * @param candidates ascending by id; empty without a proven optimum
 */
public record StabilityReport(List<Total> totals, List<CandidateStability> candidates) {
  /** The answer without a proven optimum. */
  static final StabilityReport NONE = new StabilityReport(List.of(), List.of());

  public StabilityReport {
    totals = List.copyOf(totals);
    candidates = List.copyOf(candidates);
  }

  /**
   * Whether every class is known, and every range where they are wanted.
   *
   * @param withRanges whether they are
   */
  public boolean isComplete(boolean withRanges) {
    return candidates.stream()
        .allMatch(one -> !one.classes().contains(null) && (!withRanges || one.ranges() != null));
  }

  /**
   * How many candidates are on which side.
   *
   * @param e the loss
   * @param units the same in 10<sup>-6</sup> person, rounded down
   * @param candidates over so many: those asked about
   */
  public record Total(
      BigDecimal e, long units, int always, int never, int tossUp, int candidates) {}
}
