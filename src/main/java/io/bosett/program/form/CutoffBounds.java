package io.bosett.program.form;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The amounts that remain possible when an assignment must be as good as a given one (reduced-cost
 * fixing with the incumbent as cutoff). At any multipliers the objective of an assignment is the
 * Lagrangian bound less the losses of its amounts and of the rules, so no amount of a better
 * assignment loses more than the given one does in total. Outside the windows the loss along a
 * tangent only grows, so a form whose gains are too high there keeps the same optimum.
 */
final class CutoffBounds {
  private final Program program;
  private final long scale;

  /** By {@link Term} and candidate. */
  private final long[][] prices;

  private long budget;

  private CutoffBounds(Program program, int scale) {
    this.program = program;
    this.scale = scale;
    this.prices = new long[Term.COUNT][program.size()];
  }

  static GainWindows of(Program program, Assignment good, long[] multipliers, int scale) {
    CutoffBounds cutoff = new CutoffBounds(program, scale);
    cutoff.charge(multipliers, good);
    Table[] persons = new Table[program.size()];
    Table[] minors = new Table[program.size()];
    AmountRanges amountRanges = AmountRanges.of(program);
    for (int i = 0; i < program.size(); i++) {
      persons[i] = cutoff.persons(i, amountRanges);
      minors[i] = cutoff.minors(i, amountRanges);
      cutoff.spend(persons[i].loss(good.persons()[i]));
      cutoff.spend(minors[i].loss(good.minors()[i]));
    }
    int n = program.size();
    GainWindows gainWindows = new GainWindows(new int[n], unlimited(n), new int[n], unlimited(n));
    for (int i = 0; i < n; i++) {
      persons[i].limit(cutoff.budget, gainWindows.personsFrom(), gainWindows.personsTo(), i);
      minors[i].limit(cutoff.budget, gainWindows.minorsFrom(), gainWindows.minorsTo(), i);
    }
    return gainWindows;
  }

  private static int[] unlimited(int n) {
    int[] to = new int[n];
    Arrays.fill(to, Integer.MAX_VALUE);
    return to;
  }

  /**
   * Adds up each candidate's prices, and what the rules lose. A rule on a count that cannot bind is
   * free: forms then need no switches.
   */
  private void charge(long[] multipliers, Assignment good) {
    for (int k = 0; k < multipliers.length; k++) {
      SharedRule rule = program.rules().get(k);
      if (multipliers[k] != 0 && (!rule.quantity().term().isPresence() || rule.canBind())) {
        charge(multipliers[k], rule, good);
      }
    }
  }

  private void charge(long price, SharedRule rule, Assignment good) {
    long[] ofTerm = prices[rule.quantity().term().ordinal()];
    for (int i : rule.members()) {
      ofTerm[i] = Math.addExact(ofTerm[i], price);
    }
    long limit = price > 0 ? rule.limits().most() : rule.limits().least();
    spend(Math.multiplyExact(price, limit - rule.sum(good)));
  }

  private void spend(long loss) {
    budget = Math.addExact(budget, loss);
  }

  private Table persons(int i, AmountRanges amountRanges) {
    boolean mayBeZero = program.candidates().mayDrop().get(i);
    int high = amountRanges.high()[i];
    return table(
        x -> program.personsGain(i, x),
        mayBeZero,
        amountRanges.low()[i],
        high,
        prices[Term.PERSONS.ordinal()][i],
        prices[Term.SELECTED.ordinal()][i]);
  }

  private Table minors(int i, AmountRanges amountRanges) {
    boolean mayBeZero = program.candidates().mayGoWithout().get(i);
    int high = amountRanges.hasMinors(i) ? amountRanges.minorsHigh()[i] : 0;
    return table(
        m -> program.minorsGain(i, m),
        mayBeZero,
        amountRanges.minorsLow()[i],
        high,
        prices[Term.MINORS.ordinal()][i],
        prices[Term.MINORS_PLACES.ordinal()][i]);
  }

  private Table table(
      IntToLongFunction gain, boolean mayBeZero, int low, int high, long price, long once) {
    long[] values = new long[Math.max(0, high - low + 1)];
    for (int k = 0; k < values.length; k++) {
      long worth = Math.multiplyExact(scale, gain.applyAsLong(low + k));
      long cost = Math.addExact(Math.multiplyExact(price, (long) low + k), once);
      values[k] = Math.subtractExact(worth, cost);
    }
    long zero = mayBeZero ? Math.multiplyExact(scale, gain.applyAsLong(0)) : Long.MIN_VALUE;
    return new Table(low, values, zero, Math.max(zero, Arrays.stream(values).max().orElse(zero)));
  }

  /** The value of each amount of one candidate less its prices. */
  private record Table(int low, long[] values, long zero, long best) {
    long loss(int amount) {
      return Math.subtractExact(best, amount == 0 ? zero : values[amount - low]);
    }

    /**
     * Sets a window to the amounts that lose no more than the budget, or to the best if all lose
     * more.
     */
    void limit(long budget, int[] from, int[] to, int i) {
      if (values.length == 0 || !isConcave()) {
        return;
      }
      long highest = Arrays.stream(values).max().getAsLong();
      long cutoff = Math.min(highest, best - budget);
      int first = 0;
      int last = values.length - 1;
      while (values[first] < cutoff) {
        first++;
      }
      while (values[last] < cutoff) {
        last--;
      }
      boolean alsoZero = zero != Long.MIN_VALUE && low == 1 && best - zero <= budget;
      from[i] = alsoZero ? 0 : low + first;
      to[i] = low + last;
    }

    private boolean isConcave() {
      for (int k = 1; k + 1 < values.length; k++) {
        if (values[k + 1] - values[k] > values[k] - values[k - 1]) {
          return false;
        }
      }
      return true;
    }
  }
}
