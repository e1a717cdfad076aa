package io.bosett.analysis.conflict;

import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A greedy heuristic for a feasible assignment: minors to the places with most room for them, then
 * as few places as the demand needs, the largest caps first. It succeeds where capacity barely
 * suffices, which Lagrangian prices handle badly. Regions are ignored until the final check. An
 * assignment it finds is verified; failure means nothing.
 */
final class GreedyFeasibility {
  private final Program program;
  private final CandidateRanges c;
  private final int[] persons;
  private final int[] minors;
  private final BitSet selected = new BitSet();

  private GreedyFeasibility(Program program) {
    this.program = program;
    c = program.candidates();
    persons = new int[c.size()];
    minors = new int[c.size()];
  }

  /** An assignment that satisfies all rules, or null when the heuristic finds none. */
  static @Nullable Assignment of(Program program) {
    GreedyFeasibility search = new GreedyFeasibility(program);
    search.placeMinors();
    search.select();
    search.fill();
    Assignment found = new Assignment(search.persons, search.minors);
    return Compliance.allows(program, found) ? found : null;
  }

  private int most(int i) {
    return c.low()[i] <= c.high()[i] ? c.high()[i] : 0;
  }

  private int mostMinors(int i) {
    int allowed = Math.min(c.minorsHigh()[i], program.share().minorsOf(most(i)));
    return c.minorsLow()[i] <= allowed ? allowed : 0;
  }

  /** Forced candidates first, then by descending room. */
  private List<Integer> ordered(BitSet others, IntUnaryOperator room) {
    return IntStream.range(0, c.size())
        .filter(i -> room.applyAsInt(i) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> others.get(i) ? 1 : 0)
                .thenComparing(i -> -room.applyAsInt(i)))
        .toList();
  }

  private void placeMinors() {
    long room = 0;
    long left = program.limits(Term.MINORS).least();
    for (int i : ordered(c.mayGoWithout(), this::mostMinors)) {
      if (room >= program.limits(Term.MINORS).least() && c.mayGoWithout().get(i)) {
        break;
      }
      room += mostMinors(i);
      minors[i] = c.minorsLow()[i];
      left -= minors[i];
      selected.set(i);
    }
    for (int i = selected.nextSetBit(0); i >= 0 && left > 0; i = selected.nextSetBit(i + 1)) {
      long more = Math.min(left, mostMinors(i) - minors[i]);
      minors[i] += (int) more;
      left -= more;
    }
  }

  private void select() {
    long room = IntStream.range(0, c.size()).filter(selected::get).mapToLong(this::most).sum();
    for (int i : ordered(c.mayDrop(), this::most)) {
      boolean enough =
          room >= program.limits(Term.PERSONS).least()
              && selected.cardinality() >= program.limits(Term.SELECTED).least();
      if (!selected.get(i) && !(enough && c.mayDrop().get(i))) {
        selected.set(i);
        room += most(i);
      }
    }
  }

  private void fill() {
    long left = program.limits(Term.PERSONS).least();
    for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
      persons[i] = Math.max(c.low()[i], program.share().personsFor(minors[i]));
      left -= persons[i];
    }
    for (int i = selected.nextSetBit(0); i >= 0 && left > 0; i = selected.nextSetBit(i + 1)) {
      long more = Math.max(0, Math.min(left, (long) c.high()[i] - persons[i]));
      persons[i] += (int) more;
      left -= more;
    }
  }
}
