package io.bosett.analysis;

import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Scenario;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A scenario from which rules have been taken away. A document cannot say that any number of
 * persons will do, nor that there is no minimum while caps stay raised to it, hence the marks.
 *
 * @param scenario without the rules
 * @param anyPersons whether any number of persons will do
 * @param anyMinors whether any number of minors will do
 * @param noMinimum whether a place may get any number of persons
 */
record Draft(Scenario scenario, boolean anyPersons, boolean anyMinors, boolean noMinimum) {
  /** With all its rules. */
  static Draft of(Scenario scenario) {
    return new Draft(scenario, false, false, false);
  }

  Draft withAnyPersons() {
    return new Draft(scenario, true, anyMinors, noMinimum);
  }

  Draft withAnyMinors() {
    return new Draft(scenario, anyPersons, true, noMinimum);
  }

  Draft withoutMinimum() {
    return new Draft(scenario, anyPersons, anyMinors, true);
  }

  Draft with(UnaryOperator<ScenarioParts> change) {
    Scenario changed = change.apply(ScenarioParts.of(scenario)).scenario();
    return new Draft(changed, anyPersons, anyMinors, noMinimum);
  }

  /**
   * The document to compile: gains left out, entries of {@code fixed} that say nothing any more
   * left out, and where any number will do the largest in its place, for caps may follow from it.
   */
  Scenario document() {
    int persons = anyPersons ? Demand.MAXIMUM : scenario.demand().persons();
    int minors = anyMinors ? persons : scenario.demand().minors();
    List<Fixed> fixed = scenario.fixed().stream().filter(Draft::saysSomething).toList();
    return ScenarioParts.of(scenario)
        .demand(persons, minors)
        .fixed(fixed)
        .withoutGains()
        .scenario();
  }

  private static boolean saysSomething(Fixed entry) {
    return entry.persons() != null || entry.minors() != null || entry.selected() != null;
  }
}
