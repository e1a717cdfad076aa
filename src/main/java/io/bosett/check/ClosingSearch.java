package io.bosett.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether any allocation loses no more than a budget against the scaled bound. For every allocation
 * {@code scale * objective = scaled bound - losses of the candidates - losses of the shared rules},
 * so a budget that falls just short of what a better objective needs, searched in vain, proves that
 * there is none.
 *
 * <p>A dynamic program over the open candidates: the state is how far each shared rule that is
 * still undecided has moved, its value the least loss so far. States that cannot be brought back
 * within the limits, or not within the budget, are dropped. Exhaustive otherwise; gives up beyond a
 * number of states.
 */
final class ClosingSearch {
  /** Combinations of a state with a choice that are tried for each state allowed. */
  private static final int STEPS_PER_STATE = 20;

  /** Numbers kept about rules and candidates together. */
  private static final long LARGEST_TABLE = 4_000_000;

  private final List<OpenCandidate> open;
  private final long budget;
  private final long stateLimit;
  private final List<Residual> residuals = new ArrayList<>();
  private final int[][] rowsOf;
  private final int[][][] movesOf;
  private long states;
  private long steps;

  /**
   * How a search ended.
   *
   * @param found the least loss of an allocation within the budget, or null when there is none
   * @param gaveUp why nothing can be said, or null
   * @param open how many candidates were searched
   * @param states looked at
   */
  record Outcome(@Nullable Long found, @Nullable String gaveUp, int open, long states) {}

