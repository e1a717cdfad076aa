package io.bosett.solve.decomposition.dual;

import java.util.function.BooleanSupplier;

/**
 * A stop check that polls only once in so many evaluations, as a poll costs as much as several of
 * them.
 */
final class SparseStopCheck implements BooleanSupplier {
  private static final long LOOKS = 10_000;

  private final Lagrangian lagrangian;
  private final BooleanSupplier stop;
  private long askedAt;
  private boolean over;

  SparseStopCheck(Lagrangian lagrangian, BooleanSupplier stop) {
    this.lagrangian = lagrangian;
    this.stop = stop;
    askedAt = lagrangian.looks;
  }

  @Override
  public boolean getAsBoolean() {
    if (!over && lagrangian.looks - askedAt >= LOOKS) {
      askedAt = lagrangian.looks;
      over = stop.getAsBoolean();
    }
    return over;
  }
}
