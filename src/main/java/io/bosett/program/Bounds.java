package io.bosett.program;

import io.bosett.model.Band;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a shared rule on its sum.
 *
 * @param least lower limit; 0 when there is none
 * @param most upper limit; {@link #NONE} when there is none
 */
public record Bounds(long least, long most) {
  /** Stands for no upper limit. */
  public static final long NONE = Long.MAX_VALUE;

  /** No limit that could ever bind, as sums are never negative. */
  public static final Bounds FREE = new Bounds(0, NONE);

  /** Exactly this. */
  public static Bounds exactly(long value) {
    return new Bounds(value, value);
  }

  /** The limits of a document; null where it has none. */
  public static Bounds of(@Nullable Integer atLeast, @Nullable Integer atMost) {
    return new Bounds(atLeast == null ? 0 : atLeast, atMost == null ? NONE : atMost);
  }

  static Bounds of(Band band) {
    return of(band.atLeast(), band.atMost());
  }

  /** Whether there is an upper limit. */
  public boolean hasMost() {
    return most != NONE;
  }

  /** Whether there is a lower limit above 0. */
  public boolean hasLeast() {
    return least > 0;
  }

  /** Whether nothing is limited. */
  public boolean isFree() {
    return !hasMost() && !hasLeast();
  }

  /** Whether a sum is within the limits. */
  public boolean holds(long sum) {
    return least <= sum && sum <= most;
  }

  /** Whether a sum is at one of the limits. */
  public boolean isReachedBy(long sum) {
    return (hasLeast() && sum == least) || (hasMost() && sum == most);
  }
}
