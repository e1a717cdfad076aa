package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.ChangeCost;
import io.bosett.program.GainShape;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.curve.LongRange;
import io.bosett.program.curve.ShareStaircase;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The best persons and minors of one candidate at given prices, in doubles. With the shared rules
 * priced, a candidate maximizes by itself
 *
 * <pre> max( g(0),      max over x [ g(x) - price x -
 * entry + max(0, max over m [ h(m) - price m - entry ]) ] ) </pre>
 *
 * with {@code m} within the share of {@code x}. The two inner maxima are found separately; only
 * where the best minors exceed the share of the best persons are they found together, by trying
 * every number of minors in between with the fewest persons that allow it. Not thread-safe.
 */
public final class BestChoice {
  final CommonKind common;
  final GainCurve persons;
  final GainCurve minors;
  final Program program;
  private final CandidateRanges candidateRanges;
  private final ShareLimit share;

  /** The persons chosen last. */
  int x;

  /** The minors chosen last. */
  int m;

  /** The value of the last choice, less prices. */
  double value;

  BestChoice(Program program) {
    this.program = program;
    candidateRanges = program.candidates();
    share = program.share();
    common = CommonKind.of(program);
    persons =
        curve(
            program.personsGains(),
            candidateRanges.low(),
            candidateRanges.high(),
            program.changeCost());
    minors =
        curve(
            program.minorsGains(), candidateRanges.minorsLow(), candidateRanges.minorsHigh(), null);
  }

  private static GainCurve curve(Gains gains, int[] least, int[] most, @Nullable ChangeCost cost) {
    return gains.shape() instanceof GainShape.Lines lines
        ? PiecewiseLinearCurve.of(lines, least, most, cost)
        : new QuadraticCurve(gains.shape().steepness(), least, most, cost);
  }

  /** The cost of selecting candidate {@code i} when it had nobody before. */
  private double entryCost(int i) {
    ChangeCost cost = program.changeCost();
    return cost == null || cost.before()[i] > 0 ? 0 : cost.perSwitch();
  }

  /** Finds the best choice; {@code value} is minus infinity when nothing is allowed. */
  void find(int i, double perPerson, double perPlace, double perMinor, double perMinorsPlace) {
    x = 0;
    m = 0;
    value = Double.NEGATIVE_INFINITY;
    if (candidateRanges.mayDrop().get(i)) {
      value = program.changeCost() == null ? 0 : -program.changeCost().at(i, 0);
    }
    if (!persons.any(i)) {
      return;
    }
    int alone = persons.best(i, perPerson);
    double fixed = perPlace + entryCost(i);
    double worth = persons.bestGain - perPerson * alone - fixed;
    if (candidateRanges.mayGoWithout().get(i) && worth > value) {
      take(alone, 0, worth);
    }
    if (!minors.any(i)) {
      return;
    }
    int best = minors.best(i, perMinor);
    double extra = minors.bestGain - perMinor * best - perMinorsPlace;
    if (worth + extra <= value) {
      return;
    }
    if (best <= share.minorsOf(alone)) {
      take(alone, best, worth + extra);
    } else {
      together(i, alone, best, perPerson, fixed, perMinor, perMinorsPlace);
    }
  }

  private void together(
      int i,
      int alone,
      int best,
      double perPerson,
      double fixed,
      double perMinor,
      double perMinorsPlace) {
    int first = Math.max(minors.least[i], share.minorsOf(alone));
    if (best - first > LongRange.LONG && share.minorsOf(persons.most[i]) - first > LongRange.LONG) {
      int last = Math.min(best, share.minorsOf(persons.most[i]));
      IntToDoubleFunction worth =
          m ->
              worth(
                  i,
                  Math.max(alone, share.personsFor(m)),
                  m,
                  perPerson,
                  fixed,
                  perMinor,
                  perMinorsPlace);
      int found = ShareStaircase.best(share, first, last, worth);
      offer(found, Math.max(alone, share.personsFor(found)), worth.applyAsDouble(found));
      return;
    }
    for (int k = first; k <= best; k++) {
      int need = Math.max(alone, share.personsFor(k));
      if (need > persons.most[i]) {
        return;
      }
      offer(k, need, worth(i, need, k, perPerson, fixed, perMinor, perMinorsPlace));
    }
  }

  private double worth(
      int i, int x, int m, double perPerson, double fixed, double perMinor, double perMinorsPlace) {
    return persons.gain(i, x)
        - perPerson * x
        - fixed
        + minors.gain(i, m)
        - perMinor * m
        - perMinorsPlace;
  }

  private void offer(int m, int x, double worth) {
    if (worth > value) {
      take(x, m, worth);
    }
  }

  private void take(int persons, int minors, double worth) {
    x = persons;
    m = minors;
    value = worth;
  }
}
