package io.bosett.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open candidates in the order of the search and what each of their choices moves. Region by
 * region, so that a region's rules are soon decided; cheap choices first within each.
 */
final class OpenMoves {
  private final List<OpenCandidate> open;
  private final List<Residual> residuals = new ArrayList<>();
  private final int[] groupEnds;
  private final int[][] rowsOf;
  private final int[][][] movesOf;
  private long settledLoss;
  private boolean isBroken;

  /**
   * @param open the open candidates, sorted here
   * @param rules all shared rules
   * @param multipliers in their order
   * @param base a best choice of every candidate
   */
  OpenMoves(List<OpenCandidate> open, List<SharedRule> rules, long[] multipliers, Allocation base) {
    Map<OpenCandidate, Integer> region = new HashMap<>();
    open.forEach(candidate -> region.put(candidate, firstRegion(candidate, rules)));
    this.open =
        open.stream()
            .sorted(
                Comparator.<OpenCandidate>comparingInt(region::get)
                    .thenComparingLong(OpenCandidate::secondLoss)
                    .thenComparingInt(OpenCandidate::candidate))
            .toList();
    groupEnds = ends(this.open.stream().mapToInt(region::get).toArray());
    rowsOf = new int[open.size()][];
    movesOf = new int[open.size()][][];
    enter(rules, multipliers, base);
  }

  /** The first rule of a region with limits that concerns a candidate. */
  private static int firstRegion(OpenCandidate candidate, List<SharedRule> rules) {
    int r = SharedRules.GENERAL;
    while (r < rules.size()
        && (rules.get(r).isFree() || !rules.get(r).concerns(candidate.candidate()))) {
      r++;
    }
    return r;
  }

  private static int[] ends(int[] group) {
    int[] ends = new int[group.length];
    for (int k = group.length - 1; k >= 0; k--) {
      boolean isLast = k + 1 == group.length || group[k + 1] != group[k];
      ends[k] = isLast ? k + 1 : ends[k + 1];
    }
    return ends;
  }

  private void enter(List<SharedRule> rules, long[] multipliers, Allocation base) {
    List<List<Integer>> rows = new ArrayList<>();
    List<List<int[]>> moves = new ArrayList<>();
    for (int k = 0; k < open.size(); k++) {
      rows.add(new ArrayList<>());
      moves.add(new ArrayList<>());
    }
    for (int r = 0; r < rules.size(); r++) {
      if (!rules.get(r).isFree()) {
        enter(rules.get(r), multipliers[r], base, rows, moves);
      }
    }
    for (int k = 0; k < rowsOf.length; k++) {
      rowsOf[k] = rows.get(k).stream().mapToInt(row -> row).toArray();
      movesOf[k] = moves.get(k).toArray(int[][]::new);
    }
  }

  private void enter(
      SharedRule rule,
      long multiplier,
      Allocation base,
      List<List<Integer>> rows,
      List<List<int[]>> moves) {
    long sum = rule.sum(base.persons(), base.minors());
    Residual residual = new Residual(rule, multiplier, sum, open.size());
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
    } else if (rule.holds(sum)) {
      settledLoss = Math.addExact(settledLoss, residual.loss(0));
    } else {
      isBroken = true;
    }
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

  int size() {
    return open.size();
  }

  /** The losses of the choices of candidate k. */
  long[] losses(int k) {
    return open.get(k).losses();
  }

  /** The rules that some open candidate moves. */
  List<Residual> residuals() {
    return residuals;
  }

  /** The rules that candidate k moves. */
  int[] rows(int k) {
    return rowsOf[k];
  }

  /** How much a choice of candidate k moves the j-th of its rules. */
  int move(int k, int j, int choice) {
    return movesOf[k][j][choice];
  }

  /** Where the group of candidate k ends: the first one after it. */
  int groupEnd(int k) {
    return groupEnds[k];
  }

  /** What the rules lose that no open candidate moves. */
  long settledLoss() {
    return settledLoss;
  }

  /** Whether a rule is broken that no open candidate moves. */
  boolean isBroken() {
    return isBroken;
  }
}
