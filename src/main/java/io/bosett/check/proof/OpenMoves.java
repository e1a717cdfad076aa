package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open candidates in search order, with what their choices move in each shared rule. First come
 * the regions with a loss of their own, the largest losses first; then the others region by region,
 * so that the rules of a region are soon decided; within each, candidates with cheap choices first.
 */
final class OpenMoves {
  private final OpenCandidate[] open;
  private final List<RowResidual> residuals = new ArrayList<>();
  private final int[] groupEnds;
  private final int[][] rowsOf;
  private final RowMoves[][] stepsOf;
  private long settledLoss;
  private boolean isBroken;

  /**
   * @param rest the candidates, their settled losses and the base they move from
   * @param rules the shared rules to keep
   * @param multipliers in their order
   * @param budget on the whole loss
   */
  OpenMoves(
      RegionReduction.Rest rest,
      List<SharedRule> rules,
      long[] multipliers,
      long budget,
      EffortLimit effort)
      throws EffortExceededException {
    Ranked[] ranked = ranked(rest, rules);
    open = new OpenCandidate[ranked.length];
    groupEnds = new int[ranked.length];
    for (int k = ranked.length - 1; k >= 0; k--) {
      open[k] = ranked[k].candidate;
      boolean isLast = k + 1 == ranked.length || ranked[k + 1].group != ranked[k].group;
      groupEnds[k] = isLast ? k + 1 : groupEnds[k + 1];
    }
    settledLoss = rest.settled();
    for (int r = 0; r < rules.size() && !isBroken && settledLoss <= budget; r++) {
      enter(rules.get(r), multipliers[r], rest.base(), budget, effort);
    }
    rowsOf = new int[open.length][];
    stepsOf = new RowMoves[open.length][];
    for (int k = 0; k < rowsOf.length; k++) {
      index(k);
    }
  }

  /** A candidate with its sort key. */
  private record Ranked(OpenCandidate candidate, int group, long secondLoss)
      implements Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      if (group != other.group) {
        return Integer.compare(group, other.group);
      }
      return secondLoss != other.secondLoss
          ? Long.compare(secondLoss, other.secondLoss)
          : Integer.compare(candidate.candidate(), other.candidate.candidate());
    }
  }

  private static Ranked[] ranked(RegionReduction.Rest rest, List<SharedRule> rules) {
    Ranked[] ranked = new Ranked[rest.open().size()];
    for (int k = 0; k < ranked.length; k++) {
      OpenCandidate candidate = rest.open().get(k);
      ranked[k] = new Ranked(candidate, group(candidate, rest, rules), candidate.secondLoss());
    }
    Arrays.sort(ranked);
    return ranked;
  }

  /** The group: the region with a loss of its own, or else the first region rule that applies. */
  private static int group(
      OpenCandidate candidate, RegionReduction.Rest rest, List<SharedRule> rules) {
    int count = rest.regions().size();
    for (int region = 0; region < count; region++) {
      if (rest.regions().get(region).concerns(candidate.candidate())) {
        return region;
      }
    }
    int r = 0;
    while (r < rules.size()
        && (rules.get(r).members() == null || !rules.get(r).concerns(candidate.candidate()))) {
      r++;
    }
    return count + r;
  }

  private void enter(
      SharedRule rule, long multiplier, Allocation base, long budget, EffortLimit effort)
      throws EffortExceededException {
    List<@Nullable RowMoves> steps = RowMoves.of(rule, Arrays.asList(open), base);
    long sum = rule.sum(base.persons(), base.minors());
    RowResidual residual =
        new RowResidual(rule, multiplier, sum, steps, budget - settledLoss, effort);
    if (residual.holdsAnyway()) {
      return;
    }
    long least = residual.least(0, 0);
    if (least == RowResidual.NONE) {
      isBroken = true;
    } else if (residual.first() >= 0) {
      residuals.add(residual);
    } else {
      settledLoss += least;
    }
  }

  private void index(int k) {
    int[] rows = new int[residuals.size()];
    RowMoves[] steps = new RowMoves[rows.length];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      @Nullable RowMoves own = residuals.get(row).steps(k);
      if (own != null) {
        rows[count] = row;
        steps[count++] = own;
      }
    }
    rowsOf[k] = Arrays.copyOf(rows, count);
    stepsOf[k] = Arrays.copyOf(steps, count);
  }

  int size() {
    return open.length;
  }

  /** The losses of the choices of candidate k. */
  long[] losses(int k) {
    return open[k].losses();
  }

  /** The residuals of the rules that some open candidate moves. */
  List<RowResidual> residuals() {
    return residuals;
  }

  /** The rules that candidate k moves. */
  int[] rows(int k) {
    return rowsOf[k];
  }

  /** How much a choice of candidate k moves the j-th of its rules. */
  int move(int k, int j, int choice) {
    return stepsOf[k][j].move(choice);
  }

  /** The index after the last candidate of candidate k's group. */
  int groupEnd(int k) {
    return groupEnds[k];
  }

  /** The loss that is settled: of candidates, and of rules that no open candidate moves. */
  long settledLoss() {
    return settledLoss;
  }

  /** Whether a rule cannot be kept within the budget. */
  boolean isBroken() {
    return isBroken;
  }
}
