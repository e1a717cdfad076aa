package io.bosett.analysis.stability;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The stability analysis: who is asked in every allocation within a loss, who in none, and who may
 * go either way. A candidate's loss is bounded by the optimum's multipliers first; those that the
 * bound does not place beyond the largest loss asked are forced to the other side and solved.
 */
public final class Stability {
  private final SolveSession session;
  private final List<LossThreshold> thresholds;
  private final long largest;
  private final @Nullable CertificateLosses bounds;
  private final @Nullable NumberRanges ranges;
  private final boolean isBaseCertified;

  private Stability(SolveSession session, StabilityOptions options, boolean isExact) {
    this.session = session;
    long optimum = session.optimum();
    thresholds = options.losses().stream().map(e -> LossThreshold.of(e, optimum)).toList();
    largest =
        isExact
            ? CertificateLosses.INFINITE - 1
            : thresholds.stream().mapToLong(LossThreshold::units).max().orElse(0);
    ScaledMultipliers prices = session.prices();
    bounds = prices == null ? null : new CertificateLosses(session.program(), prices);
    isBaseCertified = session.result().proof() == Result.Proof.CERTIFIED;
    ranges = options.ranges() ? new NumberRanges(session, thresholds, bounds) : null;
  }

  /** The stability of all candidates. */
  public static StabilityReport of(SolveSession session, StabilityOptions options) {
    return of(session, options, IntStream.range(0, session.program().size()).toArray());
  }

  /**
   * The stability of some candidates alone, and totals over them. Without a proven optimum there is
   * nothing to compare with, and the answer is empty.
   *
   * @param candidates by index
   */
  public static StabilityReport of(
      SolveSession session, StabilityOptions options, int... candidates) {
    return session.hasOptimum()
        ? new Stability(session, options, false).report(candidates)
        : StabilityReport.NONE;
  }

  /**
   * The losses of some candidates, all of them exact, without classes. Only of a session that has
   * an optimum.
   *
   * @param candidates by index
   * @return in their order
   */
  public static List<CandidateStability> exact(SolveSession session, int... candidates) {
    StabilityOptions none = new StabilityOptions(List.of(), false);
    return new Stability(session, none, true).all(candidates);
  }

  private List<CandidateStability> all(int... candidates) {
    session.plan((int) Arrays.stream(candidates).filter(this::isNear).count());
    List<@Nullable CandidateStability> found =
        session.map(candidates.length, k -> candidate(candidates[k]));
    List<CandidateStability> all = new ArrayList<>(candidates.length);
    for (int k = 0; k < candidates.length; k++) {
      CandidateStability one = found.get(k);
      all.add(one == null ? unknown(candidates[k]) : one);
    }
    return all;
  }

  private StabilityReport report(int... candidates) {
    List<CandidateStability> all = all(candidates);
    return new StabilityReport(thresholds.stream().map(t -> total(t, all)).toList(), all);
  }

  private long bound(int i) {
    return bounds == null ? 0 : bounds.of(i, session.isSelected(i), session.optimum());
  }

  private boolean isNear(int i) {
    return bound(i) <= largest;
  }

  private CandidateStability candidate(int i) {
    long bound = bound(i);
    if (bound == CertificateLosses.INFINITE) {
      return found(i, null, By.SOLVE, null, true);
    } else if (bound > largest) {
      return found(i, bound, By.CERTIFICATE, null, true);
    }
    Variant base = session.base();
    VariantAnswer answer = session.solve(session.isSelected(i) ? base.without(i) : base.with(i));
    Assignment best = answer.assignment();
    Long objective = answer.objective();
    if (answer.isOptimal() && best != null && objective != null) {
      long loss = Math.subtractExact(session.optimum(), objective);
      List<NumberChange> instead =
          NumberChange.between(session.program(), session.assignment(), best);
      return found(i, loss, By.SOLVE, instead, answer.certified());
    }
    return answer.isInfeasible() ? found(i, null, By.SOLVE, null, answer.certified()) : unknown(i);
  }

  private CandidateStability found(
      int i,
      @Nullable Long loss,
      By by,
      @Nullable List<NumberChange> instead,
      boolean isCertified) {
    List<@Nullable Side> classes = new ArrayList<>();
    for (LossThreshold threshold : thresholds) {
      boolean within = loss != null && by == By.SOLVE && loss <= threshold.units();
      classes.add(within ? Side.TOSS_UP : here(i));
    }
    Long exact = by == By.SOLVE ? loss : null;
    NumberRanges.Known known =
        ranges == null ? NumberRanges.Known.NOTHING : ranges.of(i, exact, instead);
    boolean certified = isBaseCertified && isCertified && known.certified();
    return of(i, loss, by, classes, instead, known.ranges(), certified);
  }

  private Side here(int i) {
    return session.isSelected(i) ? Side.ALWAYS : Side.NEVER;
  }

  /** What the bound alone says: nothing where it is within the loss. */
  private CandidateStability unknown(int i) {
    long bound = bound(i);
    List<@Nullable Side> classes = new ArrayList<>();
    for (LossThreshold threshold : thresholds) {
      classes.add(bound > threshold.units() ? here(i) : null);
    }
    boolean isFar = bound > largest && bound != CertificateLosses.INFINITE;
    return of(
        i,
        isFar ? bound : null,
        isFar ? By.CERTIFICATE : null,
        classes,
        null,
        null,
        isBaseCertified);
  }

  private CandidateStability of(
      int i,
      @Nullable Long loss,
      @Nullable By by,
      List<@Nullable Side> classes,
      @Nullable List<NumberChange> instead,
      @Nullable List<NumberRange> numbers,
      boolean certified) {
    CandidateRanges c = session.program().candidates();
    return new CandidateStability(
        c.ids()[i],
        session.isSelected(i),
        session.assignment().persons()[i],
        loss,
        by,
        classes,
        instead,
        numbers,
        certified);
  }

  private StabilityReport.Total total(LossThreshold threshold, List<CandidateStability> all) {
    int at = thresholds.indexOf(threshold);
    int[] counts = new int[Side.values().length];
    for (CandidateStability one : all) {
      Side side = one.classes().get(at);
      if (side != null) {
        counts[side.ordinal()]++;
      }
    }
    return new StabilityReport.Total(
        threshold.share(), threshold.units(), counts[0], counts[1], counts[2], all.size());
  }
}
