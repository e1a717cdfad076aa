package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.decomposition.model.Rows;
import java.util.ArrayList;
import java.util.List;

/** Enumerates the allowed choices of one candidate. */
public final class Plain {
  /** A choice and what it is worth at given multipliers, in scaled units. */
  public record Option(int persons, int minors, long value) {}

  private Plain() {}

  public static List<Option> options(Program program, int i, long[] u, int scale) {
    List<Option> options = new ArrayList<>();
    for (int x = 0; x <= Math.max(0, program.candidates().high()[i]); x++) {
      for (int m = 0; m <= x; m++) {
        if (program.allows(i, x, m)) {
          options.add(new Option(x, m, value(program, i, x, m, u, scale)));
        }
      }
    }
    return options;
  }

  public static long best(List<Option> options) {
    return options.stream().mapToLong(Option::value).max().orElse(Long.MIN_VALUE);
  }

  private static long value(Program program, int i, int x, int m, long[] u, int scale) {
    long value = scale * (program.personsGain(i, x) + program.minorsGain(i, m));
    for (int row = 0; row < u.length; row++) {
      if (counts(program, i, row)) {
        value -= u[row] * amount(row, x, m);
      }
    }
    return value;
  }

  private static boolean counts(Program program, int i, int row) {
    if (row < Rows.REGIONS) {
      return true;
    }
    for (int member : program.regions().get((row - Rows.REGIONS) / 3).members()) {
      if (member == i) {
        return true;
      }
    }
    return false;
  }

  /** What one candidate's numbers add to a row. */
  public static int amount(int row, int x, int m) {
    int kind = row < Rows.REGIONS ? row : 4 + (row - Rows.REGIONS) % 3;
    return switch (kind) {
      case Rows.PERSONS, 4 -> x;
      case Rows.MINORS, 5 -> m;
      case Rows.SELECTED, 6 -> x > 0 ? 1 : 0;
      default -> m > 0 ? 1 : 0;
    };
  }
}
