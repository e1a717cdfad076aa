package io.bosett.analysis.stability;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a stability analysis is asked.
 *
 * @param losses shares e of the optimum, 0 or more: an allocation is within e when it loses at most
 *     {@code floor(e * |optimum|)}
 * @param ranges whether the numbers that each candidate can have are wanted
 */
public record StabilityOptions(List<BigDecimal> losses, boolean ranges) {
  /** The losses when none are named. */
  public static final List<BigDecimal> DEFAULT_LOSSES =
      List.of(
          BigDecimal.ZERO,
          new BigDecimal("0.0001"),
          new BigDecimal("0.001"),
          new BigDecimal("0.005"),
          new BigDecimal("0.01"));

  public StabilityOptions {
    losses = List.copyOf(losses);
  }
}
