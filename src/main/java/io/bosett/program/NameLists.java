package io.bosett.program;

import java.util.function.IntFunction;

/** Short lists of names for messages. */
final class NameLists {
  private static final int FEW = 3;

  private NameLists() {}

  /** The first few of {@code count} things and how many more there are. */
  static String few(int count, IntFunction<String> name) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < Math.min(count, FEW); k++) {
      text.append(k == 0 ? "" : ", ").append(name.apply(k));
    }
    return count > FEW ? text + " and " + (count - FEW) + " more" : text.toString();
  }

  /** A number without a needless fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
