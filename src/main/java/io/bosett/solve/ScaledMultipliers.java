package io.bosett.solve;

import io.bosett.model.Certificate;

/**
 * Integer multipliers with their scale.
 *
 * @param scale a power of two; {@link #SCALE} unless gains are so large that sums would overflow
 * @param multipliers in the order of the program's shared rules, whole numbers of 10<sup>-6</sup>
 *     person divided by {@code scale}
 */
public record ScaledMultipliers(int scale, long[] multipliers) {
  /** The usual scale. */
  public static final int SCALE = 1024;

  /** Those of a certificate. */
  public static ScaledMultipliers of(Certificate certificate) {
    return new ScaledMultipliers(certificate.scale(), certificate.multipliers().inOrder());
  }
}
