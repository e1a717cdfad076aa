package io.bosett.program;

import java.util.BitSet;

/**
 * The ranges of the candidates: what each candidate's own rules allow. Candidate i may be asked for
 * nobody when {@code mayDrop(i)}, else for {@code low(i)..high(i)} persons (none when {@code low >
 * high}); among them no minors when {@code mayGoWithout(i)}, else {@code
 * minorsLow(i)..minorsHigh(i)} minors (none when low is above high, and never more than the share
 * of the persons). Where {@code mayGoWithout} does not hold, neither does {@code mayDrop}.
 *
 * @param ids ascending by code point
 * @param positions of the candidates in the dataset
 * @param mayDrop who may be asked for nobody
 * @param low fewest persons if any
 * @param high most persons
 * @param caps the scenario's cap, before anything is fixed
 * @param mayGoWithout who may go without minors
 * @param minorsLow fewest minors if any
 * @param minorsHigh most minors, before the share
 * @param fixed whose persons, minors or selection the scenario fixes
 */
public record CandidateRanges(
    String[] ids,
    int[] positions,
    BitSet mayDrop,
    int[] low,
    int[] high,
    int[] caps,
    BitSet mayGoWithout,
    int[] minorsLow,
    int[] minorsHigh,
    BitSet fixed) {
  /** Number of candidates. */
  public int size() {
    return ids.length;
  }

  /** A copy with arrays of its own, which may be written. */
  public CandidateRanges copy() {
    return new CandidateRanges(
        ids,
        positions,
        (BitSet) mayDrop.clone(),
        low.clone(),
        high.clone(),
        caps,
        (BitSet) mayGoWithout.clone(),
        minorsLow.clone(),
        minorsHigh.clone(),
        fixed);
  }

  /** A copy that forces these candidates to get nobody, which their own rules may forbid. */
  public CandidateRanges withNobody(int... who) {
    CandidateRanges c = copy();
    for (int i : who) {
      c.low[i] = 1;
      c.high[i] = 0;
      c.minorsLow[i] = 1;
      c.minorsHigh[i] = 0;
    }
    return c;
  }

  /** A copy that forces candidate {@code i} to get somebody. */
  public CandidateRanges withSomebody(int i) {
    CandidateRanges c = copy();
    c.mayDrop.clear(i);
    return c;
  }

  /** A copy that forces candidate {@code i} to get at least so many persons. */
  public CandidateRanges withAtLeast(int i, int persons) {
    CandidateRanges c = withSomebody(i);
    c.low[i] = Math.max(low[i], persons);
    return c;
  }

  /** A copy that limits candidate {@code i} to so many persons. */
  public CandidateRanges withAtMost(int i, int persons) {
    CandidateRanges c = copy();
    c.high[i] = Math.min(high[i], persons);
    return c;
  }

  /** A copy that forces candidate {@code i} to get at least so many minors. */
  public CandidateRanges withMinorsAtLeast(int i, int minors) {
    CandidateRanges c = withSomebody(i);
    c.mayGoWithout.clear(i);
    c.minorsLow[i] = Math.max(minorsLow[i], minors);
    return c;
  }

  /** A copy that limits candidate {@code i} to so many minors. */
  public CandidateRanges withMinorsAtMost(int i, int minors) {
    CandidateRanges c = copy();
    c.minorsHigh[i] = Math.min(minorsHigh[i], minors);
    return c;
  }

  /**
   * A copy that limits the persons of candidate {@code i} to a range, where its own rules allow
   * them.
   */
  public CandidateRanges withPersons(int i, Bounds limits) {
    CandidateRanges c = limits.hasLeast() ? withAtLeast(i, (int) limits.least()) : this;
    return c.withAtMost(i, (int) limits.most());
  }

  /** The same for minors. */
  public CandidateRanges withMinors(int i, Bounds limits) {
    CandidateRanges c = limits.hasLeast() ? withMinorsAtLeast(i, (int) limits.least()) : this;
    return c.withMinorsAtMost(i, (int) limits.most());
  }

  /** A copy with another cap for candidate {@code i}, for persons and for the minors among them. */
  public CandidateRanges withCap(int i, int persons, int minors) {
    CandidateRanges c = copy();
    c.high[i] = persons;
    c.minorsHigh[i] = minorsLow[i] > 1 || minorsHigh[i] > 0 ? minors : minorsHigh[i];
    return c;
  }

  /**
   * A copy that frees the fixed number of candidate {@code i}: any number from the least to it, or
   * nobody.
   */
  public CandidateRanges withOpenPersons(int i, int least, boolean some) {
    CandidateRanges c = copy();
    c.low[i] = low[i] <= high[i] ? least : low[i];
    c.mayDrop.set(i, !some);
    return c;
  }

  /** The same for minors. */
  public CandidateRanges withOpenMinors(int i, int least, boolean some) {
    CandidateRanges c = copy();
    c.minorsLow[i] = minorsLow[i] <= minorsHigh[i] ? least : minorsLow[i];
    c.mayGoWithout.set(i);
    c.mayDrop.set(i, !some);
    return c;
  }

  /**
   * A copy with a lower minimum and the same caps: who may get the minimum may get any number from
   * the lower one up to the cap; fixed numbers stay.
   */
  public CandidateRanges withMinimum(int minimum, int lower) {
    CandidateRanges c = copy();
    for (int i = 0; i < low.length; i++) {
      boolean isFixed = fixed.get(i) && low[i] == high[i];
      c.low[i] = low[i] == minimum && low[i] <= high[i] && !isFixed ? lower : low[i];
    }
    return c;
  }
}
