package io.bosett.solve.decomposition;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** The number of random cases, and the first seed. */
public final class Seeds {
  private static final long FIRST = Long.getLong("bosett.seed", 20_180_101L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  private Seeds() {}

  /** Runs a law on so many seeds in a full run; a broken one is named. */
  public static void run(int full, LongConsumer law) {
    long count = Math.max(1, Math.round(full * SHARE));
    LongStream.range(FIRST, FIRST + count)
        .forEach(
            seed -> {
              try {
                law.accept(seed);
              } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
              }
            });
  }
}
