package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.function.BooleanSupplier;

/**
 * The vectorized kernel of the dual: best choices of many candidates at once, in doubles.
 * Candidates are stored group by group, and in each group first those of the common kind ({@link
 * CommonKind}) that take no minors, then those of the common kind that may, then all others. For
 * the common kind the best persons are the rounded vertex of a parabola, and one pass over plain
 * arrays finds them; all others use {@link BestChoice}. Not thread-safe.
 */
public final class ChoiceKernel {
  private static final double UNIT = 1e6;

  private static final int PERSONS = Term.PERSONS.ordinal();
  private static final int SELECTED = Term.SELECTED.ordinal();
  private static final int MINORS = Term.MINORS.ordinal();
  private static final int PLACES = Term.MINORS_PLACES.ordinal();

  public final int[] members;

  /** The segments of each group: without minors, with minors, others; and the end. */
  private final int[][] segments;

  /** After so many candidates that are looked at one by one a stop is polled. */
  private static final int MANY = 64;

  private final BestChoice choice;
  private final BooleanSupplier stop;
  private int looked;
  private final double numerator;
  private final double denominator;
  private final double[] curve;
  private final double[] inverse;
  private final int[] least;
  private final int[] most;
  private final double[] minorsCurve;
  private final double[] minorsInverse;
  private final int[] minorsLeast;
  private final int[] minorsMost;

  /** Value of the group evaluated last. */
  public double value;

  /** The sum of each {@link Term} over the group evaluated last. */
  public final double[] sums = new double[Term.COUNT];

  /** The same while a group is evaluated, in fields, which are quicker than elements. */
  private double persons;

  private double selected;
  private double minors;
  private double places;

  /**
   * @param candidates group by group
   * @param from start of each group in {@code candidates}, and the end
   * @param stop asks an evaluation to end in a {@link StoppedException}
   */
  public ChoiceKernel(
      Program program, BestChoice choice, int[] candidates, int[] from, BooleanSupplier stop) {
    this.choice = choice;
    this.stop = stop;
    CandidateRanges c = program.candidates();
    numerator = program.share().numerator();
    denominator = program.share().denominator();
    CommonKind common = choice.common;
    members = new int[candidates.length];
    segments = new int[from.length - 1][];
    for (int g = 0; g < segments.length; g++) {
      segments[g] = sort(c, common, candidates, from[g], from[g + 1]);
    }
    int n = common.exists() ? members.length : 0;
    curve = new double[n];
    inverse = new double[n];
    least = new int[n];
    most = new int[n];
    minorsCurve = new double[n];
    minorsInverse = new double[n];
    minorsLeast = new int[n];
    minorsMost = new int[n];
    if (common.exists()) {
      fill(c, common);
    }
  }

  /** Sorts one group into its three segments, keeping the order within each. */
  private int[] sort(CandidateRanges c, CommonKind common, int[] candidates, int begin, int end) {
    int[] at = new int[3];
    for (int k = begin; k < end; k++) {
      at[kind(c, common, candidates[k])]++;
    }
    int[] bounds = {begin, begin + at[0], begin + at[0] + at[1], end};
    at[0] = bounds[0];
    at[1] = bounds[1];
    at[2] = bounds[2];
    for (int k = begin; k < end; k++) {
      members[at[kind(c, common, candidates[k])]++] = candidates[k];
    }
    return bounds;
  }

  private static int kind(CandidateRanges c, CommonKind common, int i) {
    if (!common.has(c, i)) {
      return 2;
    }
    return c.minorsLow()[i] <= c.minorsHigh()[i] ? 1 : 0;
  }

