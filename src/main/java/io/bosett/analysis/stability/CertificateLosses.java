package io.bosett.analysis.stability;

import io.bosett.model.Certificate;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.program.curve.LongRange;
import io.bosett.program.curve.PricedBlocks;
import io.bosett.program.curve.PricedChoice;
import io.bosett.solve.ScaledMultipliers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lower bounds on losses by weak Lagrangian duality. With S the certificate's sum in scaled units
 * and v the best reduced value of a candidate on either side, no allocation with the candidate on
 * the other side reaches more than {@code S - (v_here - v_there)}. Exact in whole numbers; takes
 * time linear in the allowed numbers of all candidates, where those are not many.
 */
public final class CertificateLosses {
  /** The loss of who cannot be forced at all. */
  public static final long INFINITE = Long.MAX_VALUE;

  private static final long NONE = Long.MIN_VALUE;

  private final Program program;
  private final int scale;

  /** By {@link Term} and candidate. */
  private final long[][] prices;

  private final long[] inside;
  private final long[] outside;
  private long sum;

  CertificateLosses(Program program, Certificate certificate) {
    this(program, ScaledMultipliers.of(certificate));
  }

  /**
   * @param with in the order of the program's rules, with the signs that their limits allow
   */
  public CertificateLosses(Program program, ScaledMultipliers with) {
    this.program = program;
    int n = program.size();
    scale = with.scale();
    prices = new long[Term.COUNT][n];
    long[] multipliers = with.multipliers();
    for (int k = 0; k < multipliers.length; k++) {
      charge(program.rules().get(k), multipliers[k]);
    }
    inside = new long[n];
    outside = new long[n];
    for (int i = 0; i < n; i++) {
      outside[i] = outside(i);
      inside[i] = inside(i);
      sum = Math.addExact(sum, Math.max(inside[i], outside[i]));
    }
  }

  /**
   * Charges a rule's multiplier to its members and adds to the sum what the rule gives back at the
   * limit that its multiplier presses against.
   */
  private void charge(SharedRule rule, long multiplier) {
    if (multiplier == 0) {
      return;
    }
    long limit = multiplier > 0 ? rule.limits().most() : rule.limits().least();
    sum = Math.addExact(sum, Math.multiplyExact(multiplier, limit));
    long[] ofTerm = prices[rule.quantity().term().ordinal()];
    for (int i : rule.members()) {
      ofTerm[i] = Math.addExact(ofTerm[i], multiplier);
    }
  }

  private long price(Term term, int i) {
    return prices[term.ordinal()][i];
  }

  private long outside(int i) {
    CandidateRanges c = program.candidates();
    boolean allowed = c.mayDrop().get(i) && c.mayGoWithout().get(i);
    return allowed ? Math.multiplyExact(program.personsGain(i, 0), (long) scale) : NONE;
  }

  private long inside(int i) {
    if (LongRange.is(program, i)) {
      return PricedChoice.of(LongRange.of(program, i), scale, prices(i)).value();
    }
    long best = NONE;
    for (long value : values(i)) {
      best = Math.max(best, value);
    }
    return best;
  }

  /**
   * The best reduced value at each allowed number of persons above 0, or {@link #NONE}. Only the
   * share ties minors to persons, and what it allows never falls as persons grow.
   */
  private long[] values(int i) {
    CandidateRanges c = program.candidates();
    long[] values = new long[Math.max(0, c.high()[i] - c.low()[i] + 1)];
    long bestMinors = c.mayGoWithout().get(i) ? 0 : NONE;
    int next = c.minorsLow()[i];
    for (int x = c.low()[i]; x <= c.high()[i]; x++) {
      int most = Math.min(c.minorsHigh()[i], program.share().minorsOf(x));
      for (; next <= most; next++) {
        bestMinors = Math.max(bestMinors, minors(i, next));
      }
      values[x - c.low()[i]] = bestMinors == NONE ? NONE : Math.addExact(persons(i, x), bestMinors);
    }
    return values;
  }

  private long[] prices(int i) {
    long[] ofTerms = new long[Term.COUNT];
    Arrays.setAll(ofTerms, term -> prices[term][i]);
    return ofTerms;
  }

  private long persons(int i, int x) {
    long gain = Math.multiplyExact(program.personsGain(i, x), (long) scale);
    return gain - price(Term.PERSONS, i) * x - price(Term.SELECTED, i);
  }

  private long minors(int i, int m) {
    long gain = Math.multiplyExact(program.minorsGain(i, m), (long) scale);
    return gain - price(Term.MINORS, i) * m - price(Term.MINORS_PLACES, i);
  }

  /**
   * At least so much is lost when candidate {@code i} changes sides; {@link #INFINITE} when its own
   * rules forbid that.
   *
   * @param optimum the objective
   */
  public long of(int i, boolean selected, long optimum) {
    return loss(i, selected ? outside[i] : inside[i], optimum);
  }

  /**
   * What the multipliers say of each number of a candidate.
   *
   * @param optimum the objective
   */
  public Numbers numbers(int i, long optimum) {
    return new Numbers(i, optimum);
  }

  /** The lower bounds on the losses of one candidate's numbers above 0. */
  public final class Numbers {
    private final int i;
    private final long optimum;
    private final long[] values;
    private final @Nullable PricedBlocks blocks;

    private Numbers(int i, long optimum) {
      this.i = i;
      this.optimum = optimum;
      boolean isLong = LongRange.is(program, i);
      blocks = isLong ? new PricedBlocks(LongRange.of(program, i), scale, prices(i)) : null;
      values = isLong ? new long[0] : values(i);
    }

    /**
     * The number nearest to one end whose lower bound is within a loss.
     *
     * @param from an allowed number, where to begin
     * @param to another one, the other end
     * @param units the loss
     * @return the number, or -1 when the multipliers exclude all
     */
    public int first(int from, int to, long units) {
      if (blocks != null) {
        return blocks.first(from, to, value -> loss(i, value, optimum) <= units);
      }
      int low = program.candidates().low()[i];
      int step = from <= to ? 1 : -1;
      for (int k = from; k != to + step; k += step) {
        if (loss(i, values[k - low], optimum) <= units) {
          return k;
        }
      }
      return -1;
    }
  }

  /** At these prices any choice may be the best one; the sum rests on the best. */
  private long loss(int i, long value, long optimum) {
    if (value == NONE) {
      return INFINITE;
    }
    long slack = Math.subtractExact(sum, Math.multiplyExact((long) scale, optimum));
    long scaled = Math.subtractExact(Math.max(inside[i], outside[i]), value) - slack;
    return Math.max(0, -Math.floorDiv(-scaled, scale));
  }
}
