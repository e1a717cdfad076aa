package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Ids;
import io.bosett.model.Scenario;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The conflict rules of fixed municipalities. */
public final class FixedRules {
  private final Scenario scenario;
  private final Dataset dataset;
  private final Program program;

  private FixedRules(Scenario scenario, Dataset dataset, Program program) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.program = program;
  }

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario, Dataset dataset, Program program) {
    FixedRules rules = new FixedRules(scenario, dataset, program);
    List<ScenarioRule> list = new ArrayList<>();
    for (int index = 0; index < scenario.fixed().size(); index++) {
      Fixed entry = scenario.fixed().get(index);
      int i = rules.candidate(entry);
      if (i >= 0) {
        rules.add(index, entry, i, list);
      }
    }
    return list;
  }

  /** The candidate of an entry. Others can only be fixed to nobody, which holds anyway. */
  private int candidate(Fixed entry) {
    return Arrays.binarySearch(program.candidates().ids(), entry.municipality(), Ids.BY_CODE_POINT);
  }

  private void add(int index, Fixed entry, int i, List<ScenarioRule> list) {
    if (entry.persons() != null) {
      list.add(
          rule(
              index,
              "persons",
              "is asked for exactly " + CountPhrases.persons(entry.persons()),
              entry.persons().toString(),
              persons(index, entry, entry.persons(), i)));
    }
    if (entry.minors() != null) {
      list.add(
          rule(
              index,
              "minors",
              "takes exactly " + CountPhrases.minors(entry.minors()),
              entry.minors().toString(),
              minors(index, entry, entry.minors(), i)));
    }
    if (entry.selected() != null) {
      list.add(
          rule(
              index,
              "selected",
              entry.selected() ? "must be selected" : "must not be selected",
              entry.selected().toString(),
              selected(index, entry, entry.selected())));
    }
  }

  private ScenarioRule rule(
      int index, String field, String words, String value, RelaxationSearch relaxationSearch) {
    return new ScenarioRule(
        new Conflict.Rule(
            "/fixed/" + index + "/" + field, "fixed." + field, name(index) + " " + words, value),
        relaxed -> relaxed.with(parts -> parts.withFixed(index, without(relaxed, index, field))),
        List.of(relaxationSearch));
  }

  private static Fixed without(RelaxedScenario relaxed, int index, String field) {
    Fixed now = relaxed.scenario().fixed().get(index);
    return switch (field) {
      case "persons" -> now.withPersons(null);
      case "minors" -> now.withMinors(null);
      default -> now.withSelected(null);
    };
  }

  private String name(int index) {
    String id = scenario.fixed().get(index).municipality();
    int position = dataset.position(id);
    String name = position < 0 ? id : dataset.name(position);
    return name.equals(id) ? id : name + " (" + id + ")";
  }

  /** A fixed number may exceed the cap, so the search covers any number up to the demand. */
  private RelaxationSearch persons(int index, Fixed entry, int now, int i) {
    int minimum = scenario.places().minimum();
    int most = scenario.demand().persons();
    boolean some = Boolean.TRUE.equals(entry.selected()) || isSome(entry.minors());
    return new NearestFeasible(
        "/fixed/" + index + "/persons",
        now,
        0,
        most,
        (without, feasibilityOracle) ->
            fixedAt(
                index,
                entry.withPersons(Math.max(most, minimum)),
                without,
                feasibilityOracle,
                ranges -> ranges.withOpenPersons(i, minimum, some)),
        (free, limits) -> free.withCandidates(free.candidates().withPersons(i, limits)),
        found -> found.persons()[i],
        to -> change(index, entry.withPersons((int) to), (int) to, CountPhrases.persons(to), now));
  }

  /** Likewise for minors, which may exceed their maximum. */
  private RelaxationSearch minors(int index, Fixed entry, int now, int i) {
    int group = scenario.minors().minimumGroup();
    int most = scenario.demand().minors();
    boolean some = Boolean.TRUE.equals(entry.selected()) || isSome(entry.persons());
    return new NearestFeasible(
        "/fixed/" + index + "/minors",
        now,
        0,
        most,
        (without, feasibilityOracle) ->
            fixedAt(
                index,
                entry.withMinors(Math.max(most, group)),
                without,
                feasibilityOracle,
                ranges -> ranges.withOpenMinors(i, group, some)),
        (free, limits) -> free.withCandidates(free.candidates().withMinors(i, limits)),
        found -> found.minors()[i],
        to -> change(index, entry.withMinors((int) to), (int) to, CountPhrases.minors(to), now));
  }

  /**
   * First fixed at the largest number, which lifts the limits that fixed numbers may exceed, then
   * freed.
   */
  private static Program fixedAt(
      int index,
      Fixed largest,
      RelaxedScenario without,
      FeasibilityOracle feasibilityOracle,
      UnaryOperator<CandidateRanges> open) {
    RelaxedScenario lifted = without.with(parts -> parts.withFixed(index, largest));
    Program program = feasibilityOracle.program(lifted);
    return program.withCandidates(open.apply(program.candidates()));
  }

  private static boolean isSome(@Nullable Integer number) {
    return number != null && number > 0;
  }

  private ScenarioChange change(int index, Fixed to, int value, String amount, int now) {
    return new ScenarioChange(
        scenario.withFixed(index, to),
        Integer.toString(value),
        amount + " for " + name(index) + " instead of " + CountPhrases.count(now));
  }

  private RelaxationSearch selected(int index, Fixed entry, boolean now) {
    Fixed to = entry.withSelected(!now);
    ScenarioChange change =
        new ScenarioChange(
            scenario.withFixed(index, to),
            Boolean.toString(!now),
            name(index) + (now ? " not selected" : " selected"));
    return RelaxationSteps.nested(
        "/fixed/" + index + "/selected", Boolean.toString(now), 1, number -> change);
  }
}
