package io.bosett.check.proof;

import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Proves infeasibility without multipliers: municipalities that take nobody or a lot reach no sums
 * within the limits, in all, in one region, or in disjoint regions together ({@code
 * models/problem.md}, "The arithmetic of lots").
 */
public final class UnreachableSums {
  private final Recomputation recomputation;
  private final EffortLimit effort;
  private final List<SharedRule> general;
  private final List<SetCounts> parts = new ArrayList<>();
  private final BitSet covered = new BitSet();

  private UnreachableSums(Recomputation recomputation, EffortLimit effort) {
    this.recomputation = recomputation;
    this.effort = effort;
    general = recomputation.sharedRules().all().subList(0, SharedRules.GENERAL);
  }

  /**
   * Why no allocation exists, in words, or null when this argument does not show it or takes more
   * than a part of the effort.
   */
  public static @Nullable String reason(Recomputation recomputation, EffortLimit effort) {
    try {
      return new UnreachableSums(recomputation, effort.attempt()).find();
    } catch (EffortExceededException e) {
      return null;
    }
  }

  private @Nullable String find() throws EffortExceededException {
    int[] all = IntStream.range(0, recomputation.candidateIndex().size()).toArray();
    if (counts(all, general).fits().isEmpty()) {
      return "no number of municipalities in lots adds up to the persons and minors demanded";
    }
    List<SharedRule> regional = recomputation.sharedRules().ofRegions();
    int each = Quantity.values().length - 1;
    for (int r = 0; r + each <= regional.size(); r += each) {
      List<SharedRule> own = regional.subList(r, r + each);
      if (own.stream().allMatch(UnreachableSums::limitsNothing)) {
        continue;
      }
      SetCounts counts = counts(own.get(0).ownMembers(), own);
      if (counts.fits().isEmpty()) {
        return "in lots, " + own.get(0).text() + " cannot be within the limits";
      }
      if (IntStream.of(own.get(0).ownMembers()).noneMatch(covered::get)) {
        IntStream.of(own.get(0).ownMembers()).forEach(covered::set);
        parts.add(counts);
      }
    }
    return parts.isEmpty() ? null : together();
  }

  private static boolean limitsNothing(SharedRule rule) {
    Integer lower = rule.lower();
    return rule.upper() == null && (lower == null || lower == 0);
  }

  private SetCounts counts(int[] members, List<SharedRule> own) throws EffortExceededException {
    effort.addSteps(members.length, 0);
    int demand = Math.toIntExact(new SetLimits(general, general).high(Quantity.PERSONS));
    SetSums sums = new SetSums(recomputation.placeRules(), members, demand);
    return new SetCounts(sums, new SetLimits(own, general), effort);
  }

  private @Nullable String together() throws EffortExceededException {
    int size = recomputation.candidateIndex().size();
    int[] rest = IntStream.range(0, size).filter(i -> !covered.get(i)).toArray();
    SetCounts ofRest = counts(rest, List.of());
    if (ofRest.fits().isEmpty()) {
      return "in lots, what stands outside the regions cannot be within the limits";
    }
    parts.add(ofRest);
    SetLimits limits = new SetLimits(general, general);
    SumSets minors =
        new SumSets(
            limits.high(Quantity.MINORS_MUNICIPALITIES), limits.high(Quantity.MINORS), effort);
    SumSets persons =
        new SumSets(limits.high(Quantity.SELECTED), limits.high(Quantity.PERSONS), effort);
    for (SetCounts part : parts) {
      minors.add(part.fits());
      persons.add(part.persons());
    }
    if (!minors.reaches(limits.low(Quantity.MINORS_MUNICIPALITIES), limits.low(Quantity.MINORS))) {
      return "the regions' lots do not add up to the minors demanded";
    }
    return persons.reaches(limits.low(Quantity.SELECTED), limits.low(Quantity.PERSONS))
        ? null
        : "the regions' lots do not add up to the persons demanded";
  }
}
