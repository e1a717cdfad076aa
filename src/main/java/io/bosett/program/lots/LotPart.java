package io.bosett.program.lots;

import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A part of the candidates, with the numbers of places for which it can keep its limits.
 *
 * @param members of the part
 * @param counts of the part by itself
 */
record LotPart(int[] members, LotCounts counts) {
  static LotPart of(Program program, int region, int[] members, BooleanSupplier stop) {
    LotLimits limits = LotLimits.part(program, region);
    return new LotPart(members, new LotCounts(new LotSums(program, members, stop), limits, stop));
  }

  /** The regions with limits. */
  static int[] regions(Program program) {
    return program.rules().stream()
        .filter(rule -> !rule.isGeneral() && !rule.limits().isFree())
        .mapToInt(SharedRule::region)
        .distinct()
        .toArray();
  }

  /**
   * A division of the candidates: regions without a common candidate, the earlier ones first, and
   * all others.
   */
  static List<LotPart> division(Program program, int[] regions, BooleanSupplier stop) {
    List<LotPart> parts = new ArrayList<>();
    BitSet covered = new BitSet();
    for (int region : regions) {
      int[] members = program.members(region);
      if (Arrays.stream(members).noneMatch(covered::get)) {
        Arrays.stream(members).forEach(covered::set);
        parts.add(of(program, region, members, stop));
      }
    }
    int[] rest = IntStream.range(0, program.size()).filter(i -> !covered.get(i)).toArray();
    parts.add(of(program, SharedRule.ALL, rest, stop));
    return parts;
  }

  /** The minors that z candidates of the part can take; an empty range where they cannot. */
  PartSums.Range minors() {
    return new PartSums.Range() {
      @Override
      public long low(int z) {
        return counts.fits(z) ? counts.leastMinors(z) : Long.MAX_VALUE;
      }

      @Override
      public long high(int z) {
        return counts.mostMinors(z);
      }
    };
  }

  /** The persons of s selected, of whom z take so many minors together. */
  PartSums.Range persons(int z, long minors) {
    return new PartSums.Range() {
      @Override
      public long low(int s) {
        return counts.leastPersons(s, z, minors);
      }

      @Override
      public long high(int s) {
        return counts.mostPersons(s, z);
      }
    };
  }

  /** The persons of s selected, however many of them take minors. */
  PersonsOfPart persons() {
    return PersonsOfPart.of(counts);
  }
}
