package io.bosett.solve.decomposition.closing;

import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.lots.LotWitness;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A heuristic for programs with millions of equally good choices, too many to list: the program is
 * narrowed to the choices that lose nothing at the multipliers, range by range, and the arithmetic
 * of lots looks for an assignment among them. The ends of a range are found by bisection, which
 * presumes concave gains; where they are not, or where persons and minors depend on each other, a
 * range may hold choices that lose something. So nothing is claimed: the objective tells.
 */
public final class TiedChoices {
  private final ExactEvaluator exact;
  private final CandidateRanges narrow;

  private TiedChoices(ExactEvaluator exact) {
    this.exact = exact;
    narrow = exact.candidates.copy();
  }

  /** Whether a candidate has so many choices that they are better not listed. */
  public static boolean areMany(ExactEvaluator exact) {
    for (int i = 0; i < exact.program.size(); i++) {
      exact.i = i;
      if (exact.isLong()) {
        return true;
      }
    }
    return false;
  }

  /** An assignment that satisfies all rules, of choices that lose nothing, or null. */
  public static @Nullable Assignment witness(
      ExactEvaluator exact, LagrangianSolution base, BooleanSupplier stop) {
    TiedChoices tied = new TiedChoices(exact);
    for (int i = 0; i < base.nextLoss.length; i++) {
      exact.look(i);
      tied.narrow(i);
    }
    return LotWitness.of(exact.program.withCandidates(tied.narrow), stop);
  }

  private void narrow(int i) {
    if (narrow.mayDrop().get(i) && exact.zeroValue() < exact.value) {
      narrow.mayDrop().clear(i);
    }
    if (!exact.mayTakePersons() || exact.selectedValue < exact.value) {
      narrow.low()[i] = 1;
      narrow.high()[i] = 0;
    } else if (exact.apart) {
      persons(i);
      minors(i);
    }
  }

  private void persons(int i) {
    int best = exact.bestPersonsAlone();
    narrow.low()[i] = last(best, exact.personsLeast(), exact::personsValue);
    narrow.high()[i] = last(best, exact.personsMost(), exact::personsValue);
  }

  private void minors(int i) {
    if (!exact.mayTakeMinors()) {
      return;
    }
    int best = exact.bestMinorsAlone();
    long value = exact.minorsValue(best);
    if (value < 0 && narrow.mayGoWithout().get(i)) {
      narrow.minorsLow()[i] = 1;
      narrow.minorsHigh()[i] = 0;
      return;
    }
    if (value > 0) {
      narrow.mayGoWithout().clear(i);
    }
    narrow.minorsLow()[i] = last(best, exact.minorsLeast(), exact::minorsValue);
    narrow.minorsHigh()[i] = last(best, exact.minorsMost(), exact::minorsValue);
  }

  /** The number nearest to an end that is worth as much as the best, up to rounding. */
  private int last(int best, int end, IntToLongFunction value) {
    long least = value.applyAsLong(best) - exact.slack;
    int good = best;
    int bad = end;
    if (value.applyAsLong(end) >= least) {
      return end;
    }
    while (Math.abs(good - bad) > 1) {
      int middle = good + (bad - good) / 2;
      if (value.applyAsLong(middle) >= least) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
