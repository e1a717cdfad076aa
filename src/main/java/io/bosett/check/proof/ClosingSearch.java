package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether any allocation loses no more than a budget against the scaled bound. For every allocation
 * {@code scale * objective = scaled bound - losses of the candidates - losses of the shared rules},
 * so a budget that falls just short of what a better objective needs, searched in vain, proves that
 * there is none.
 *
 * <p>What the rules of regions lose by themselves settles most candidates where regions cost much
 * ({@link RegionReduction}). The others are searched region by region. What each region loses at
 * least by itself is found first; the losses of different regions add up, so all that is still to
 * come is held against the budget of what has been decided. Rules that cost nothing are left aside
 * at first: where nothing is found without them, there is nothing with them. Exhaustive otherwise;
 * gives up when its effort is spent.
 */
public final class ClosingSearch {
  /** Numbers kept about rules and candidates together. */
  private static final long LARGEST_TABLE = 4_000_000;

  /** Below it sums of losses are exact and differ from those that stand for "none". */
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
   * How a search ended.
   *
   * @param found the least loss of an allocation within the budget, or null when there is none
   * @param gaveUp why nothing can be said, or null
   * @param open how many candidates the bound left open
   * @param states looked at
   */
  public record Outcome(@Nullable Long found, @Nullable String gaveUp, int open, long states) {}

  /**
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
      OpenCandidate candidate = OpenCandidate.of(recomputation, bound, i, budget, most);
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

  /** The least loss of all, or null when it is beyond the budget. */
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

  /** Whether there is nothing even when only some rules hold, as far as that is seen quickly. */
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

  /** Whether a rule costs something, or does not hold for the base. */
  private boolean isCostly(int r, Allocation base) {
    SharedRule rule = rules.get(r);
    return multipliers[r] != 0 || !rule.holds(rule.sum(base.persons(), base.minors()));
  }

  /** The least loss when only some rules hold. */
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

  /** What a group loses at least, all rules aside that others move too. */
  private @Nullable Long leastOfGroup(OpenMoves moves, int from, long left, EffortLimit spent)
      throws EffortExceededException {
    long[] nothing = new long[moves.size() + 1];
    return new LayeredSearch(moves, spent, nothing, from, moves.groupEnd(from)).run(0, left);
  }
}
