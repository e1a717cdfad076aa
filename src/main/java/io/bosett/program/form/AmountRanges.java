package io.bosett.program.form;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.Arrays;

/**
 * Presolved ranges of the candidates' amounts: their own ranges, less what the shared rules' upper
 * limits make impossible. Empty where low is above high.
 *
 * @param low fewest persons if any
 * @param high most persons
 * @param minorsLow fewest minors if any
 * @param minorsHigh most minors
 * @param share of a place's persons, by the smallest numbers that give the same floors in range
 */
record AmountRanges(int[] low, int[] high, int[] minorsLow, int[] minorsHigh, ShareLimit share) {
  /** Tightens the candidates' own ranges; linear in candidates and members of regions. */
  static AmountRanges of(Program program) {
    CandidateRanges candidateRanges = program.candidates();
    int n = program.size();
    int[] low = new int[n];
    int[] high = new int[n];
    int[] minorsLow = new int[n];
    int[] minorsHigh = new int[n];
    for (int i = 0; i < n; i++) {
      low[i] = Math.max(1, candidateRanges.low()[i]);
      high[i] = candidateRanges.high()[i];
      minorsLow[i] = Math.max(1, candidateRanges.minorsLow()[i]);
      minorsHigh[i] = candidateRanges.minorsHigh()[i];
    }
    for (SharedRule rule : program.rules()) {
      if (!rule.quantity().term().isPresence()) {
        int[] most = rule.quantity().term().ofMinors() ? minorsHigh : high;
        for (int i : rule.members()) {
          most[i] = (int) Math.min(most[i], rule.limits().most());
        }
      }
    }
    AmountRanges amountRanges = new AmountRanges(low, high, minorsLow, minorsHigh, program.share());
    amountRanges.leaveRoomForOthers(program);
    amountRanges.fitMinorsToPersons(program);
    return new AmountRanges(low, high, minorsLow, minorsHigh, shorter(program.share(), high));
  }

  /** Leaves room for the minima of those who must be selected and of the fewest others. */
  private void leaveRoomForOthers(Program program) {
    Bounds demand = program.limits(Term.PERSONS);
    if (!demand.hasMost()) {
      return;
    }
    long needed = 0;
    int must = 0;
    int[] optional = new int[low.length];
    int options = 0;
    for (int i = 0; i < low.length; i++) {
      if (program.candidates().mayDrop().get(i)) {
        optional[options++] = low[i];
      } else {
        needed += low[i];
        must++;
      }
    }
    Arrays.sort(optional, 0, options);
    // The candidate in question may itself be one of the optional ones.
    long others = Math.min(program.limits(Term.SELECTED).least() - must - 1, options);
    for (int k = 0; k < others; k++) {
      needed += optional[k];
    }
    for (int i = 0; i < low.length; i++) {
      long own = program.candidates().mayDrop().get(i) ? 0 : low[i];
      high[i] = (int) Math.max(-1, Math.min(high[i], demand.most() - needed + own));
    }
  }

  private void fitMinorsToPersons(Program program) {
    for (int i = 0; i < low.length; i++) {
      minorsHigh[i] = Math.min(minorsHigh[i], share.minorsOf(Math.max(0, high[i])));
      if (!program.candidates().mayGoWithout().get(i)) {
        low[i] = Math.max(low[i], share.personsFor(minorsLow[i]));
      }
    }
  }

  /** The largest fraction not above the share whose denominator is at most the greatest amount. */
  private static ShareLimit shorter(ShareLimit share, int[] high) {
    int most = Arrays.stream(high).max().orElse(0);
    long p = 0;
    long q = 1;
    for (long d = 1; d <= Math.min(most, share.denominator()); d++) {
      long c = d * share.numerator() / share.denominator();
      if (c * q > p * d) {
        p = c;
        q = d;
      }
    }
    return new ShareLimit(p, q);
  }

  /** Whether there is any amount of persons above 0. */
  boolean hasPersons(int i) {
    return low[i] <= high[i];
  }

  /** Whether there is any amount of minors above 0. */
  boolean hasMinors(int i) {
    return hasPersons(i) && minorsLow[i] <= minorsHigh[i];
  }
}
