package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.List;

/** Asserts that an assignment satisfies all rules and has the stated objective. */
final class Faultless {
  private Faultless() {}

  static void check(Program program, Assignment assignment, long objective, String what) {
    Option[] chosen = new Option[program.size()];
    for (int i = 0; i < chosen.length; i++) {
      int persons = assignment.persons()[i];
      int minors = assignment.minors()[i];
      assertThat(program.allows(i, persons, minors))
          .as("%s: candidate %d may have %d persons, %d minors", what, i, persons, minors)
          .isTrue();
      chosen[i] = new Option(persons, minors, 0);
    }
    List<Row> broken = Row.all(program).stream().filter(row -> !row.holds(chosen)).toList();
    assertThat(broken).as("%s: broken rules", what).isEmpty();
    assertThat(program.objective(assignment)).as("%s: objective", what).isEqualTo(objective);
  }
}
