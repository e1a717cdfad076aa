package io.bosett.analysis.explain;

import io.bosett.analysis.explain.CandidateStanding.Pricing;
import io.bosett.model.Certificate;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.program.curve.ShareStaircase;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The reduced costs of candidates: gains less the certificate's multipliers, so that each candidate
 * stands alone. In persons of objective, as doubles: for display, not for proofs.
 */
final class ReducedCosts {
  private static final double UNITS = 1e6;

  private final Program program;

  /** By {@link Term} and candidate. */
  private final double[][] prices;

  ReducedCosts(Program program, Certificate certificate) {
    this.program = program;
    prices = new double[Term.COUNT][program.size()];
    double unit = UNITS * certificate.scale();
    long[] multipliers = certificate.multipliers().inOrder();
    for (int k = 0; k < program.rules().size() && k < multipliers.length; k++) {
      SharedRule rule = program.rules().get(k);
      double[] ofTerm = prices[rule.quantity().term().ordinal()];
      for (int i : rule.members()) {
        ofTerm[i] += multipliers[k] / unit;
      }
    }
  }

  private double price(Term term, int i) {
    return prices[term.ordinal()][i];
  }

  /** The reduced costs and the best choice of candidate {@code i}. */
  Pricing of(int i) {
    @Nullable Choice best = best(i);
    double none = program.personsGain(i, 0) / UNITS;
    int wished = bestPersons(i, 0, (int) Math.min(Integer.MAX_VALUE, demand()));
    return new Pricing(
        price(Term.PERSONS, i),
        price(Term.MINORS, i),
        price(Term.SELECTED, i),
        price(Term.MINORS_PLACES, i),
        wished,
        best == null ? null : Double.valueOf(best.value - none),
        best == null ? 0 : best.persons,
        best == null ? 0 : best.minors);
  }

  private long demand() {
    Bounds demand = program.limits(Term.PERSONS);
    return demand.hasMost() ? demand.most() : 0;
  }

  private record Choice(int persons, int minors, double value) {}

  /** The best allowed choice with at least one person, or null when there is none. */
  private @Nullable Choice best(int i) {
    CandidateRanges c = program.candidates();
    if (c.low()[i] > c.high()[i] || c.high()[i] < 1) {
      return null;
    }
    int alone = bestPersons(i, Math.max(1, c.low()[i]), c.high()[i]);
    @Nullable Choice best = c.mayGoWithout().get(i) ? choice(i, alone, 0) : null;
    int most = Math.min(c.minorsHigh()[i], program.share().minorsOf(c.high()[i]));
    if (c.minorsLow()[i] > most) {
      return best;
    }
    int wanted = bestMinors(i, c.minorsLow()[i], most);
    int fits = Math.max(c.minorsLow()[i], program.share().minorsOf(alone));
    IntFunction<Choice> choices = m -> choice(i, Math.max(alone, program.share().personsFor(m)), m);
    int m =
        ShareStaircase.best(
            program.share(), Math.min(wanted, fits), wanted, k -> choices.apply(k).value);
    Choice choice = choices.apply(m);
    return best == null || choice.value > best.value ? choice : best;
  }

  private Choice choice(int i, int x, int m) {
    double value = persons(i, x) - price(Term.SELECTED, i);
    return new Choice(x, m, m == 0 ? value : value + minors(i, m) - price(Term.MINORS_PLACES, i));
  }

  private double persons(int i, int x) {
    return program.personsGain(i, x) / UNITS - price(Term.PERSONS, i) * x;
  }

  private double minors(int i, int m) {
    return program.minorsGain(i, m) / UNITS - price(Term.MINORS, i) * m;
  }

  /**
   * The best number in a range, by bisection on the slope: gains are concave above 0 but for one
   * unit of rounding.
   */
  private int bestPersons(int i, int low, int high) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = from + (to - from) / 2;
      double slope = gainSlope(i, middle);
      if (slope > price(Term.PERSONS, i)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The slope of the gain; from nobody to one person the cost of a switch is left out. */
  private double gainSlope(int i, int x) {
    long before = x == 0 ? 0 : program.personsGains().at(i, x);
    double gain = (program.personsGains().at(i, x + 1) - before) / UNITS;
    if (program.changeCost() == null) {
      return gain;
    }
    double perPerson = program.changeCost().perPerson() / UNITS;
    return x < program.changeCost().before()[i] ? gain + perPerson : gain - perPerson;
  }

  private int bestMinors(int i, int low, int high) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (minors(i, middle + 1) > minors(i, middle)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
