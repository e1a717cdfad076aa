package io.bosett.check.recount;

/**
 * The gains of the candidates, recomputed: fit less the cost of change. Their sum is the objective.
 */
public final class Gains {
  private final FitGain fit;
  private final ChangeCost cost;

  Gains(FitGain fit, ChangeCost cost) {
    this.fit = fit;
    this.cost = cost;
  }

  /** g of candidate i at x persons; negative at 0 persons when dropping out costs. */
  public long persons(int i, int x) {
    long gain = fit.persons(i, x);
    return cost.isCharged() ? checked(Math.subtractExact(gain, cost.of(i, x))) : checked(gain);
  }

  /** h of candidate i at m minors. */
  public long minors(int i, int m) {
    return checked(fit.minors(i, m));
  }

  /**
   * Numbers that end a piece of a range, ascending: on each piece, whole numbers and the cost of
   * change included, the gain of persons is concave.
   */
  public int[] personsBends(int i, int from, int to) {
    return fit.personsBends(i, from, to);
  }

  /** The same for minors. */
  public int[] minorsBends(int i, int from, int to) {
    return fit.minorsBends(i, from, to);
  }

  /** See {@link FitGain#isNearlyConcave}; the cost of change, which is convex, keeps it. */
  public boolean isNearlyConcave() {
    return fit.isNearlyConcave();
  }

  private static long checked(long gain) {
    if (Math.abs(gain) > (long) FitGain.LARGEST) {
      throw new ArithmeticException("a gain is " + gain + ", allowed up to 2^53 in size");
    }
    return gain;
  }
}
