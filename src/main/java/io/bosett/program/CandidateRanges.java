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
}
