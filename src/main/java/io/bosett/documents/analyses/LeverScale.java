package io.bosett.documents.analyses;

import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The scale of a lever: from the least to the largest value that was looked at.
 *
 * @param from least value
 * @param to largest value
 * @param isLogarithmic for figures of which the best has many times what others have
 */
record LeverScale(double from, double to, boolean isLogarithmic) {
  private static final LeverScale SHARES = new LeverScale(0, 1, false);

  /** Whether a lever has values to show. */
  static boolean has(LeverAnswer one) {
    return one.in() != null
        || (one.remark() == null && one.known() && one.now() != null && one.upTo() != null);
  }

  /** The scale of a lever that has one. */
  static LeverScale of(LeverAnswer one) {
    if (one.in() != null) {
      return SHARES;
    }
    double[] ends =
        Stream.of(one.now(), one.value(), one.before(), one.downTo(), one.upTo())
            .filter(Objects::nonNull)
            .mapToDouble(BigDecimal::doubleValue)
            .sorted()
            .toArray();
    return new LeverScale(
        ends[0], ends[ends.length - 1], one.lever() == Lever.OWN_BASE && ends[0] > 0);
  }

  /** Where a value is, from 0 to 1. */
  double at(double value) {
    if (to == from) {
      return 0;
    }
    double part =
        isLogarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    return Math.min(1, Math.max(0, part));
  }
}
