package io.bosett.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether any allocation loses no more than a budget against the scaled bound. For every allocation
 * {@code scale * objective = scaled bound - losses of the candidates - losses of the shared rules},
 * so a budget that falls just short of what a better objective needs, searched in vain, proves that
 * there is none.
 *
 * <p>The open candidates are searched region by region. What each region loses at least by itself
 * is found first; the losses of different regions add up, so all that is still to come is held
 * against the budget of what has been decided. Exhaustive otherwise; gives up beyond a number of
 * states.
 */
final class ClosingSearch {
  /** Numbers kept about rules and candidates together. */
  private static final long LARGEST_TABLE = 4_000_000;

  private final OpenMoves moves;
  private final long budget;
  private final LayeredSearch.Effort effort;

  private ClosingSearch(OpenMoves moves, long budget, long stateLimit) {
    this.moves = moves;
    this.budget = budget;
    effort = new LayeredSearch.Effort(stateLimit);
  }

  /**
   * How a search ended.
   *
   * @param found the least loss of an allocation within the budget, or null when there is none
   * @param gaveUp why nothing can be said, or null
   * @param open how many candidates were searched
   * @param states looked at
   */
  record Outcome(@Nullable Long found, @Nullable String gaveUp, int open, long states) {}

  /**
   * @param multipliers in the order of the shared rules, those of the bound
   * @param budget not negative
   */
  static Outcome run(
      Reckoning reckoning,
      LagrangianBound bound,
      long[] multipliers,
      long budget,
      long stateLimit) {
    List<OpenCandidate> open = new ArrayList<>();
    List<SharedRule> rules = reckoning.sharedRules().all();
    int[] candidates = bound.withSecondChoice(budget);
    long limited = rules.stream().filter(rule -> !rule.isFree()).count();
    if (candidates.length * limited > LARGEST_TABLE) {
      return new Outcome(null, "too many shared rules and open candidates", candidates.length, 0);
    }
    long choices = 0;
    for (int i : candidates) {
      int most = (int) Math.min(Integer.MAX_VALUE / 4, stateLimit - choices);
      OpenCandidate candidate = OpenCandidate.of(reckoning, bound, i, budget, most);
      if (candidate == null) {
        String why = "the open candidates have more than " + stateLimit + " choices";
        return new Outcome(null, why, candidates.length, 0);
      }
      choices += candidate.losses().length;
      open.add(candidate);
    }
    OpenMoves moves = new OpenMoves(open, rules, multipliers, bound.bestChoice());
    return new ClosingSearch(moves, budget, stateLimit).run();
  }

  private Outcome run() {
    try {
      return new Outcome(least(), null, moves.size(), effort.states());
    } catch (LayeredSearch.TooManyStatesException e) {
      return new Outcome(null, e.getMessage(), moves.size(), effort.states());
    }
  }

  /** The least loss of all, or null when it is beyond the budget. */
  private @Nullable Long least() throws LayeredSearch.TooManyStatesException {
    if (moves.isBroken() || moves.settledLoss() > budget) {
      return null;
    }
    long[] rest = new long[moves.size() + 1];
    long ofGroups = 0;
    for (int from = 0; from < moves.size(); from = moves.groupEnd(from)) {
      int to = moves.groupEnd(from);
      long left = budget - moves.settledLoss() - ofGroups;
      Long ofGroup = to - from == moves.size() ? Long.valueOf(0) : leastOfGroup(from, to, left);
      if (ofGroup == null) {
        return null;
      }
      for (int done = 0; done <= from; done++) {
        rest[done] += ofGroup;
      }
      ofGroups += ofGroup;
    }
    return new LayeredSearch(moves, effort, rest, 0, moves.size()).run(moves.settledLoss(), budget);
  }

  /** What a group loses at least, all rules aside that others move too. */
  private @Nullable Long leastOfGroup(int from, int to, long left)
      throws LayeredSearch.TooManyStatesException {
    long[] nothing = new long[moves.size() + 1];
    return new LayeredSearch(moves, effort, nothing, from, to).run(0, left);
  }
}
