package io.bosett.analysis.whynot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest value at which a municipality is in, where more of its figure never brings it
 * out but for the rounding of gains: halves, then looks at the values below, one unit after the
 * other, down to one at which being in loses more than rounding can. What lies below that one is
 * out.
 */
final class MonotoneSearch {
  /** So many values are looked at one by one; where more are in doubt, nothing is proven. */
  private static final int MOST_IN_DOUBT = 1_000;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final BigDecimal unit;
  private final BigDecimal now;
  private final Predicate<BigDecimal> isIn;
  private final Predicate<BigDecimal> isFarOut;
  private @Nullable BigDecimal out;
  private @Nullable BigDecimal in;
  private boolean proven = true;

  /**
   * @param unit the smallest change
   * @param now the present value, at which the municipality is out
   * @param isIn whether it is in at a value; throws to end the search
   * @param isFarOut whether at a value that is out rounding cannot hide that a lower one is in
   */
  MonotoneSearch(
      BigDecimal unit, BigDecimal now, Predicate<BigDecimal> isIn, Predicate<BigDecimal> isFarOut) {
    this.unit = unit;
    this.now = now;
    this.isIn = isIn;
    this.isFarOut = isFarOut;
  }

  /** The value just before, which is out; null when none up to the best one is in. */
  @Nullable BigDecimal out() {
    return in == null ? null : out;
  }

  /** The smallest value that is in, or null. */
  @Nullable BigDecimal in() {
    return in;
  }

  /** Whether too much was in doubt for a proof. */
  boolean isProven() {
    return proven;
  }

  /** Searches up to the best value, which is above the present one. */
  MonotoneSearch upTo(BigDecimal best) {
    BigDecimal last = best;
    if (isIn.test(best)) {
      in = best;
      last = halved(best);
    }
    out = last;
    lookBelow(last);
    return this;
  }

  /** The last value that is out by halving; {@link #in} becomes the one after it. */
  private BigDecimal halved(BigDecimal best) {
    BigDecimal low = now;
    BigDecimal high = best;
    while (high.subtract(low).compareTo(unit) > 0) {
      BigDecimal units =
          high.subtract(low).divide(unit, 0, RoundingMode.CEILING).divideToIntegralValue(TWO);
      BigDecimal middle = whole(low.add(units.multiply(unit)), low, high);
      if (isIn.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    in = high;
    return low;
  }

  /** To whole units, where that stays between both. */
  private BigDecimal whole(BigDecimal value, BigDecimal low, BigDecimal high) {
    BigDecimal whole = value.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
    return whole.compareTo(low) > 0 && whole.compareTo(high) < 0 ? whole : value;
  }

  private void lookBelow(BigDecimal from) {
    BigDecimal at = from;
    boolean isOut = true;
    int looked = 0;
    while (at.compareTo(now) > 0 && !(isOut && isFarOut.test(at))) {
      if (looked++ == MOST_IN_DOUBT) {
        proven = false;
        return;
      }
      at = below(at);
      boolean wasOut = isOut;
      isOut = at.compareTo(now) == 0 || !isIn.test(at);
      if (!isOut) {
        in = at;
      } else if (!wasOut) {
        out = at;
      }
    }
  }

  /** One unit below, to whole units; not below the present value. */
  private BigDecimal below(BigDecimal value) {
    BigDecimal whole = value.subtract(unit).divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    return whole.max(now);
  }
}
