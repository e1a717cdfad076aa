package io.bosett.solve.decomposition.closing;

import io.bosett.program.Term;
import java.util.Arrays;

/** A growing list of one candidate's choices with their losses. */
final class OptionList {
  int[] persons = new int[32];
  int[] minors = new int[32];
  long[] losses = new long[32];
  int count;

  void clear() {
    count = 0;
  }

  void add(int x, int m, long loss) {
    if (count == losses.length) {
      persons = Arrays.copyOf(persons, 2 * count);
      minors = Arrays.copyOf(minors, 2 * count);
      losses = Arrays.copyOf(losses, 2 * count);
    }
    persons[count] = x;
    minors[count] = m;
    losses[count] = loss;
    count++;
  }

  /** The choices as an item, relative to a best choice. */
  ChoiceItem.Listed item(int candidate, int group, int bestPersons, int bestMinors) {
    int[][] changes = new int[Term.COUNT][count];
    int moves = 0;
    for (int t = 0; t < changes.length; t++) {
      Term term = Term.at(t);
      int[] amounts = term.ofMinors() ? minors : persons;
      int best = term.of(term.ofMinors() ? bestMinors : bestPersons);
      for (int k = 0; k < count; k++) {
        changes[t][k] = term.of(amounts[k]) - best;
        moves |= changes[t][k] == 0 ? 0 : 1 << t;
      }
    }
    long[] ofOptions = Arrays.copyOf(losses, count);
    return new ChoiceItem.Listed(candidate, group, changes, moves, ofOptions);
  }
}
