package io.bosett.oracle;

import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
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
    BitSet everybody = members(IntStream.range(0, program.size()).toArray());
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Kind.PERSONS, everybody, program.persons()));
    rows.add(new Row(Kind.MINORS, everybody, program.minors()));
    rows.add(new Row(Kind.SELECTED, everybody, program.selected()));
    rows.add(new Row(Kind.MINORS_PLACES, everybody, program.minorsPlaces()));
    for (RegionRule region : program.regions()) {
      BitSet members = members(region.members());
      rows.add(new Row(Kind.PERSONS, members, region.persons()));
      rows.add(new Row(Kind.MINORS, members, region.minors()));
      rows.add(new Row(Kind.SELECTED, members, region.selected()));
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
