package io.bosett.solve;

import io.bosett.model.Multipliers;

/**
 * Integer multipliers with their scale.
 *
 * @param scale a power of two; {@link #SCALE} unless gains are so large that sums would overflow
 * @param multipliers whole numbers of 10<sup>-6</sup> person divided by {@code scale}
 */
public record ScaledMultipliers(int scale, Multipliers multipliers) {
  /** The usual scale. */
  public static final int SCALE = 1024;
}
