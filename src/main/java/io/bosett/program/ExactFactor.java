package io.bosett.program;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * {@code floor(factor * cell)} in exact decimals, by integer arithmetic wherever the cell is a
 * whole number.
 *
 * @param factor not negative
 * @param whole its whole part, at most {@link #CEILING}
 * @param rest its fraction
 */
record ExactFactor(BigDecimal factor, long whole, ShareLimit rest) {
  /** Far above any number of persons, far below an overflow. */
  private static final long CEILING = 100_000_000_000L;

  static ExactFactor of(BigDecimal factor) {
    if (factor.compareTo(BigDecimal.valueOf(CEILING)) >= 0) {
      return new ExactFactor(factor, CEILING, new ShareLimit(0, 1));
    }
    BigDecimal whole =
        factor.compareTo(BigDecimal.ONE) < 0
            ? BigDecimal.ZERO
            : factor.setScale(0, RoundingMode.FLOOR);
    return new ExactFactor(factor, whole.longValue(), ShareLimit.of(factor.subtract(whole)));
  }

  /** The floor; exact below {@link #CEILING}, and at least that above it. */
  long of(double cell) {
    if (0 <= cell && cell <= ShareLimit.LIMIT && cell == Math.rint(cell)) {
      return whole * (long) cell + rest.minorsOf((int) cell);
    }
    if (cell <= 0) {
      return -1;
    }
    BigDecimal product = BigDecimal.valueOf(cell).multiply(factor);
    if (product.compareTo(BigDecimal.ONE) < 0) {
      return 0;
    }
    return product.min(BigDecimal.valueOf(CEILING)).setScale(0, RoundingMode.FLOOR).longValue();
  }
}
