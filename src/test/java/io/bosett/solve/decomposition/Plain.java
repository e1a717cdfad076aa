package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    Rows rows = new Rows(program);
    for (int row = 0; row < u.length; row++) {
      if (counts(program, i, rows.region[row])) {
        value -= u[row] * amount(rows, row, x, m);
      }
    }
    return value;
  }

  /** Whether a candidate is in a region, or the region means all. */
  public static boolean counts(Program program, int i, int region) {
    return region < 0 || IntStream.of(program.members(region)).anyMatch(member -> member == i);
  }

  /** What one candidate's numbers add to a row. */
  public static int amount(Rows rows, int row, int x, int m) {
    return switch (Term.at(rows.term[row])) {
      case PERSONS -> x;
      case MINORS -> m;
      case SELECTED -> x > 0 ? 1 : 0;
      case MINORS_PLACES -> m > 0 ? 1 : 0;
    };
  }
}
