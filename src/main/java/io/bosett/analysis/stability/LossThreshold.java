package io.bosett.analysis.stability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A loss e as a threshold in whole units.
 *
 * @param share e
 * @param units {@code floor(e * |optimum|)}, in 10<sup>-6</sup> person; the largest long where it
 *     is larger still
 */
public record LossThreshold(BigDecimal share, long units) {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE - 1);

  /** In exact decimals. */
  public static LossThreshold of(BigDecimal share, long optimum) {
    BigInteger whole =
        share
            .multiply(BigDecimal.valueOf(optimum).abs())
            .setScale(0, RoundingMode.FLOOR)
            .unscaledValue();
    return new LossThreshold(share, whole.min(LARGEST).longValue());
  }
}
