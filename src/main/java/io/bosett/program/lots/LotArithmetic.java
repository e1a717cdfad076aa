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
   * @param stop polled all along; when it says so, nothing is refuted
   */
  public static boolean refutes(Program program, BooleanSupplier stop) {
    try {
      return isRefuted(program, stop);
    } catch (LotsStoppedException e) {
      return false;
    }
  }

  private static boolean isRefuted(Program program, BooleanSupplier stop) {
    if (LotCounts.of(program, stop).firstPlaces() < 0) {
      return true;
    }
    int[] regions = LotPart.regions(program);
    if (regions.length == 0) {
      return false;
    }
    for (int region : regions) {
      LotSums.poll(stop);
      LotPart part = LotPart.of(program, region, program.members(region), stop);
      if (part.counts().firstPlaces() < 0) {
        return true;
      }
    }
    List<LotPart> parts = LotPart.division(program, regions, stop);
    boolean restFits = parts.get(parts.size() - 1).counts().firstPlaces() >= 0;
    return !restFits || !minorsReach(program, parts) || !personsReach(program, parts, stop);
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

  private static boolean personsReach(Program program, List<LotPart> parts, BooleanSupplier stop) {
    if (!isLimited(program, Term.PERSONS) && !isLimited(program, Term.SELECTED)) {
      return true;
    }
    PartSums reached = new PartSums(program.limits(Term.SELECTED), program.limits(Term.PERSONS));
    for (LotPart part : parts) {
      LotSums.poll(stop);
      PersonsOfPart persons = part.persons();
      if (!reached.add(persons.least(), persons.most(), persons)) {
        return true;
      }
    }
    return reached.firstCount(0) >= 0;
  }

  private static boolean isLimited(Program program, Term term) {
    return program.regional(term).stream().anyMatch(rule -> !rule.limits().isFree());
  }
}
