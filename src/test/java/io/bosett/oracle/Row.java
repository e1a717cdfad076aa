package io.bosett.oracle;

import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A shared rule: limits on a sum over some candidates.
 *
 * @param kind what is summed
 * @param members the candidates that count
 * @param limits on the sum
 */
record Row(Kind kind, BitSet members, Bounds limits) {
  /** What is summed. */
  enum Kind {
    PERSONS,
    MINORS,
    SELECTED,
    MINORS_PLACES
  }

  /** All shared rules of a program that limit anything. */
  static List<Row> all(Program program) {
    List<Row> rows = new ArrayList<>();
    for (SharedRule rule : program.rules()) {
      Kind kind = Kind.valueOf(((Term) rule.quantity()).name());
      rows.add(new Row(kind, members(rule.members()), rule.limits()));
    }
    rows.removeIf(row -> row.limits().isFree());
    return rows;
  }

  /** Whether the rule holds for an option of every candidate. */
  boolean holds(Option[] chosen) {
    long sum = members.stream().mapToLong(i -> chosen[i].use(kind)).sum();
    return limits.holds(sum);
  }

  private static BitSet members(int[] members) {
    BitSet set = new BitSet();
    IntStream.of(members).forEach(set::set);
    return set;
  }
}
