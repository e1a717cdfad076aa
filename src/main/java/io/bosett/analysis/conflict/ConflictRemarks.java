package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Scenario;
import io.bosett.program.CandidateRanges;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Remarks on the rules of a conflict, with figures: the sum of the caps where only caps are in the
 * way, else the nearest feasible numbers.
 */
final class ConflictRemarks {
  private final Scenario scenario;
  private final IrreducibleSubset irreducibleSubset;
  private final List<ScenarioRule> rules;
  private final FeasibilityOracle feasibilityOracle;

  ConflictRemarks(
      Scenario scenario,
      IrreducibleSubset irreducibleSubset,
      List<ScenarioRule> rules,
      FeasibilityOracle feasibilityOracle) {
    this.scenario = scenario;
    this.irreducibleSubset = irreducibleSubset;
    this.rules = rules;
    this.feasibilityOracle = feasibilityOracle;
  }

  Conflict.Rule of(ScenarioRule rule) {
    @Nullable String remark = remark(rule);
    return remark == null ? rule.rule() : rule.remarked(remark);
  }

  private @Nullable String remark(ScenarioRule rule) {
    try {
      return switch (rule.name()) {
        case DemandRules.PERSONS -> persons(rule);
        case DemandRules.MINORS -> minors(rule);
        case SelectionRules.AT_LEAST -> possible(rule);
        default -> null;
      };
    } catch (CompileStoppedException late) {
      return null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // this rule, not one like it
  private Program without(ScenarioRule rule) {
    return feasibilityOracle.program(
        irreducibleSubset.relaxed(rules.stream().filter(other -> other != rule).toList()));
  }

  @SuppressWarnings("ReferenceEquality") // this rule, not one like it
  private boolean othersAreAmong(ScenarioRule rule, Set<String> names) {
    return rules.stream().allMatch(other -> other == rule || names.contains(other.name()));
  }

  private @Nullable String persons(ScenarioRule rule) {
    int demand = scenario.demand().persons();
    Program free = without(rule);
    if (rules.size() > 1 && othersAreAmong(rule, PlacesRules.CAPS)) {
      long sum = caps(free, free.size());
      return "the caps of the "
          + CountPhrases.candidates(free.size())
          + " sum to "
          + CountPhrases.persons(sum)
          + ", "
          + fewer(sum, demand)
          + " than the demand of "
          + CountPhrases.count(demand);
    }
    long most = free.limits(Term.SELECTED).most();
    if (most < free.size() && othersAreCapsAndSelection(rule)) {
      long sum = caps(free, (int) most);
      if (sum < demand) {
        return "the "
            + CountPhrases.count(most)
            + " largest caps sum to "
            + CountPhrases.persons(sum)
            + ", "
            + fewer(sum, demand)
            + " than the demand of "
            + CountPhrases.count(demand);
      }
    }
    return room(DemandRules.nearestPersons(scenario), free, "persons", "the demand", demand);
  }

  @SuppressWarnings("ReferenceEquality") // this rule, not one like it
  private boolean othersAreCapsAndSelection(ScenarioRule rule) {
    return rules.stream()
        .allMatch(
            other ->
                other == rule
                    || PlacesRules.CAPS.contains(other.name())
                    || other.name().equals(SelectionRules.AT_MOST));
  }

  private static String fewer(long sum, long wanted) {
    return CountPhrases.count(wanted - sum) + " fewer";
  }

  /** The sum of the largest so many caps. */
  private static long caps(Program program, int count) {
    CandidateRanges c = program.candidates();
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

  /** The range that the other rules leave, below and above a number that they do not allow. */
  private @Nullable String room(
      NearestFeasible nearestFeasible, Program free, String noun, String wanted, int number) {
    OptionalLong less = nearestFeasible.less(free, feasibilityOracle);
    OptionalLong more = nearestFeasible.more(free, feasibilityOracle);
    if (less.isEmpty() || more.isEmpty()) {
      return null;
    }
    boolean noneLess = less.getAsLong() == NearestFeasible.NONE;
    boolean noneMore = more.getAsLong() == NearestFeasible.NONE;
    if (noneLess && noneMore) {
      return null;
    }
    String of = " than " + wanted + " of " + CountPhrases.count(number);
    if (noneMore) {
      return "the other rules named have room for at most "
          + CountPhrases.count(less.getAsLong())
          + " "
          + noun
          + ", "
          + fewer(less.getAsLong(), number)
          + of;
    }
    if (noneLess) {
      return "the other rules named need at least "
          + CountPhrases.count(more.getAsLong())
          + " "
          + noun
          + ", "
          + CountPhrases.count(more.getAsLong() - number)
          + " more"
          + of;
    }
    return "under the other rules named there can be "
        + CountPhrases.count(less.getAsLong())
        + " or "
        + CountPhrases.count(more.getAsLong())
        + " "
        + noun
        + ", but no number between";
  }

  /** How many candidates can be selected at all, when that is the conflict. */
  private @Nullable String possible(ScenarioRule rule) {
    Program free = without(rule);
    CandidateRanges c = free.candidates();
    long possible = IntStream.range(0, c.size()).filter(i -> c.low()[i] <= c.high()[i]).count();
    return possible < Long.parseLong(rule.rule().value())
        ? "only " + CountPhrases.candidates(possible) + " can be asked"
        : null;
  }
}
