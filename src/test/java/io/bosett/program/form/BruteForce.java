package io.bosett.program.form;

import io.bosett.model.Multipliers;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.Quantity;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Enumerates every assignment that satisfies all rules of a tiny program. */
public final class BruteForce {
  private final Program program;
  private final Consumer<Assignment> visitor;
  private final int[] persons;
  private final int[] minors;

  private BruteForce(Program program, Consumer<Assignment> visitor) {
    this.program = program;
    this.visitor = visitor;
    this.persons = new int[program.size()];
    this.minors = new int[program.size()];
  }

  /** Shows every assignment to a visitor. */
  public static void visit(Program program, Consumer<Assignment> visitor) {
    long demand = program.limits(Term.PERSONS).most();
    new BruteForce(program, visitor).from(0, demand, program.limits(Term.MINORS).most());
  }

  /** The greatest objective, empty when there is no assignment. */
  public static OptionalLong optimum(Program program) {
    long[] best = {0, 0};
    visit(
        program,
        assignment -> {
          long objective = program.objective(assignment);
          best[1] = best[0] == 0 ? objective : Math.max(best[1], objective);
          best[0] = 1;
        });
    return best[0] == 0 ? OptionalLong.empty() : OptionalLong.of(best[1]);
  }

  private void from(int i, long personsLeft, long minorsLeft) {
    if (i == program.size()) {
      if (personsLeft == 0 && minorsLeft == 0 && sharedRulesHold()) {
        visitor.accept(new Assignment(persons.clone(), minors.clone()));
      }
      return;
    }
    for (int x = 0; x <= personsLeft; x++) {
      for (int m = 0; m <= minorsLeft && m <= x; m++) {
        if (program.allows(i, x, m)) {
          persons[i] = x;
          minors[i] = m;
          from(i + 1, personsLeft - x, minorsLeft - m);
        }
      }
    }
  }

  private boolean sharedRulesHold() {
    int selected = 0;
    int places = 0;
    for (int i = 0; i < persons.length; i++) {
      selected += persons[i] > 0 ? 1 : 0;
      places += minors[i] > 0 ? 1 : 0;
    }
    boolean hold =
        program.limits(Term.SELECTED).holds(selected)
            && program.limits(Term.MINORS_PLACES).holds(places);
    for (SharedRule rule :
        program.rules().subList(Multipliers.GENERAL.size(), program.rules().size())) {
      long x = 0;
      long m = 0;
      long y = 0;
      for (int i : rule.members()) {
        x += persons[i];
        m += minors[i];
        y += persons[i] > 0 ? 1 : 0;
      }
      Quantity what = rule.quantity();
      hold &= rule.limits().holds(what == Term.PERSONS ? x : what == Term.MINORS ? m : y);
    }
    return hold;
  }
}
