package io.bosett.program;

import org.jspecify.annotations.Nullable;

/** Validates the gains: exact as doubles, and concave where they must be. */
final class GainFaults {
  /** The largest size up to which every whole number is a double. */
  private static final long LARGEST = 1L << 53;

  /** With targets beyond this, rounding could break the concavity of the relative least squares. */
  private static final double LARGEST_TARGET = 1e6;

  private final CandidateRanges candidateRanges;
  private final ViolationCollector faults;

  GainFaults(CandidateRanges candidateRanges, ViolationCollector faults) {
    this.candidateRanges = candidateRanges;
    this.faults = faults;
  }

  void find(GainFunctions worth, @Nullable ChangeCost cost) {
    targets(worth.persons(), "persons");
    targets(worth.minors(), "minors");
    int[] minorsLow = candidateRanges.minorsLow();
    sizes(worth.persons(), candidateRanges.low(), candidateRanges.high(), "persons");
    sizes(worth.minors(), minorsLow, candidateRanges.minorsHigh(), "minors");
    if (cost != null && !faults.at("/criteria")) {
      costs(worth.persons(), cost);
    }
  }

  private void targets(Gains gains, String whom) {
    double[] r = gains.shape().steepness();
    int[] large = Matches.among(r.length, i -> 1 / r[i] > LARGEST_TARGET);
    if (large.length > 0) {
      faults.add(
          "/criteria",
          "give targets too large for the proportional fit: "
              + NameLists.few(
                  large.length,
                  k -> NameLists.number(1 / r[large[k]]) + " " + whom + " for " + id(large[k])),
          "a weighted harmonic mean of at most 1000000");
    }
  }

  /** Checks the ends of the ranges, where concave gains are least. */
  private void sizes(Gains gains, int[] low, int[] high, String whom) {
    int[] large =
        Matches.among(
            low.length,
            i ->
                low[i] <= high[i]
                    && (isLarge(gains.at(i, low[i])) || isLarge(gains.at(i, high[i]))));
    if (large.length > 0) {
      faults.add(
          "/criteria",
          "give gains beyond 2^53: "
              + NameLists.few(
                  large.length, k -> high[large[k]] + " " + whom + " for " + id(large[k])),
          "targets that are 0 or less tiny, or lower caps");
    }
  }

  private void costs(Gains gains, ChangeCost cost) {
    int[] large =
        Matches.among(
            candidateRanges.size(),
            i ->
                (candidateRanges.mayDrop().get(i) && isLarge(gains, cost, i, 0))
                    || (candidateRanges.low()[i] <= candidateRanges.high()[i]
                        && (isLarge(gains, cost, i, candidateRanges.low()[i])
                            || isLarge(gains, cost, i, candidateRanges.high()[i]))));
    if (large.length > 0) {
      faults.add(
          "/previous",
          "makes gains exceed 2^53 for " + NameLists.few(large.length, k -> id(large[k])),
          "lower costs");
    }
  }

  private static boolean isLarge(Gains gains, ChangeCost cost, int i, int persons) {
    long moved = Math.max(1, Math.abs((long) persons - cost.before()[i]));
    return cost.perPerson() > LARGEST / moved
        || cost.perSwitch() > LARGEST
        || isLarge(gains.at(i, persons) - cost.at(i, persons));
  }

  private static boolean isLarge(long gain) {
    return gain > LARGEST || gain < -LARGEST;
  }

  private String id(int i) {
    return candidateRanges.ids()[i];
  }
}
