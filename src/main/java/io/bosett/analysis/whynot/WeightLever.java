package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.Shares;
import io.bosett.program.Assignment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lever of a criterion's weight: all shares at which a municipality is in, in the optimum
 * shown, and the allocation at the nearest of them, or of the others for pushing it {@code out}.
 */
record WeightLever(SolveSession session, CriterionWeights weights, boolean out) {
  private static final int DIGITS = 6;

  /** The answer for the candidate that the weights know at {@code k}. */
  LeverAnswer answer(int k) {
    if (weights.refused() != null) {
      return LeverAnswer.remark(
          Lever.WEIGHT, weights.criterion(), Label.PROVEN, Remark.ONLY_CRITERION);
    }
    List<Shares> in = weights.candidates().get(k).in();
    Integer nearest = nearest(out ? outside(in) : in);
    return new LeverAnswer(
        Lever.WEIGHT,
        weights.criterion(),
        null,
        BigDecimal.valueOf(Math.rint(share()) / Shares.WHOLE),
        nearest == null ? null : before(nearest),
        nearest == null ? null : decimal(nearest),
        null,
        null,
        null,
        null,
        in,
        Standing.label(Label.PROVEN, weights.certified()),
        nearest == null ? List.of() : changes(nearest),
        null,
        weights.complete());
  }

  private static List<Shares> outside(List<Shares> in) {
    List<Shares> gaps = new ArrayList<>();
    int from = 0;
    for (Shares one : in) {
      if (one.from() > from) {
        gaps.add(new Shares(from, one.from() - 1));
      }
      from = one.to() + 1;
    }
    if (from <= Shares.WHOLE) {
      gaps.add(new Shares(from, Shares.WHOLE));
    }
    return gaps;
  }

  private double share() {
    return weights.share() * Shares.WHOLE;
  }

  /** The end of an interval that is nearest to the present share. */
  private @Nullable Integer nearest(List<Shares> in) {
    return in.stream()
        .map(one -> (int) Math.max(one.from(), Math.min(one.to(), Math.rint(share()))))
        .min(Comparator.comparingDouble(end -> Math.abs(end - share())))
        .orElse(null);
  }

  /** The share beside it on the way from the present one, which is the end of another piece. */
  private @Nullable BigDecimal before(int nearest) {
    int towards = (int) Math.signum(Math.rint(share()) - nearest);
    return towards == 0 ? null : decimal(nearest + towards);
  }

  private static BigDecimal decimal(int share) {
    return BigDecimal.valueOf(share, DIGITS).stripTrailingZeros();
  }

  private List<NumberChange> changes(int share) {
    Assignment optimum = weights.optimum(share);
    return optimum == null
        ? List.of()
        : NumberChange.between(session.program(), session.assignment(), optimum);
  }
}