  private ClosingSearch(List<OpenCandidate> open, long budget, long stateLimit) {
    this.open = open;
    this.budget = budget;
    this.stateLimit = stateLimit;
    rowsOf = new int[open.size()][];
    movesOf = new int[open.size()][][];
  }

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
    long choices = 0;
    for (int i : bound.withSecondChoice(budget)) {
      int most = (int) Math.min(Integer.MAX_VALUE / 4, stateLimit - choices);
      OpenCandidate candidate = OpenCandidate.of(reckoning, bound, i, budget, most);
      if (candidate == null) {
        return gaveUp("the open candidates have more than " + stateLimit + " choices", 0);
      }
      choices += candidate.losses().length;
      open.add(candidate);
    }
    ClosingSearch search = new ClosingSearch(open, budget, stateLimit);
    return search.run(reckoning.sharedRules().all(), multipliers, bound.bestChoice());
  }

  private static Outcome gaveUp(String why, long states) {
    return new Outcome(null, why, 0, states);
  }

  private Outcome run(List<SharedRule> rules, long[] multipliers, Allocation base) {
    sort(rules);
    long loss = enter(rules, multipliers, base);
    if (loss < 0 || loss > budget) {
      return new Outcome(null, null, open.size(), 0);
    }
    if ((long) residuals.size() * open.size() > LARGEST_TABLE) {
      return gaveUp("too many shared rules and open candidates", 0);
    }
    Map<Long, Long> layer = Map.of(0L, loss);
    Frontier before = new Frontier(residuals, 0);
    for (int k = 0; k < open.size(); k++) {
      Frontier after = new Frontier(residuals, k + 1);
      if (!after.fits()) {
        return gaveUp("too many shared rules are undecided at once", states);
      }
      layer = step(k, layer, before, after);
      states += layer.size();
      if (states > stateLimit || steps > STEPS_PER_STATE * stateLimit) {
        return gaveUp("more than " + stateLimit + " states", states);
      }
      before = after;
    }
    return new Outcome(layer.get(0L), null, open.size(), states);
  }

  /** Region by region, so that their rules are soon decided; cheap choices first within each. */
  private void sort(List<SharedRule> rules) {
    Map<OpenCandidate, Integer> region = new HashMap<>();
    for (OpenCandidate candidate : open) {
      int r = SharedRules.GENERAL;
      while (r < rules.size()
          && (rules.get(r).isFree() || !rules.get(r).concerns(candidate.candidate()))) {
        r++;
      }
      region.put(candidate, r);
    }
    open.sort(
        Comparator.<OpenCandidate>comparingInt(region::get)
            .thenComparingLong(OpenCandidate::secondLoss)
            .thenComparingInt(OpenCandidate::candidate));
  }

  /**
   * Sets the rules up. Gives what those lose that no open candidate moves, or -1 when one of them
   * is broken for good.
   */
  private long enter(List<SharedRule> rules, long[] multipliers, Allocation base) {
    List<List<Integer>> rows = new ArrayList<>();
    List<List<int[]>> moves = new ArrayList<>();
    open.forEach(
        candidate -> {
          rows.add(new ArrayList<>());
          moves.add(new ArrayList<>());
        });
    long loss = 0;
    for (int r = 0; r < rules.size(); r++) {
      SharedRule rule = rules.get(r);
      if (rule.isFree()) {
        continue;
      }
      long sum = rule.sum(base.persons(), base.minors());
      Residual residual = new Residual(rule, multipliers[r], sum, open.size());
      for (int k = open.size() - 1; k >= 0; k--) {
        int[] ofRule = moves(rule, open.get(k), base);
        residual.enter(k, ofRule, open.get(k).losses());
        if (residual.first() == k) {
          rows.get(k).add(residuals.size());
          moves.get(k).add(ofRule);
        }
      }
      if (residual.first() >= 0) {
        residuals.add(residual);
      } else if (!rule.holds(sum)) {
        return -1;
      } else {
        loss = Math.addExact(loss, residual.loss(0));
      }
    }
    for (int k = 0; k < rowsOf.length; k++) {
      rowsOf[k] = rows.get(k).stream().mapToInt(row -> row).toArray();
      movesOf[k] = moves.get(k).toArray(int[][]::new);
    }
    return loss;
  }

  private static int[] moves(SharedRule rule, OpenCandidate candidate, Allocation base) {
    int[] moves = new int[candidate.losses().length];
    int i = candidate.candidate();
    if (rule.concerns(i)) {
      int before = rule.use().of(base.persons()[i], base.minors()[i]);
      for (int choice = 0; choice < moves.length; choice++) {
        moves[choice] =
            rule.use().of(candidate.persons()[choice], candidate.minors()[choice]) - before;
      }
    }
    return moves;
  }

  /** All states of the layer with all choices of candidate k. */
  private Map<Long, Long> step(int k, Map<Long, Long> layer, Frontier before, Frontier after) {
    Map<Long, Long> next = new HashMap<>();
    long[] moved = new long[residuals.size()];
    int[] live = live(k);
    for (Map.Entry<Long, Long> state : layer.entrySet()) {
      for (int choice = 0; choice < open.get(k).losses().length; choice++) {
        before.unpack(state.getKey(), moved);
        move(k, choice, moved);
        long loss = total(k, state.getValue(), choice, moved, live);
        if (loss >= 0) {
          next.merge(after.pack(moved), loss, Math::min);
        }
        undo(k, moved);
      }
      steps += open.get(k).losses().length;
      if (steps > STEPS_PER_STATE * stateLimit || states + next.size() > stateLimit) {
        return next;
      }
    }
    return next;
  }

  /** The rules that candidate k or one after it moves. */
  private int[] live(int k) {
    return IntStream.range(0, residuals.size()).filter(r -> residuals.get(r).last() >= k).toArray();
  }

  private void move(int k, int choice, long[] moved) {
    for (int j = 0; j < rowsOf[k].length; j++) {
      moved[rowsOf[k][j]] += movesOf[k][j][choice];
    }
  }

  /** Rules that were untouched before must be so again; the others are unpacked anew. */
  private void undo(int k, long[] moved) {
    for (int row : rowsOf[k]) {
      moved[row] = 0;
    }
  }

  /**
   * The loss with candidate k's choice and the rules that it decides, or -1 when the state is of no
   * use.
   */
  private long total(int k, long before, int choice, long[] moved, int[] live) {
    long loss = before + open.get(k).losses()[choice];
    if (loss > budget) {
      return -1;
    }
    for (int row : live) {
      Residual residual = residuals.get(row);
      if (!residual.isReachable(k + 1, moved[row])) {
        return -1;
      }
      if (residual.last() == k) {
        long ofRule = residual.loss(moved[row]);
        if (ofRule > budget - loss) {
          return -1;
        }
        loss += ofRule;
      }
    }
    for (int row : live) {
      Residual residual = residuals.get(row);
      if (residual.last() > k && !residual.isAffordable(k + 1, moved[row], budget - loss)) {
        return -1;
      }
    }
    return loss;
  }
}
