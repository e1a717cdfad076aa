package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Term;

/**
 * Bounds on the objective of any allocation, in 10<sup>-6</sup> person.
 *
 * @param floor no allocation is worth less: a dual value below it proves that there is none
 * @param ceiling no allocation is worth more
 * @param largestGain no gain of one candidate is larger in size
 * @param most no candidate takes more persons, minors counted again
 */
public record ObjectiveRange(double floor, double ceiling, double largestGain, double most) {
  /** No fit is worth more than two persons a person. */
  private static final double UNIT = 2e6;

  private static final long NONE = Long.MAX_VALUE;

  /**
   * Computed candidate by candidate, in doubles and with a unit of margin each; concave gains are
   * least at an end.
   */
  public static ObjectiveRange of(Program program) {
    CandidateRanges c = program.candidates();
    double floor = -1e6;
    double ceiling = 1e6;
    double largestGain = 0;
    double largestMost = 0;
    for (int i = 0; i < program.size(); i++) {
      double least = least(program, c, i);
      double most = most(c, i);
      floor += least - 1;
      ceiling += UNIT * most + 1;
      largestGain = Math.max(largestGain, Math.abs(least));
      largestMost = Math.max(largestMost, most);
    }
    return new ObjectiveRange(floor, ceiling, largestGain + UNIT * largestMost, largestMost);
  }

  private static long least(Program program, CandidateRanges c, int i) {
    long least = c.mayDrop().get(i) ? program.personsGain(i, 0) : NONE;
    if (c.low()[i] <= c.high()[i]) {
      least = Math.min(least, program.personsGain(i, c.low()[i]));
      least = Math.min(least, program.personsGain(i, c.high()[i]));
    }
    if (least == NONE) {
      return 0;
    }
    if (c.minorsLow()[i] <= c.minorsHigh()[i]) {
      long low = program.minorsGain(i, c.minorsLow()[i]);
      long high = program.minorsGain(i, c.minorsHigh()[i]);
      least += Math.min(0, Math.min(low, high));
    }
    return least;
  }

  private static double most(CandidateRanges c, int i) {
    double persons = c.low()[i] <= c.high()[i] ? c.high()[i] : 0;
    double minors = c.minorsLow()[i] <= c.minorsHigh()[i] ? c.minorsHigh()[i] : 0;
    return persons + minors;
  }

  /**
   * The size beyond which multipliers are useless: one person then outweighs all gains together,
   * and a place all the persons it may have.
   *
   * @param term that the multiplier adds to
   */
  public double farthest(Term term) {
    double unit = 4 * (ceiling - floor) + 1e9;
    return term.isPresence() ? unit * Math.max(1, most) : unit;
  }

  /** The range of a sample, with a margin for its random error. */
  public ObjectiveRange scaled(double share) {
    return new ObjectiveRange(share * floor - 1e9, share * ceiling + 1e9, largestGain, most);
  }
}
