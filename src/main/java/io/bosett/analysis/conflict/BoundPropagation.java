package io.bosett.analysis.conflict;

import io.bosett.analysis.ProgramEdits;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
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
  private final int n;
  private final int[] low;
  private final int[] high;
  private final int[] minorsLow;
  private final int[] minorsHigh;
  private final BitSet mayDrop;
  private final BitSet mayGoWithout;
  private final int[] everybody;
  private boolean impossible;
  private boolean changed;

  private BoundPropagation(Program program) {
    this.program = program;
    CandidateRanges c = program.candidates();
    n = c.size();
    low = c.low().clone();
    high = c.high().clone();
    minorsLow = c.minorsLow().clone();
    minorsHigh = c.minorsHigh().clone();
    mayDrop = (BitSet) c.mayDrop().clone();
    mayGoWithout = (BitSet) c.mayGoWithout().clone();
    everybody = IntStream.range(0, n).toArray();
  }

  /** The narrowed program, or null when it is proven infeasible. */
  static @Nullable Program of(Program program) {
    BoundPropagation boundPropagation = new BoundPropagation(program);
    boundPropagation.run();
    return boundPropagation.impossible ? null : boundPropagation.narrowed();
  }

  private void run() {
    long room = program.persons().most();
    if (room <= Integer.MAX_VALUE
        && program.minors().least() > program.share().minorsOf((int) room)) {
      impossible = true;
    }
    cutWhatNobodyNeeds();
    changed = true;
    for (int round = 0; round < ROUNDS && changed && !impossible; round++) {
      changed = false;
      everyCandidate();
      row(everybody, program.persons(), program.minors(), program.selected());
      places();
      for (RegionRule region : program.regions()) {
        row(region.members(), region.persons(), region.minors(), region.selected());
      }
    }
  }

  /**
   * Lowers upper limits to a number that alone meets every lower limit, which keeps feasibility.
   */
  private void cutWhatNobodyNeeds() {
    long persons = program.persons().least();
    long minors = program.minors().least();
    for (RegionRule region : program.regions()) {
      persons = Math.max(persons, region.persons().least());
      minors = Math.max(minors, region.minors().least());
    }
    for (int i = 0; i < n; i++) {
      minorsHigh[i] = (int) Math.min(minorsHigh[i], Math.max(minorsLow[i], minors));
      long needed = Math.max(persons, program.share().personsFor(Math.max(0, minorsHigh[i])));
      high[i] = (int) Math.min(high[i], Math.max(low[i], needed));
    }
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

  private void row(int[] members, Bounds persons, Bounds minors, Bounds selected) {
    if (!persons.isFree()) {
      persons(members, persons);
    }
    if (!minors.isFree()) {
      minors(members, minors);
    }
    if (!selected.isFree()) {
      selected(members, selected);
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

  private void places() {
    long least = IntStream.range(0, n).filter(i -> !mayGoWithout.get(i)).count();
    Bounds limits = program.minorsPlaces();
    impossible |= least > limits.most();
    for (int i = 0; i < n && least == limits.most(); i++) {
      if (mayGoWithout.get(i) && minorsLow[i] <= minorsHigh[i]) {
        minorsLow[i] = 1;
        minorsHigh[i] = 0;
        changed = true;
      }
    }
  }

  private Program narrowed() {
    CandidateRanges c = program.candidates();
    return ProgramEdits.of(program)
        .candidates(
            new CandidateRanges(
                c.ids(),
                c.positions(),
                mayDrop,
                low,
                high,
                c.caps(),
                mayGoWithout,
                minorsLow,
                minorsHigh,
                c.fixed()))
        .program();
  }
}
