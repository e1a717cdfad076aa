package io.bosett.program.lots;

import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Proves infeasibility by the arithmetic of lots: the sums that the scenario asks for are none that
 * municipalities can reach which take nobody or a lot each, in all, in one region, or in disjoint
 * regions together ({@code models/problem.md}, "The arithmetic of lots"). What it does not refute
 * may be infeasible all the same.
 */
public final class LotArithmetic {
  private LotArithmetic() {}

  /**
   * Whether lots prove that a program has no assignment.
   *
   * @param stop asked before each region; when it says so, nothing more is looked at, and nothing
   *     is refuted
   */
  public static boolean refutes(Program program, BooleanSupplier stop) {
    if (LotCounts.of(program).firstPlaces() < 0) {
      return true;
    }
    int[] regions = LotPart.regions(program);
    if (regions.length == 0) {
      return false;
    }
    for (int region : regions) {
      if (stop.getAsBoolean()) {
        return false;
      }
      LotPart part = LotPart.of(program, region, program.members(region));
      if (part.counts().firstPlaces() < 0) {
        return true;
      }
    }
    List<LotPart> parts = LotPart.division(program, regions);
    boolean restFits = parts.get(parts.size() - 1).counts().firstPlaces() >= 0;
    return !restFits || !minorsReach(program, parts) || !personsReach(program, parts);
  }

  private static boolean minorsReach(Program program, List<LotPart> parts) {
    PartSums reached =
        new PartSums(program.limits(Term.MINORS_PLACES), program.limits(Term.MINORS));
    for (LotPart part : parts) {
      LotCounts counts = part.counts();
      if (!reached.add(counts.leastPlaces(), counts.mostPlaces(), part.minors())) {
        return true;
      }
    }
    return reached.firstCount(0) >= 0;
  }

  /** With the fewest places with minors, which leaves the widest ranges of persons. */
  private static boolean personsReach(Program program, List<LotPart> parts) {
    if (!isLimited(program, Term.PERSONS) && !isLimited(program, Term.SELECTED)) {
      return true;
    }
    PartSums reached = new PartSums(program.limits(Term.SELECTED), program.limits(Term.PERSONS));
    for (LotPart part : parts) {
      int z = part.counts().firstPlaces();
      int least = part.counts().leastSelected(z);
      if (!reached.add(least, part.counts().mostSelected(), part.persons(z, 0))) {
        return true;
      }
    }
    return reached.firstCount(0) >= 0;
  }

  private static boolean isLimited(Program program, Term term) {
    return program.regional(term).stream().anyMatch(rule -> !rule.limits().isFree());
  }
}
