package io.bosett.program;

import java.util.function.BooleanSupplier;

/** Polls for a stop once in so many figures, which take a millisecond or two. */
final class CompilePoll {
  private static final int EVERY = 1 << 14;

  private final BooleanSupplier stop;
  private int passed;

  /**
   * @param stop whether it is time to stop
   */
  CompilePoll(BooleanSupplier stop) {
    this.stop = stop;
  }

  /**
   * Counts figures that were computed.
   *
   * @throws CompileStoppedException when it is time to stop
   */
  void after(int figures) {
    passed += figures;
    if (passed >= EVERY) {
      passed = 0;
      if (stop.getAsBoolean()) {
        throw new CompileStoppedException();
      }
    }
  }
}
