package io.bosett.check.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The limit on minors by their share, {@code floor(share * persons)} in exact decimals: 0.58 of 50
 * is 29.
 */
public final class MinorsShare {
  /** Numerators up to 10^9 times any int fit into a long. */
  private static final int SHORT_SCALE = 9;

  private static final long APPROXIMATELY = 1_000_000_000;

  private final BigDecimal share;
  private final boolean isShort;
  private final long numerator;
  private final long denominator;

  public MinorsShare(BigDecimal share) {
    this.share = share.stripTrailingZeros();
    int scale = Math.max(0, this.share.scale());
    isShort = scale <= SHORT_SCALE && share.compareTo(BigDecimal.ONE) <= 0;
    numerator = isShort ? this.share.setScale(scale).unscaledValue().longValueExact() : 0;
    denominator = isShort ? BigDecimal.TEN.pow(scale).longValueExact() : 1;
  }

  /** The most minors among so many persons. */
  public int of(int persons) {
    return isShort
        ? (int) (numerator * persons / denominator)
        : share.multiply(BigDecimal.valueOf(persons)).setScale(0, RoundingMode.FLOOR).intValue();
  }

  /** The denominator of the fraction of {@link #numerator}. */
  public long denominator() {
    return isShort ? denominator : APPROXIMATELY;
  }

  /** The numerator of a fraction that is not below the share, and equals it where it is short. */
  public long numerator() {
    return isShort
        ? numerator
        : share
            .multiply(BigDecimal.valueOf(APPROXIMATELY))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
  }

  /**
   * The fewest persons among whom so many minors are allowed; most + 1 when that is beyond most.
   */
  public int personsFor(long minors, int most) {
    int from = 0;
    int to = most + 1;
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (of(middle) >= minors) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
