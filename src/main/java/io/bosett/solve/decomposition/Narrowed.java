package io.bosett.solve.decomposition;

import io.bosett.program.Candidates;
import io.bosett.program.Program;
import java.util.BitSet;

/**
 * The program that is left when every choice that loses more than its group may is forbidden:
 * candidates without another choice are fixed, the others keep a range. Whatever is better than an
 * incumbent with that loss is still allowed.
 */
final class Narrowed {
  private final Exact exact;
  private final Candidates narrow;

  /** How many candidates still have a choice. */
  private int open;

  /** What the candidate that is looked at may lose. */
  private long budget;

  private Narrowed(Exact exact) {
    this.exact = exact;
    Candidates c = exact.candidates;
    narrow =
        new Candidates(
            c.ids(),
            c.positions(),
            (BitSet) c.mayDrop().clone(),
            c.low().clone(),
            c.high().clone(),
            c.caps(),
            (BitSet) c.mayGoWithout().clone(),
            c.minorsLow().clone(),
            c.minorsHigh().clone(),
            c.fixed());
  }

  /** A program with how many candidates still have a choice. */
  record Rest(Program program, int open) {}

  static Rest of(Exact exact, Base base, Allowance allowance) {
    Narrowed narrowed = new Narrowed(exact);
    for (int i = 0; i < base.nextLoss.length; i++) {
      exact.look(i);
      narrowed.budget = allowance.budgets()[exact.group()];
      if (base.nextLoss[i] <= narrowed.budget) {
        narrowed.open++;
        narrowed.ranges(i);
      } else {
        narrowed.fix(i);
      }
    }
    Program p = exact.program;
    Program rest =
        new Program(
            narrowed.narrow,
            p.share(),
            p.personsGains(),
            p.changeCost(),
            p.minorsGains(),
            p.persons(),
            p.minors(),
            p.selected(),
            p.minorsPlaces(),
            p.regions(),
            p.targets(),
            p.filledIn());
    return new Rest(rest, narrowed.open);
  }

  private void fix(int i) {
    if (exact.x == 0) {
      forbidPersons(i);
      return;
    }
    narrow.mayDrop().clear(i);
    narrow.low()[i] = exact.x;
    narrow.high()[i] = exact.x;
    if (exact.m == 0) {
      narrow.minorsLow()[i] = 1;
      narrow.minorsHigh()[i] = 0;
    } else {
      narrow.mayGoWithout().clear(i);
      narrow.minorsLow()[i] = exact.m;
      narrow.minorsHigh()[i] = exact.m;
    }
  }

  private void forbidPersons(int i) {
    narrow.low()[i] = 1;
    narrow.high()[i] = 0;
    narrow.minorsLow()[i] = 1;
    narrow.minorsHigh()[i] = 0;
  }

  private void ranges(int i) {
    if (narrow.mayDrop().get(i) && exact.value - exact.zeroValue() > budget) {
      narrow.mayDrop().clear(i);
    }
    if (!exact.mayTakePersons() || exact.value - exact.selectedValue > budget) {
      forbidPersons(i);
      return;
    }
    long add = 0;
    if (exact.mayTakeMinors()) {
      add = exact.minorsValue(exact.bestMinorsAlone());
      add = exact.candidates.mayGoWithout().get(i) ? Math.max(0, add) : add;
    }
    long least = exact.value - budget - add - exact.slack;
    int low = exact.bestPersonsAlone();
    while (low > exact.personsLeast() && exact.personsValue(low - 1) >= least) {
      exact.step();
      low--;
    }
    int high = exact.bestPersonsAlone();
    while (high < exact.personsMost() && exact.personsValue(high + 1) >= least) {
      exact.step();
      high++;
    }
    narrow.low()[i] = low;
    narrow.high()[i] = high;
  }
}
