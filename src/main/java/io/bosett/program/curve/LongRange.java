package io.bosett.program.curve;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;

/**
 * A candidate with so many numbers of persons or minors that closed forms are quicker than trying
 * each.
 *
 * @param program of the candidate
 * @param i the candidate
 * @param personsBends of its gains of persons
 * @param minorsBends of its gains of minors
 */
public record LongRange(Program program, int i, int[] personsBends, int[] minorsBends) {
  /** Shorter ranges are tried number by number. */
  public static final int LONG = 4_096;

  /** Whether a candidate has such ranges. */
  public static boolean is(Program program, int i) {
    CandidateRanges c = program.candidates();
    int persons = c.high()[i] - c.low()[i];
    return persons >= 0
        && (persons > LONG
            || (c.minorsHigh()[i] - c.minorsLow()[i] > LONG
                && most(program, i) - c.minorsLow()[i] > LONG));
  }

  /** Of a candidate whose persons may be more than 0. */
  public static LongRange of(Program program, int i) {
    CandidateRanges c = program.candidates();
    int most = most(program, i);
    return new LongRange(
        program,
        i,
        program.personsGains().bends(i, c.low()[i], c.high()[i]),
        c.minorsLow()[i] < most
            ? program.minorsGains().bends(i, c.minorsLow()[i], most)
            : new int[0]);
  }

  private static int most(Program program, int i) {
    CandidateRanges c = program.candidates();
    return Math.min(c.minorsHigh()[i], program.share().minorsOf(c.high()[i]));
  }

  /** The most minors beside any allowed number of persons. */
  int mostMinors() {
    return most(program, i);
  }

  /** The most minors beside so many persons. */
  int mostMinors(int persons) {
    return Math.min(program.candidates().minorsHigh()[i], program.share().minorsOf(persons));
  }

  /** The persons of the largest {@code scale * gain - price * persons}. */
  public int bestPersons(long scale, long price) {
    CandidateRanges c = program.candidates();
    AmountPieces pieces =
        new AmountPieces(
            x -> scale * program.personsGain(i, x) - price * x,
            personsBends,
            c.low()[i],
            c.high()[i]);
    return pieces.best(c.low()[i], c.high()[i]);
  }

  /** The minors of the largest {@code scale * gain - price * minors}; some must be allowed. */
  public int bestMinors(long scale, long price) {
    int group = program.candidates().minorsLow()[i];
    AmountPieces pieces =
        new AmountPieces(
            m -> scale * program.minorsGain(i, m) - price * m, minorsBends, group, mostMinors());
    return pieces.best(group, mostMinors());
  }

  /**
   * The least gain of a choice with at least one person, or the largest long when none is allowed.
   */
  public long leastGain() {
    return new LeastChoice(this).find(Long.MAX_VALUE);
  }
}
