package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The Lagrangian bound of a certificate's multipliers (weak duality): the sum of each candidate's
 * best choice with the shared rules priced in, plus the price of the rules at their limits. Exact;
 * a sum that exceeds 64 bits is an {@link ArithmeticException}. Running time: the sum over
 * candidates of allowed persons plus allowed minors, of those with long ranges their logarithm.
 */
public final class LagrangianBound {
  private final Recomputation recomputation;
  private final int scale;
  private final long scaled;
  private final PricedGains values;
  private final long[] best;
  private final long[] secondLoss;
  private final Allocation bestChoice;

  /**
   * @param recomputation in which every candidate has an allowed choice
   * @param multipliers in the order of the shared rules, with the signs that their limits allow
   * @param scale of the multipliers
   */
  public LagrangianBound(Recomputation recomputation, long[] multipliers, int scale) {
    this.recomputation = recomputation;
    this.scale = scale;
    int n = recomputation.candidateIndex().size();
    best = new long[n];
    secondLoss = new long[n];
    bestChoice = Allocation.ofNobody(n);
    CandidatePrices prices = new CandidatePrices(recomputation.sharedRules(), multipliers, n);
    values = new PricedGains(recomputation.gains(), prices, scale);
    CandidateScan scan =
        new CandidateScan(recomputation.placeRules(), recomputation.gains(), values);
    long sum = returned(recomputation.sharedRules().all(), multipliers);
    for (int i = 0; i < n; i++) {
      enter(i, scan);
      sum = Math.addExact(sum, best[i]);
    }
    scaled = sum;
  }

  private void enter(int i, CandidateScan scan) {
    scan.run(i);
    best[i] = scan.best();
    secondLoss[i] = scan.secondLoss();
    bestChoice.persons()[i] = scan.bestPersons();
    bestChoice.minors()[i] = scan.bestMinors();
  }

  private static long returned(List<SharedRule> rules, long[] multipliers) {
    long sum = 0;
    for (int r = 0; r < multipliers.length; r++) {
      long multiplier = multipliers[r];
      if (multiplier != 0) {
        Integer limit = multiplier > 0 ? rules.get(r).upper() : rules.get(r).lower();
        sum =
            Math.addExact(
                sum, Math.multiplyExact(multiplier, (long) Objects.requireNonNull(limit)));
      }
    }
    return sum;
  }

  /** The bound times the scale, not rounded. */
  public long scaled() {
    return scaled;
  }

  /** The bound B, in 10<sup>-6</sup> person. */
  public long bound() {
    return Math.floorDiv(scaled, scale);
  }

  /** How much an allocation may lose against the scaled bound and still reach an objective. */
  public long budget(long objective) {
    return Math.subtractExact(scaled, Math.multiplyExact((long) scale, objective));
  }

  /**
   * The candidates with a second choice within a loss, ascending: those that the bound leaves open.
   */
  public int[] withSecondChoice(long loss) {
    int[] open = new int[secondLoss.length];
    int count = 0;
    for (int i = 0; i < open.length; i++) {
      if (secondLoss[i] != Long.MAX_VALUE && secondLoss[i] <= loss) {
        open[count++] = i;
      }
    }
    return Arrays.copyOf(open, count);
  }

  /** The value of a candidate's best choice. */
  long best(int i) {
    return best[i];
  }

  /** A best choice of every candidate. */
  Allocation bestChoice() {
    return bestChoice;
  }

  /** The blocks of a candidate with long ranges. */
  CandidateBlocks blocks(int i) {
    return new CandidateBlocks(recomputation.placeRules(), recomputation.gains(), values, i);
  }

  PricedGains values() {
    return values;
  }
}
