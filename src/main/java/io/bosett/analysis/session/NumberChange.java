package io.bosett.analysis.session;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * A municipality's numbers in two allocations.
 *
 * @param municipality id
 * @param from in the first
 * @param to in the second
 */
public record NumberChange(String municipality, Numbers from, Numbers to) {
  /** Persons, and the minors among them. */
  public record Numbers(int persons, int minors) {
    static Numbers of(Assignment assignment, int i) {
      return new Numbers(assignment.persons()[i], assignment.minors()[i]);
    }
  }

  /** By how many persons the number grows. */
  public int gain() {
    return to.persons - from.persons;
  }

  /** Whether it is asked for somebody only in the second. */
  public boolean enters() {
    return from.persons == 0 && to.persons > 0;
  }

  /** Whether it is asked for somebody only in the first. */
  public boolean leaves() {
    return from.persons > 0 && to.persons == 0;
  }

  /** All differences between two allocations of one program's candidates, ascending by id. */
  public static List<NumberChange> between(Program program, Assignment from, Assignment to) {
    List<NumberChange> changes = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      Numbers before = Numbers.of(from, i);
      Numbers after = Numbers.of(to, i);
      if (!before.equals(after)) {
        changes.add(new NumberChange(program.candidates().ids()[i], before, after));
      }
    }
    return changes;
  }
}
