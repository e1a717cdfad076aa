package io.bosett.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rule on how many candidates are selected. */
public sealed interface Selection {
  /**
   * A share of the n candidates: {@code floor((share - tolerance) * n)} to {@code ceil((share +
   * tolerance) * n)}, cut to 0..n, in exact decimals.
   *
   * @param share 0 to 1
   * @param tolerance 0 to 1, 0 unless given
   */
  record Share(BigDecimal share, BigDecimal tolerance) implements Selection {}

  /**
   * Numbers.
   *
   * @param atLeast lower limit, or null
   * @param atMost upper limit, or null
   */
  record Count(@Nullable Integer atLeast, @Nullable Integer atMost) implements Selection {}
}
