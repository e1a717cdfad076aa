package io.bosett.analysis.conflict;

import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Scenario;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A relaxed scenario: one with some rules removed. The flags say what a document cannot: that any
 * number of persons or minors will do, or that the minimum is lower while caps stay raised to it.
 *
 * @param scenario without the rules
 * @param anyPersons whether any number of persons will do
 * @param anyMinors whether any number of minors will do
 * @param lowerMinimum what the minimum is lowered to, or 0 when it stays
 */
public record RelaxedScenario(
    Scenario scenario, boolean anyPersons, boolean anyMinors, int lowerMinimum) {
  /** The scenario with all its rules. */
  public static RelaxedScenario of(Scenario scenario) {
    return new RelaxedScenario(scenario, false, false, 0);
  }

  RelaxedScenario withAnyPersons() {
    return new RelaxedScenario(scenario, true, anyMinors, lowerMinimum);
  }

  RelaxedScenario withAnyMinors() {
    return new RelaxedScenario(scenario, anyPersons, true, lowerMinimum);
  }

  RelaxedScenario withoutMinimum() {
    return withMinimum(1);
  }

  RelaxedScenario withMinimum(int lower) {
    return new RelaxedScenario(scenario, anyPersons, anyMinors, lower);
  }

  RelaxedScenario with(UnaryOperator<Scenario> change) {
    return new RelaxedScenario(change.apply(scenario), anyPersons, anyMinors, lowerMinimum);
  }

  /**
   * The document to compile: without gains and empty entries of {@code fixed}, and with the largest
   * number where any will do, because caps may follow from it.
   */
  Scenario document() {
    int persons = anyPersons ? Demand.MAXIMUM : scenario.demand().persons();
    int minors = anyMinors ? persons : scenario.demand().minors();
    List<Fixed> fixed = scenario.fixed().stream().filter(RelaxedScenario::saysSomething).toList();
    return scenario
        .withDemand(new Demand(persons, minors))
        .withFixed(fixed)
        .withFit(Fit.SCORE)
        .withPrevious(null);
  }

  private static boolean saysSomething(Fixed entry) {
    return entry.persons() != null || entry.minors() != null || entry.selected() != null;
  }
}
