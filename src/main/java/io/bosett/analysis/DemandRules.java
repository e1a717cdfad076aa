package io.bosett.analysis;

import io.bosett.model.Conflict;
import io.bosett.model.Demand;
import io.bosett.model.Scenario;
import java.util.Arrays;
import java.util.List;

/** The demand and the quota of minors as rules of a conflict. */
final class DemandRules {
  static final String PERSONS = "demand.persons";
  static final String MINORS = "demand.minors";

  private DemandRules() {}

  static List<ScenarioRule> of(Scenario scenario) {
    return List.of(persons(scenario), minors(scenario));
  }

  private static ScenarioRule persons(Scenario scenario) {
    int now = scenario.demand().persons();
    String text = Words.persons(now) + (now == 1 ? " is" : " are") + " to be settled";
    return new ScenarioRule(
        new Conflict.Rule("/demand/persons", PERSONS, text, Integer.toString(now)),
        Draft::withAnyPersons,
        List.of(nearestPersons(scenario)));
  }

  /** The nearest demands; never fewer than the minors, nor more than a document may say. */
  static Nearest nearestPersons(Scenario scenario) {
    int now = scenario.demand().persons();
    int least = Math.max(1, scenario.demand().minors());
    return new Nearest(
        "/demand/persons",
        now,
        least,
        Demand.MAXIMUM,
        (without, feasibility) -> feasibility.program(without),
        (free, limits) -> ProgramParts.of(free).persons(limits).program(),
        found -> Arrays.stream(found.persons()).asLongStream().sum(),
        to -> personsTo(scenario, (int) to));
  }

  private static Change personsTo(Scenario scenario, int to) {
    int now = scenario.demand().persons();
    return new Change(
        ScenarioParts.of(scenario).demand(to, scenario.demand().minors()).scenario(),
        Integer.toString(to),
        Words.persons(Math.abs(to - now)) + (to < now ? " fewer" : " more"));
  }

  private static ScenarioRule minors(Scenario scenario) {
    int now = scenario.demand().minors();
    String text =
        now == 0
            ? "no unaccompanied minors are to be settled"
            : Words.count(now)
                + " of them "
                + (now == 1 ? "is an" : "are")
                + " unaccompanied "
                + (now == 1 ? "minor" : "minors");
    return new ScenarioRule(
        new Conflict.Rule("/demand/minors", MINORS, text, Integer.toString(now)),
        Draft::withAnyMinors,
        List.of(nearestMinors(scenario)));
  }

  /** The nearest quotas, never more than the demand. */
  static Nearest nearestMinors(Scenario scenario) {
    int now = scenario.demand().minors();
    int most = scenario.demand().persons();
    return new Nearest(
        "/demand/minors",
        now,
        0,
        most,
        (without, feasibility) -> feasibility.program(without),
        (free, limits) -> ProgramParts.of(free).minors(limits).program(),
        found -> Arrays.stream(found.minors()).asLongStream().sum(),
        to -> minorsTo(scenario, (int) to));
  }

  private static Change minorsTo(Scenario scenario, int to) {
    int now = scenario.demand().minors();
    return new Change(
        ScenarioParts.of(scenario).demand(scenario.demand().persons(), to).scenario(),
        Integer.toString(to),
        Words.minors(Math.abs(to - now)) + (to < now ? " fewer" : " more"));
  }
}
