package io.bosett.analysis.conflict;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Presolve by bound propagation: narrows each candidate's range by what the others get at least and
 * at most under each shared rule. The limits lose no feasible assignment. Cutting numbers above
 * every need may lose assignments but keeps feasibility. Detects many contradictions at once,
 * including integrality conflicts that Lagrangian prices cannot show.
 */
final class BoundPropagation {
  private static final int ROUNDS = 20;

  private final Program program;
  private final CandidateRanges narrowed;
  private final int n;
  private final int[] low;
  private final int[] high;
  private final int[] minorsLow;
  private final int[] minorsHigh;
  private final BitSet mayDrop;
  private final BitSet mayGoWithout;
  private boolean impossible;
  private boolean changed;

  private BoundPropagation(Program program) {
    this.program = program;
    narrowed = program.candidates().copy();
    n = narrowed.size();
    low = narrowed.low();
    high = narrowed.high();
    minorsLow = narrowed.minorsLow();
    minorsHigh = narrowed.minorsHigh();
    mayDrop = narrowed.mayDrop();
    mayGoWithout = narrowed.mayGoWithout();
  }

  /** The narrowed program, or null when it is proven infeasible. */
  static @Nullable Program of(Program program) {
    BoundPropagation boundPropagation = new BoundPropagation(program);
    boundPropagation.run();
    return boundPropagation.impossible ? null : program.withCandidates(boundPropagation.narrowed);
  }

  private void run() {
    long room = program.limits(Term.PERSONS).most();
    if (room <= Integer.MAX_VALUE
        && program.limits(Term.MINORS).least() > program.share().minorsOf((int) room)) {
      impossible = true;
    }
    cutWhatNobodyNeeds();
    changed = true;
    for (int round = 0; round < ROUNDS && changed && !impossible; round++) {
      changed = false;
      everyCandidate();
      program.rules().stream().filter(rule -> !rule.limits().isFree()).forEach(this::rule);
    }
  }

  /**
   * Lowers upper limits to a number that alone meets every lower limit, which keeps feasibility.
   */
  private void cutWhatNobodyNeeds() {
    long persons = most(Term.PERSONS);
    long minors = most(Term.MINORS);
    for (int i = 0; i < n; i++) {
      minorsHigh[i] = (int) Math.min(minorsHigh[i], Math.max(minorsLow[i], minors));
      long needed = Math.max(persons, program.share().personsFor(Math.max(0, minorsHigh[i])));
      high[i] = (int) Math.min(high[i], Math.max(low[i], needed));
    }
  }

  /** The largest lower limit on a sum. */
  private long most(Term term) {
    return program.rules().stream()
        .filter(rule -> rule.quantity().term() == term)
        .mapToLong(rule -> rule.limits().least())
        .max()
        .orElse(0);
  }

  /** Combines each candidate's own rules. */
  private void everyCandidate() {
    for (int i = 0; i < n; i++) {
      if (!mayGoWithout.get(i)) {
        require(i, program.share().personsFor(minorsLow[i]));
      }
      int most = most(i);
      boolean none = minorsLow[i] > Math.min(minorsHigh[i], program.share().minorsOf(most));
      impossible |= !mayDrop.get(i) && most == 0;
      impossible |= !mayGoWithout.get(i) && none;
      impossible |= mayDrop.get(i) && !mayGoWithout.get(i);
    }
  }

  private int least(int i) {
    return mayDrop.get(i) ? 0 : low[i];
  }

  private int most(int i) {
    return low[i] <= high[i] ? high[i] : 0;
  }

  private int leastMinors(int i) {
    return mayGoWithout.get(i) ? 0 : minorsLow[i];
  }

  private int mostMinors(int i) {
    int allowed = Math.min(minorsHigh[i], program.share().minorsOf(most(i)));
    return minorsLow[i] <= allowed ? allowed : 0;
  }

  private void rule(SharedRule rule) {
    switch (rule.quantity().term()) {
      case PERSONS -> persons(rule.members(), rule.limits());
      case SELECTED -> selected(rule.members(), rule.limits());
      case MINORS -> minors(rule.members(), rule.limits());
      case MINORS_PLACES -> places(rule.members(), rule.limits());
    }
  }

  private void persons(int[] members, Bounds limits) {
    long least = IntStream.of(members).mapToLong(this::least).sum();
    long most = IntStream.of(members).mapToLong(this::most).sum();
    impossible |= least > limits.most() || most < limits.least();
    for (int i : members) {
      long room = limits.hasMost() ? limits.most() - (least - least(i)) : high[i];
      long need = limits.least() - (most - most(i));
      if (room < high[i] && low[i] <= high[i]) {
        high[i] = (int) Math.max(0, room);
        changed = true;
      }
      if (need > 0) {
        require(i, need);
      }
    }
  }

  /** Forces candidate {@code i} to get at least so many persons. */
  private void require(int i, long persons) {
    if (mayDrop.get(i) || low[i] < persons) {
      mayDrop.clear(i);
      low[i] = (int) Math.min(Integer.MAX_VALUE, Math.max(low[i], persons));
      changed = true;
    }
  }

  private void minors(int[] members, Bounds limits) {
    long least = IntStream.of(members).mapToLong(this::leastMinors).sum();
    long most = IntStream.of(members).mapToLong(this::mostMinors).sum();
    impossible |= least > limits.most() || most < limits.least();
    for (int i : members) {
      long room = limits.hasMost() ? limits.most() - (least - leastMinors(i)) : minorsHigh[i];
      long need = limits.least() - (most - mostMinors(i));
      if (room < minorsHigh[i] && minorsLow[i] <= minorsHigh[i]) {
        minorsHigh[i] = (int) Math.max(0, room);
        changed = true;
      }
      if (need > 0 && (mayGoWithout.get(i) || minorsLow[i] < need)) {
        mayGoWithout.clear(i);
        minorsLow[i] = (int) Math.max(minorsLow[i], need);
        require(i, 1);
        changed = true;
      }
    }
  }

  private void selected(int[] members, Bounds limits) {
    long least = IntStream.of(members).filter(i -> !mayDrop.get(i)).count();
    long most = IntStream.of(members).filter(i -> most(i) > 0).count();
    impossible |= least > limits.most() || most < limits.least();
    for (int i : members) {
      if (least == limits.most() && mayDrop.get(i) && most(i) > 0) {
        low[i] = 1;
        high[i] = 0;
        changed = true;
      } else if (most == limits.least() && most(i) > 0) {
        require(i, 1);
      }
    }
  }

  private void places(int[] members, Bounds limits) {
    long least = IntStream.of(members).filter(i -> !mayGoWithout.get(i)).count();
    impossible |= least > limits.most();
    for (int i : members) {
      if (least == limits.most() && mayGoWithout.get(i) && minorsLow[i] <= minorsHigh[i]) {
        minorsLow[i] = 1;
        minorsHigh[i] = 0;
        changed = true;
      }
    }
  }
}
