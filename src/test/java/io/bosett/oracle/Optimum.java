package io.bosett.oracle;

import io.bosett.program.Assignment;
import java.util.Arrays;

/**
 * The optimum of a program.
 *
 * @param objective in gain units
 * @param assignment one that attains it
 */
record Optimum(long objective, Assignment assignment) {
  int persons(int candidate) {
    return assignment.persons()[candidate];
  }

  /** Persons and minors of every candidate. */
  String numbers() {
    return Arrays.toString(assignment.persons()) + Arrays.toString(assignment.minors());
  }
}
