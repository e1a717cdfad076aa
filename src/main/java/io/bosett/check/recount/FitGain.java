package io.bosett.check.recount;

/**
 * The gain from fit alone, in whole 10<sup>-6</sup> person. {@code half} and the order of
 * operations are part of the definition: all implementations must agree to the last bit.
 */
sealed interface FitGain permits ProportionalGain, OverlapGain, ScoreGain {
  /** One person, in the unit of gains. */
  double MILLION = 1e6;

  /** The largest size a gain may have: beyond it doubles are no longer exact. */
  double LARGEST = 0x1p53;

  /** The gain of candidate i at x persons. */
  long persons(int i, int x);

  /** The gain of candidate i at m minors. */
  long minors(int i, int m);

  /** No number: the gain is concave on the whole range. */
  int[] NO_BENDS = {};

  /**
   * Numbers that end a piece of a range: between two of them, and beyond the last, the whole-number
   * gain of persons is concave.
   */
  default int[] personsBends(int i, int from, int to) {
    return NO_BENDS;
  }

  /** The same for minors. */
  default int[] minorsBends(int i, int from, int to) {
    return NO_BENDS;
  }

  /**
   * Whether the gains are those of concave functions, rounded to whole units. Where a gain, less
   * any multiple of its number, falls by three units from one number to the next, none beyond is
   * larger.
   */
  default boolean isNearlyConcave() {
    return false;
  }

  /** Whether candidate i gets nobody whatever the rules say. */
  default boolean getsNobody(int i) {
    return false;
  }

  /** Whether candidate i gets no minors whatever the rules say. */
  default boolean getsNoMinors(int i) {
    return false;
  }

  /**
   * The nearest whole number, halves upwards.
   *
   * @throws ArithmeticException when it is beyond what a gain may be
   */
  static long half(double value) {
    double rounded = Math.floor(value + 0.5);
    if (!(Math.abs(rounded) <= LARGEST)) {
      throw new ArithmeticException("a gain is " + value + ", allowed up to 2^53 in size");
    }
    return (long) rounded;
  }
}
