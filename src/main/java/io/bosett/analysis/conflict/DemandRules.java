package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Demand;
import io.bosett.model.Scenario;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.List;

/** The conflict rules of demand and quota of minors. */
public final class DemandRules {
  static final String PERSONS = "demand.persons";
  static final String MINORS = "demand.minors";

  private DemandRules() {}

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario) {
    return List.of(persons(scenario), minors(scenario));
  }

  private static ScenarioRule persons(Scenario scenario) {
    int now = scenario.demand().persons();
    String text =
        CountPhrases.persons(now) + CountPhrases.form(now, " is", " are") + " to be settled";
    return new ScenarioRule(
        new Conflict.Rule("/demand/persons", PERSONS, text, Integer.toString(now)),
        RelaxedScenario::withAnyPersons,
        List.of(nearestPersons(scenario)));
  }

  /** The nearest feasible demands, at least the minors and at most the limit of a document. */
  static NearestFeasible nearestPersons(Scenario scenario) {
    int now = scenario.demand().persons();
    int least = Math.max(1, scenario.demand().minors());
    return new NearestFeasible(
        "/demand/persons",
        now,
        least,
        Demand.MAXIMUM,
        (without, feasibility) -> feasibility.program(without),
        (free, limits) -> free.withLimits(Term.PERSONS, limits),
        found -> Arrays.stream(found.persons()).asLongStream().sum(),
        to -> personsTo(scenario, (int) to));
  }

  private static ScenarioChange personsTo(Scenario scenario, int to) {
    int now = scenario.demand().persons();
    return new ScenarioChange(
        scenario.withDemand(new Demand(to, scenario.demand().minors())),
        Integer.toString(to),
        CountPhrases.persons(Math.abs(to - now)) + (to < now ? " fewer" : " more"));
  }

  private static ScenarioRule minors(Scenario scenario) {
    int now = scenario.demand().minors();
    String text =
        now == 0
            ? "no unaccompanied minors are to be settled"
            : CountPhrases.count(now)
                + " of them "
                + CountPhrases.form(now, "is an", "are")
                + " unaccompanied "
                + CountPhrases.form(now, "minor", "minors");
    return new ScenarioRule(
        new Conflict.Rule("/demand/minors", MINORS, text, Integer.toString(now)),
        RelaxedScenario::withAnyMinors,
        List.of(nearestMinors(scenario)));
  }

  /** The nearest feasible quotas, at most the demand. */
  static NearestFeasible nearestMinors(Scenario scenario) {
    int now = scenario.demand().minors();
    int most = scenario.demand().persons();
    return new NearestFeasible(
        "/demand/minors",
        now,
        0,
        most,
        (without, feasibility) -> feasibility.program(without),
        (free, limits) -> free.withLimits(Term.MINORS, limits),
        found -> Arrays.stream(found.minors()).asLongStream().sum(),
        to -> minorsTo(scenario, (int) to));
  }

  private static ScenarioChange minorsTo(Scenario scenario, int to) {
    int now = scenario.demand().minors();
    return new ScenarioChange(
        scenario.withDemand(new Demand(scenario.demand().persons(), to)),
        Integer.toString(to),
        CountPhrases.minors(Math.abs(to - now)) + (to < now ? " fewer" : " more"));
  }
}
