package io.bosett.program;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Candidates that meet a condition; a plain loop, for streams cost more than most conditions. */
final class Matches {
  private static final int[] NONE = {};

  private Matches() {}

  /** The numbers from 0 to {@code count - 1} that meet a condition, ascending. */
  static int[] among(int count, IntPredicate condition) {
    int[] found = NONE;
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (condition.test(i)) {
        found = size < found.length ? found : Arrays.copyOf(found, 2 * size + 8);
        found[size++] = i;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
