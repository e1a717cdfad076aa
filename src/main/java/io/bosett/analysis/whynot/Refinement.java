package io.bosett.analysis.whynot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Looks at what a scan has left out between a value at which a municipality is out and the first
 * step at which it is in. Nothing need be monotone there, so every whole unit is looked at from the
 * value that is out; where that were more than {@link ScanGrid#MOST_VALUES}, in larger steps, and
 * then again between the last two of them.
 */
final class Refinement {
  private final BigDecimal unit;
  private final Predicate<BigDecimal> isIn;
  private BigDecimal out;
  private BigDecimal in;

  /**
   * @param unit the smallest change
   * @param out a value at which the municipality is out
   * @param in one at which it is in
   * @param isIn whether it is in at a value between; throws to end the search
   */
  Refinement(BigDecimal unit, BigDecimal out, BigDecimal in, Predicate<BigDecimal> isIn) {
    this.unit = unit;
    this.out = out;
    this.in = in;
    this.isIn = isIn;
  }

  /** The last value looked at that is out. */
  BigDecimal out() {
    return out;
  }

  /** The first value looked at that is in. */
  BigDecimal in() {
    return in;
  }

  /** The step in which the values between are looked at first: a unit, unless they are too many. */
  static BigDecimal step(BigDecimal unit, BigDecimal out, BigDecimal in) {
    BigDecimal units = in.subtract(out).abs().divide(unit, 0, RoundingMode.CEILING);
    BigDecimal most = BigDecimal.valueOf(ScanGrid.MOST_VALUES);
    return unit.multiply(units.divide(most, 0, RoundingMode.CEILING).max(BigDecimal.ONE));
  }

  /** Narrows the interval to one unit. */
  Refinement search() {
    while (in.subtract(out).abs().compareTo(unit) > 0) {
      scan(step(unit, out, in));
    }
    return this;
  }

  private void scan(BigDecimal step) {
    int direction = in.compareTo(out);
    BigDecimal value = next(step, direction);
    while (value.compareTo(in) * direction < 0) {
      if (isIn.test(value)) {
        in = value;
      } else {
        out = value;
        value = next(step, direction);
      }
    }
  }

  /** To whole units. */
  private BigDecimal next(BigDecimal step, int direction) {
    BigDecimal next = direction > 0 ? out.add(step) : out.subtract(step);
    RoundingMode towards = direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return next.divide(unit, 0, towards).multiply(unit);
  }
}
