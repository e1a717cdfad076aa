package io.bosett.solve.decomposition.closing;

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
    int[] dx = new int[count];
    int[] dy = new int[count];
    int[] dm = new int[count];
    int[] dz = new int[count];
    for (int k = 0; k < count; k++) {
      dx[k] = persons[k] - bestPersons;
      dm[k] = minors[k] - bestMinors;
      dy[k] = Integer.signum(persons[k]) - Integer.signum(bestPersons);
      dz[k] = Integer.signum(minors[k]) - Integer.signum(bestMinors);
    }
    return new ChoiceItem.Listed(candidate, group, dx, dy, dm, dz, Arrays.copyOf(losses, count));
  }
}
