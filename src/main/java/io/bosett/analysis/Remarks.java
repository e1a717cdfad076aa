package io.bosett.analysis;

import io.bosett.model.Conflict;
import io.bosett.model.Scenario;
import io.bosett.program.Candidates;
import io.bosett.program.Program;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the other rules of a conflict leave room for, with figures: the sum of the caps where
 * nothing but caps is in the way, else the nearest possible numbers.
 */
final class Remarks {
  private final Scenario scenario;
  private final Core core;
  private final List<ScenarioRule> rules;
  private final Feasibility feasibility;

  Remarks(Scenario scenario, Core core, List<ScenarioRule> rules, Feasibility feasibility) {
    this.scenario = scenario;
    this.core = core;
    this.rules = rules;
    this.feasibility = feasibility;
  }

  Conflict.Rule of(ScenarioRule rule) {
    @Nullable String remark =
        switch (rule.name()) {
          case DemandRules.PERSONS -> persons(rule);
          case DemandRules.MINORS -> minors(rule);
          case SelectionRules.AT_LEAST -> possible(rule);
          default -> null;
        };
    return remark == null ? rule.rule() : rule.remarked(remark);
  }

  private Program without(ScenarioRule rule) {
    return feasibility.program(core.draft(rules.stream().filter(other -> other != rule).toList()));
  }

  private boolean othersAreAmong(ScenarioRule rule, Set<String> names) {
    return rules.stream().allMatch(other -> other == rule || names.contains(other.name()));
  }

  private @Nullable String persons(ScenarioRule rule) {
    int demand = scenario.demand().persons();
    Program free = without(rule);
    if (rules.size() > 1 && othersAreAmong(rule, PlacesRules.CAPS)) {
      long sum = caps(free, free.size());
      return "the caps of the "
          + Words.candidates(free.size())
          + " sum to "
          + Words.persons(sum)
          + ", "
          + fewer(sum, demand)
          + " than the demand of "
          + Words.count(demand);
    }
    long most = free.selected().most();
    if (most < free.size() && othersAreCapsAndSelection(rule)) {
      long sum = caps(free, (int) most);
      if (sum < demand) {
        return "the "
            + Words.count(most)
            + " largest caps sum to "
            + Words.persons(sum)
            + ", "
            + fewer(sum, demand)
            + " than the demand of "
            + Words.count(demand);
      }
    }
    return room(DemandRules.nearestPersons(scenario), free, "persons", "the demand", demand);
  }

  private boolean othersAreCapsAndSelection(ScenarioRule rule) {
    return rules.stream()
        .allMatch(
            other ->
                other == rule
                    || PlacesRules.CAPS.contains(other.name())
                    || other.name().equals(SelectionRules.AT_MOST));
  }

  private static String fewer(long sum, long wanted) {
    return Words.count(wanted - sum) + " fewer";
  }

  /** The sum of the largest so many caps. */
  private static long caps(Program program, int count) {
    Candidates c = program.candidates();
    return IntStream.range(0, c.size())
        .filter(i -> c.low()[i] <= c.high()[i])
        .mapToObj(i -> c.high()[i])
        .sorted(Comparator.reverseOrder())
        .limit(count)
        .mapToLong(Integer::longValue)
        .sum();
  }

  private @Nullable String minors(ScenarioRule rule) {
    int quota = scenario.demand().minors();
    return room(DemandRules.nearestMinors(scenario), without(rule), "minors", "the quota", quota);
  }

  /** What the other rules named allow, below and above a number that they do not allow. */
  private @Nullable String room(
      Nearest nearest, Program free, String noun, String wanted, int number) {
    OptionalLong less = nearest.less(free, feasibility);
    OptionalLong more = nearest.more(free, feasibility);
    if (less.isEmpty() || more.isEmpty()) {
      return null;
    }
    boolean noneLess = less.getAsLong() == Nearest.NONE;
    boolean noneMore = more.getAsLong() == Nearest.NONE;
    if (noneLess && noneMore) {
      return null;
    }
    String of = " than " + wanted + " of " + Words.count(number);
    if (noneMore) {
      return "the other rules named have room for at most "
          + Words.count(less.getAsLong())
          + " "
          + noun
          + ", "
          + fewer(less.getAsLong(), number)
          + of;
    }
    if (noneLess) {
      return "the other rules named need at least "
          + Words.count(more.getAsLong())
          + " "
          + noun
          + ", "
          + Words.count(more.getAsLong() - number)
          + " more"
          + of;
    }
    return "under the other rules named there can be "
        + Words.count(less.getAsLong())
        + " or "
        + Words.count(more.getAsLong())
        + " "
        + noun
        + ", but no number between";
  }

  /** How many can be asked at all, when that is the trouble. */
  private @Nullable String possible(ScenarioRule rule) {
    Program free = without(rule);
    Candidates c = free.candidates();
    long possible = IntStream.range(0, c.size()).filter(i -> c.low()[i] <= c.high()[i]).count();
    return possible < Long.parseLong(rule.rule().value())
        ? "only " + Words.candidates(possible) + " can be asked"
        : null;
  }
}