  private void fill(CandidateRanges c, CommonKind common) {
    for (int k = 0; k < members.length; k++) {
      int i = members[k];
      curve[k] = UNIT * common.r()[i];
      inverse[k] = 0.5 / curve[k];
      least[k] = c.low()[i];
      most[k] = c.high()[i];
      if (c.minorsLow()[i] <= c.minorsHigh()[i]) {
        minorsCurve[k] = UNIT * common.minorsR()[i];
        minorsInverse[k] = 0.5 / minorsCurve[k];
        minorsLeast[k] = c.minorsLow()[i];
        minorsMost[k] = c.minorsHigh()[i];
      }
    }
  }

  public int size() {
    return members.length;
  }

  /** Evaluates a group at the prices of each {@link Term}. */
  public void group(int g, double[] prices) {
    double perPerson = prices[PERSONS];
    double perPlace = prices[SELECTED];
    double perMinor = prices[MINORS];
    double perMinorsPlace = prices[PLACES];
    value = 0;
    persons = 0;
    selected = 0;
    minors = 0;
    places = 0;
    int[] segment = segments[g];
    withoutMinors(segment[0], segment[1], perPerson, perPlace);
    withMinors(segment[1], segment[2], perPerson, perPlace, perMinor, perMinorsPlace);
    others(segment[2], segment[3], prices);
    sums[PERSONS] = persons;
    sums[SELECTED] = selected;
    sums[MINORS] = minors;
    sums[PLACES] = places;
  }

  /** A candidate alone may take thousands of steps. */
  private void poll() {
    if (++looked % MANY == 0 && stop.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  private void others(int begin, int end, double[] prices) {
    for (int k = begin; k < end; k++) {
      other(k, prices[PERSONS], prices[SELECTED], prices[MINORS], prices[PLACES]);
    }
  }

  private void withoutMinors(int begin, int end, double perPerson, double perPlace) {
    double slope = 2 * UNIT - perPerson;
    double sum = 0;
    double count = 0;
    int taken = 0;
    for (int k = begin; k < end; k++) {
      double x = Math.rint(slope * inverse[k]);
      x = x < least[k] ? least[k] : x > most[k] ? most[k] : x;
      double worth = x * (slope - curve[k] * x) - perPlace;
      if (worth > 0) {
        sum += worth;
        count += x;
        taken++;
      }
    }
    value += sum;
    persons += count;
    selected += taken;
  }

  private void withMinors(
      int begin,
      int end,
      double perPerson,
      double perPlace,
      double perMinor,
      double perMinorsPlace) {
    double slope = 2 * UNIT - perPerson;
    double minorsSlope = 2 * UNIT - perMinor;
    double sum = 0;
    double count = 0;
    double minorsCount = 0;
    int taken = 0;
    int takenMinors = 0;
    for (int k = begin; k < end; k++) {
      double x = Math.rint(slope * inverse[k]);
      x = x < least[k] ? least[k] : x > most[k] ? most[k] : x;
      double worth = x * (slope - curve[k] * x) - perPlace;
      double m = Math.rint(minorsSlope * minorsInverse[k]);
      m = m < minorsLeast[k] ? minorsLeast[k] : m > minorsMost[k] ? minorsMost[k] : m;
      double extra = m * (minorsSlope - minorsCurve[k] * m) - perMinorsPlace;
      if (extra > 0 && worth + extra > 0) {
        if (m * denominator > x * numerator) {
          other(k, perPerson, perPlace, perMinor, perMinorsPlace);
          continue;
        }
        worth += extra;
        minorsCount += m;
        takenMinors++;
      }
      if (worth > 0) {
        sum += worth;
        count += x;
        taken++;
      }
    }
    value += sum;
    persons += count;
    selected += taken;
    minors += minorsCount;
    places += takenMinors;
  }

  private void other(
      int k, double perPerson, double perPlace, double perMinor, double perMinorsPlace) {
    poll();
    choice.find(members[k], perPerson, perPlace, perMinor, perMinorsPlace);
    value += choice.value;
    persons += choice.x;
    minors += choice.m;
    selected += choice.x > 0 ? 1 : 0;
    places += choice.m > 0 ? 1 : 0;
  }
}
