package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.StoppedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves the prices of persons and of minors together to a breakpoint of the dual where that lowers
 * the bound. With gains that are linear over millions of numbers, a candidate is indifferent on one
 * of three lines: the price of a person is what its next person adds, the price of a minor what its
 * next minor adds, or the price of a person and of the minors that the share allows with it what
 * both add. The least bound is where two lines cross; a descent ends a fraction of a unit beside
 * it, which ten million persons each lose, and moving one price alone leaves the third line.
 */
final class BreakpointPrices {
  /**
   * Limit on the polls of one evaluation: where a share of 1/3 rounds, ties of millions of numbers
   * take long to tell apart, and the prices stay as they were.
   */
  private static final int MOST_POLLS = 20;

  private final Program program;
  private final DecompositionModel model;
  private final BooleanSupplier stop;
  private final int personsRow;
  private final int minorsRow;
  private final double share;
  private LagrangianSolution best;

  private BreakpointPrices(
      Program program, DecompositionModel model, LagrangianSolution base, BooleanSupplier stop) {
    this.program = program;
    this.model = model;
    this.stop = stop;
    best = base;
    personsRow = model.groups.all().of(SharedRule.ALL, Term.PERSONS);
    minorsRow = model.groups.all().of(SharedRule.ALL, Term.MINORS);
    share = (double) program.share().numerator() / program.share().denominator();
  }

  /** The better of a solution and those at the crossings of the lines nearest to its prices. */
  static LagrangianSolution near(
      Program program, DecompositionModel model, LagrangianSolution base, BooleanSupplier stop) {
    BreakpointPrices prices = new BreakpointPrices(program, model, base, stop);
    if (base.stuck < 0 && prices.personsRow >= 0 && prices.minorsRow >= 0 && prices.share > 0) {
      prices.tryCrossings();
    }
    return prices.best;
  }

  private void tryCrossings() {
    double scale = best.scale;
    double ofPerson = best.u[personsRow] / scale;
    double ofMinor = best.u[minorsRow] / scale;
    double ofBoth = ofPerson + share * ofMinor;
    double person = Double.MAX_VALUE;
    double minor = Double.MAX_VALUE;
    double both = Double.MAX_VALUE;
    for (int i = 0; i < program.size(); i++) {
      @Nullable Double nextPerson =
          slope(best.persons[i], program.candidates().high()[i], i, false);
      @Nullable Double nextMinor =
          slope(best.minors[i], program.candidates().minorsHigh()[i], i, true);
      if (nextPerson == null || nextMinor == null) {
        continue;
      }
      person = nearer(nextPerson, person, ofPerson);
      minor = nearer(nextMinor, minor, ofMinor);
      both = nearer(nextPerson + share * nextMinor, both, ofBoth);
    }
    if (person < Double.MAX_VALUE) {
      at(person, minor);
      at(person, (both - person) / share);
      at(both - share * minor, minor);
    }
  }

  /** What one more adds, or the last one; null where nothing is to be taken. */
  private @Nullable Double slope(int now, int high, int i, boolean ofMinors) {
    if (high < 2) {
      return null;
    }
    int from = Math.max(1, Math.min(now, high - 1));
    return (double)
        (ofMinors
            ? program.minorsGain(i, from + 1) - program.minorsGain(i, from)
            : program.personsGain(i, from + 1) - program.personsGain(i, from));
  }

  private static double nearer(double one, double other, double to) {
    return Math.abs(one - to) < Math.abs(other - to) ? one : other;
  }

  private void at(double ofPerson, double ofMinor) {
    AtomicInteger polls = new AtomicInteger();
    BooleanSupplier isLong = () -> polls.incrementAndGet() > MOST_POLLS || stop.getAsBoolean();
    long[] u = best.u.clone();
    u[personsRow] = Math.round(ofPerson * best.scale);
    u[minorsRow] = Math.round(ofMinor * best.scale);
    try {
      LagrangianSolution other =
          LagrangianSolution.of(new ExactEvaluator(model, u, best.scale, isLong), model.rows);
      best = other.scaledBound < best.scaledBound ? other : best;
    } catch (ArithmeticException | StoppedException e) {
      if (stop.getAsBoolean()) {
        throw new StoppedException();
      }
    }
  }
}
