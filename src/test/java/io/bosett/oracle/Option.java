package io.bosett.oracle;

import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * An allowed choice of a candidate.
 *
 * @param persons how many persons
 * @param minors how many of them minors
 * @param gain of the choice
 */
record Option(int persons, int minors, long gain) {
  /** All options of every candidate, by trying each pair of numbers up to demand and quota. */
  static List<List<Option>> all(Program program) {
    List<List<Option>> all = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      List<Option> options = new ArrayList<>();
      for (int x = 0; x <= program.limits(Term.PERSONS).most(); x++) {
        for (int m = 0; m <= Math.min(x, program.limits(Term.MINORS).most()); m++) {
          if (program.allows(i, x, m)) {
            long gain = Math.addExact(program.personsGain(i, x), program.minorsGain(i, m));
            options.add(new Option(x, m, gain));
          }
        }
      }
      all.add(options);
    }
    return all;
  }

  /** How much of a shared rule's sum the option takes. */
  int use(Row.Kind kind) {
    return switch (kind) {
      case PERSONS -> persons;
      case MINORS -> minors;
      case SELECTED -> persons > 0 ? 1 : 0;
      case MINORS_PLACES -> minors > 0 ? 1 : 0;
    };
  }
}
