package io.bosett.program.form;

import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;

/**
 * Polls for a stop once in many evaluations of a gain, so that a program of millions of numbers is
 * given up within milliseconds. Not thread-safe.
 */
public final class StopPoll {
  /** So many evaluations take a millisecond or two; a power of two. */
  private static final int MANY = 1 << 14;

  private final BooleanSupplier stop;
  private int evaluations;

  /**
   * @param stop asks whoever builds a form to end in a {@link FormStoppedException}
   */
  public StopPoll(BooleanSupplier stop) {
    this.stop = stop;
  }

  /** One that never stops. */
  public static StopPoll never() {
    return new StopPoll(() -> false);
  }

  /** Counts one evaluation. */
  void step() {
    if ((++evaluations & MANY - 1) == 0 && stop.getAsBoolean()) {
      throw new FormStoppedException();
    }
  }

  /** The same gains, counted. */
  IntToLongFunction counted(IntToLongFunction gains) {
    return amount -> {
      step();
      return gains.applyAsLong(amount);
    };
  }
}
