package io.bosett.analysis.explain;

import io.bosett.analysis.explain.CandidateStanding.Pricing;
import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reduced costs of candidates: gains less the certificate's multipliers, so that each candidate
 * stands alone. In persons of objective, as doubles: for display, not for proofs.
 */
final class ReducedCosts {
  private static final double UNITS = 1e6;

  private final Program program;
  private final double[] person;
  private final double[] minor;
  private final double[] selection;
  private final double group;

  ReducedCosts(Program program, Certificate certificate) {
    this.program = program;
    Multipliers m = certificate.multipliers();
    double unit = UNITS * certificate.scale();
    person = filled(program.size(), m.persons() / unit);
    minor = filled(program.size(), m.minors() / unit);
    selection = filled(program.size(), m.selected() / unit);
    group = m.minorsMunicipalities() / unit;
    for (int r = 0; r < program.regions().size() && r < m.regions().size(); r++) {
      add(program.regions().get(r), m.regions().get(r), unit);
    }
  }

  private static double[] filled(int size, double value) {
    double[] all = new double[size];
    Arrays.fill(all, value);
    return all;
  }

  private void add(RegionRule region, Multipliers.OfRegion multipliers, double unit) {
    for (int i : region.members()) {
      person[i] += multipliers.persons() / unit;
      minor[i] += multipliers.minors() / unit;
      selection[i] += multipliers.selected() / unit;
    }
  }

  /** The reduced costs and the best choice of candidate {@code i}. */
  Pricing of(int i) {
    @Nullable Choice best = best(i);
    double none = program.personsGain(i, 0) / UNITS;
    int wished = bestPersons(i, 0, (int) Math.min(Integer.MAX_VALUE, demand()));
    return new Pricing(
        person[i],
        minor[i],
        selection[i],
        group,
        wished,
        best == null ? null : Double.valueOf(best.value - none),
        best == null ? 0 : best.persons,
        best == null ? 0 : best.minors);
  }

  private long demand() {
    return program.persons().hasMost() ? program.persons().most() : 0;
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
    for (int m = Math.min(wanted, fits); m <= wanted; m++) {
      int x = Math.max(alone, program.share().personsFor(m));
      Choice choice = choice(i, x, m);
      best = best == null || choice.value > best.value ? choice : best;
    }
    return best;
  }

  private Choice choice(int i, int x, int m) {
    double value = persons(i, x) - selection[i];
    return new Choice(x, m, m == 0 ? value : value + minors(i, m) - group);
  }

  private double persons(int i, int x) {
    return program.personsGain(i, x) / UNITS - person[i] * x;
  }

  private double minors(int i, int m) {
    return program.minorsGain(i, m) / UNITS - minor[i] * m;
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
      if (slope > person[i]) {
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
