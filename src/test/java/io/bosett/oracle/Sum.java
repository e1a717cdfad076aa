package io.bosett.oracle;

import java.util.List;

/**
 * A shared rule as a digit of a {@link PlainDynamicProgram}'s state.
 *
 * @param row the rule
 * @param stride what the digit counts in the state
 * @param top the largest value of the digit
 * @param capped whether more than {@code top} breaks the rule; else it is as good as {@code top}
 */
record Sum(Row row, long stride, long top, boolean capped) {
  /** The state when the rule is broken. */
  static final long BROKEN = -1;

  static Sum of(Row row, List<List<Option>> options, long stride) {
    boolean capped = row.limits().hasMost() && row.limits().most() < possible(row, options);
    return new Sum(row, stride, capped ? row.limits().most() : row.limits().least(), capped);
  }

  /** Whether the rule's lower limit is out of reach, or its limits cross. */
  static boolean isOutOfReach(Row row, List<List<Option>> options) {
    long least = row.limits().least();
    return least > possible(row, options) || least > row.limits().most();
  }

  private static long possible(Row row, List<List<Option>> options) {
    return row.members().stream()
        .mapToLong(i -> options.get(i).stream().mapToInt(o -> o.use(row.kind())).max().orElse(0))
        .sum();
  }

  /** The state after candidate i took an option; the digit is 0 again after the last member. */
  long next(long state, int i, Option option) {
    if (!row.members().get(i)) {
      return state;
    }
    long digit = state / stride % (top + 1);
    long sum = digit + option.use(row.kind());
    if (sum > top && capped) {
      return BROKEN;
    }
    if (i < row.members().length() - 1) {
      return state + (Math.min(sum, top) - digit) * stride;
    }
    return sum < row.limits().least() ? BROKEN : state - digit * stride;
  }
}
