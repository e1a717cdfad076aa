package io.bosett.solve;

import io.bosett.model.Certificate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScaledMultipliers o
        && scale == o.scale
        && Arrays.equals(multipliers, o.multipliers);
  }

  @Override
  public int hashCode() {
    return 31 * scale + Arrays.hashCode(multipliers);
  }

  @Override
  public String toString() {
    return Arrays.toString(multipliers) + " / " + scale;
  }
}
