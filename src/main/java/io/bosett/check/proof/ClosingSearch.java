package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The exhaustive search that closes the gap between bound and objective: finds the least loss of an
 * allocation within a budget. For every allocation {@code scale * objective = scaled bound - losses
 * of the candidates - losses of the shared rules}, so when no allocation loses as little as a
 * better objective needs, there is none.
 *
 * <p>Region reduction comes first ({@link RegionReduction}): where regions cost much, their minimum
 * losses settle most candidates. The others are searched region by region. The least loss of each
 * region by itself is found first; losses of different regions add up, so they bound what is still
 * to come. A relaxation without the rules that cost nothing is tried before the whole: if it is
 * infeasible, so is the whole. Exhaustive otherwise; gives up at the effort limit.
 */
public final class ClosingSearch {
  /** Limit on rules times open candidates. */
  private static final long LARGEST_TABLE = 4_000_000;

  /** Below it sums of losses are exact and differ from the values that stand for "none". */
  private static final long LARGEST_BUDGET = 1L << 61;

  private final List<SharedRule> rules;
  private final long[] multipliers;
  private final long budget;
  private final EffortLimit effort;

  ClosingSearch(List<SharedRule> rules, long[] multipliers, long budget, EffortLimit effort) {
    this.rules = rules;
    this.multipliers = multipliers;
    this.budget = budget;
    this.effort = effort;
  }

  /**
   * The outcome of a search.
   *
   * @param found the least loss of an allocation within the budget, or null when there is none
   * @param gaveUp why the search ended without an outcome, or null
   * @param open number of candidates that the bound left open
   * @param states number of states visited
   */
  public record Outcome(@Nullable Long found, @Nullable String gaveUp, int open, long states) {}

  /**
   * Searches the open candidates for a better allocation.
   *
   * @param multipliers in the order of the shared rules, those of the bound
   * @param budget not negative
   */
  public static Outcome run(
      Recomputation recomputation,
      LagrangianBound bound,
      long[] multipliers,
      long budget,
      EffortLimit effort) {
    int[] candidates = bound.withSecondChoice(budget);
    try {
      List<SharedRule> rules = recomputation.sharedRules().all();
      ClosingSearch search = new ClosingSearch(rules, multipliers, budget, effort);
      Long found = search.least(search.open(recomputation, bound, candidates), bound.bestChoice());
      return new Outcome(found, null, candidates.length, effort.states());
    } catch (EffortExceededException e) {
      return new Outcome(null, e.getMessage(), candidates.length, effort.states());
    }
  }

  private List<OpenCandidate> open(
      Recomputation recomputation, LagrangianBound bound, int[] candidates)
      throws EffortExceededException {
    if (budget > LARGEST_BUDGET) {
      throw new EffortExceededException("the bound is too far from the objective");
    }
    long limited = rules.stream().filter(rule -> !rule.isFree()).count();
    if (candidates.length * limited > LARGEST_TABLE) {
      throw new EffortExceededException("too many shared rules and open candidates");
    }
    List<OpenCandidate> open = new ArrayList<>();
    long choices = 0;
    for (int i : candidates) {
      int most = (int) Math.min(Integer.MAX_VALUE / 4, effort.stateLimit() - choices);
      OpenCandidate candidate = OpenCandidate.of(recomputation, bound, i, budget, most, effort);
      if (candidate == null) {
        throw new EffortExceededException(
            "the open candidates have more than " + effort.stateLimit() + " choices");
      }
      choices += candidate.losses().length;
      effort.addSteps(candidate.losses().length, 0);
      open.add(candidate);
    }
    return open;
  }

  /** The least loss of all allocations, or null when it exceeds the budget. */
  @Nullable Long least(List<OpenCandidate> open, Allocation base) throws EffortExceededException {
    RegionReduction.Rest rest =
        new RegionReduction(open, rules, multipliers, base, budget, effort).run();
    if (rest == null) {
      return null;
    }
    int[] limited = IntStream.range(0, rules.size()).filter(r -> !rules.get(r).isFree()).toArray();
    int[] costly = IntStream.of(limited).filter(r -> isCostly(r, rest.base())).toArray();
    boolean isNothing = costly.length < limited.length && isNothing(rest, costly);
    return isNothing ? null : least(rest, limited, effort);
  }

  /** Whether a quick attempt shows that no allocation exists even under some of the rules alone. */
  private boolean isNothing(RegionReduction.Rest rest, int[] which) throws EffortExceededException {
    EffortLimit attempt = effort.attempt();
    boolean isNothing;
    try {
      isNothing = least(rest, which, attempt) == null;
    } catch (EffortExceededException e) {
      isNothing = false;
    }
    effort.addStates(attempt.states());
    return isNothing;
  }

  /** Whether a rule has a price, or the base violates it. */
  private boolean isCostly(int r, Allocation base) {
    SharedRule rule = rules.get(r);
    return multipliers[r] != 0 || !rule.holds(rule.sum(base.persons(), base.minors()));
  }

  /** The least loss under some of the rules alone. */
  private @Nullable Long least(RegionReduction.Rest rest, int[] which, EffortLimit spent)
      throws EffortExceededException {
    OpenMoves moves =
        new OpenMoves(
            rest,
            IntStream.of(which).mapToObj(rules::get).toList(),
            IntStream.of(which).mapToLong(r -> multipliers[r]).toArray(),
            budget,
            spent);
    if (moves.isBroken() || moves.settledLoss() > budget) {
      return null;
    }
    long[] later = new long[moves.size() + 1];
    long ofGroups = 0;
    for (int from = 0; from < moves.size(); from = moves.groupEnd(from)) {
      int to = moves.groupEnd(from);
      long left = budget - moves.settledLoss() - ofGroups;
      boolean isAll = to - from == moves.size();
      Long ofGroup = isAll ? Long.valueOf(0) : leastOfGroup(moves, from, left, spent);
      if (ofGroup == null) {
        return null;
      }
      for (int done = 0; done <= from; done++) {
        later[done] += ofGroup;
      }
      ofGroups += ofGroup;
    }
    return new LayeredSearch(moves, spent, later, 0, moves.size()).run(moves.settledLoss(), budget);
  }

  /** The least loss of a group, ignoring all rules that other groups move as well. */
  private @Nullable Long leastOfGroup(OpenMoves moves, int from, long left, EffortLimit spent)
      throws EffortExceededException {
    long[] nothing = new long[moves.size() + 1];
    return new LayeredSearch(moves, spent, nothing, from, moves.groupEnd(from)).run(0, left);
  }
}
