package io.bosett.program.lots;

import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves infeasibility by the arithmetic of lots: the sums that the scenario asks for are none that
 * municipalities can reach which take nobody or a lot each, in all, in one region, or in disjoint
 * regions together ({@code models/problem.md}, "The arithmetic of lots"). What it does not refute
 * may be infeasible all the same.
 */
public final class LotArithmetic {
  private final Program program;
  private final List<LotCounts> parts = new ArrayList<>();
  private boolean isRefuted;

  private LotArithmetic(Program program) {
    this.program = program;
  }

  /** Whether lots prove that a program has no assignment. */
  public static boolean refutes(Program program) {
    return new LotArithmetic(program).run();
  }

  private boolean run() {
    if (LotCounts.of(program).firstPlaces() < 0) {
      return true;
    }
    BitSet covered = new BitSet();
    program.rules().stream()
        .filter(rule -> !rule.isGeneral() && !rule.limits().isFree())
        .mapToInt(SharedRule::region)
        .distinct()
        .forEach(region -> region(region, covered));
    if (parts.isEmpty() || isRefuted) {
      return isRefuted;
    }
    int[] rest = IntStream.range(0, program.size()).filter(i -> !covered.get(i)).toArray();
    add(SharedRule.ALL, rest);
    return isRefuted || !minorsReach() || !personsReach();
  }

  /** Regions that share a candidate with an earlier one count by themselves alone. */
  private void region(int region, BitSet covered) {
    int[] members = program.members(region);
    boolean isApart = Arrays.stream(members).noneMatch(covered::get);
    add(region, members);
    if (isApart) {
      Arrays.stream(members).forEach(covered::set);
    } else {
      parts.remove(parts.size() - 1);
    }
  }

  private void add(int region, int[] members) {
    LotCounts counts =
        new LotCounts(new LotSums(program, members), LotLimits.part(program, region));
    isRefuted |= counts.firstPlaces() < 0;
    parts.add(counts);
  }

  private boolean minorsReach() {
    PartSums reached =
        new PartSums(program.limits(Term.MINORS_PLACES), program.limits(Term.MINORS));
    for (LotCounts part : parts) {
      if (!reached.add(part.leastPlaces(), part.mostPlaces(), minors(part))) {
        return true;
      }
    }
    return reached.isPossible();
  }

  private static PartSums.Range minors(LotCounts part) {
    return new PartSums.Range() {
      @Override
      public long low(int z) {
        return part.fits(z) ? part.leastMinors(z) : Long.MAX_VALUE;
      }

      @Override
      public long high(int z) {
        return part.mostMinors(z);
      }
    };
  }

  private boolean personsReach() {
    PartSums reached = new PartSums(program.limits(Term.SELECTED), program.limits(Term.PERSONS));
    for (LotCounts part : parts) {
      int z = part.firstPlaces();
      if (!reached.add(part.leastSelected(z), part.mostSelected(), persons(part, z))) {
        return true;
      }
    }
    return reached.isPossible();
  }

  /** With the fewest places with minors, which leaves the widest range of persons. */
  private static PartSums.Range persons(LotCounts part, int z) {
    return new PartSums.Range() {
      @Override
      public long low(int s) {
        return part.leastPersons(s, z);
      }

      @Override
      public long high(int s) {
        return part.mostPersons(s, z);
      }
    };
  }
}
