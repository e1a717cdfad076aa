package io.bosett.program;

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
}
