package io.bosett.oracle;

import java.util.stream.LongStream;

/** The number of random cases, and the first seed. */
final class Cases {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 20_180_101L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  private Cases() {}

  /** The seeds to run, of so many in a full run. */
  static LongStream seeds(int full) {
    long count = Math.max(1, Math.round(full * SHARE));
    return LongStream.range(FIRST_SEED, FIRST_SEED + count);
  }
}
