package io.bosett.program.lots;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Presolve of the regions' limits on persons and minors by the arithmetic of lots: a limit that
 * falls between two sums that the region's lots can reach moves to the nearer of them that it
 * allows (places of 8 minors each under "at most 15" take at most 8). Assignments are the same
 * before and after, and a side without a limit stays without, so multipliers keep their signs.
 */
public final class ReachableLimits {
  /** Limit on the members that are looked at, over all regions. */
  private static final long MOST_MEMBERS = 2_000_000;

  private final Program program;
  private final CandidateRanges c;
  private final BooleanSupplier stop;

  private ReachableLimits(Program program, BooleanSupplier stop) {
    this.program = program;
    this.stop = stop;
    c = program.candidates();
  }

  /**
   * The same program with limits that can be reached; itself when nothing changes, or when {@code
   * stop} says so.
   */
  public static Program of(Program program, BooleanSupplier stop) {
    try {
      return new ReachableLimits(program, stop).reachable();
    } catch (LotsStoppedException e) {
      return program;
    }
  }

  private Program reachable() {
    List<SharedRule> rules = new ArrayList<>(program.rules());
    long members = 0;
    boolean any = false;
    for (int k = 0; k < rules.size(); k++) {
      LotSums.poll(stop);
      SharedRule rule = rules.get(k);
      if (mayHaveGaps(rule)) {
        members += rule.members().length;
        if (members > MOST_MEMBERS) {
          break;
        }
        rules.set(k, rule.withLimits(limits(rule)));
        any |= !rules.get(k).limits().equals(rule.limits());
      }
    }
    return any ? program.withRules(rules) : program;
  }

  /** Whether lots are so nearly alike that the sums of some number of them end below the next. */
  private boolean mayHaveGaps(SharedRule rule) {
    Bounds limits = rule.limits();
    boolean sums = rule.quantity() == Term.PERSONS || rule.quantity() == Term.MINORS;
    if (!sums || rule.isGeneral() || limits.isFree() || limits.least() == limits.most()) {
      return false;
    }
    boolean ofMinors = rule.quantity() == Term.MINORS;
    int[] low = ofMinors ? c.minorsLow() : c.low();
    int[] high = ofMinors ? c.minorsHigh() : c.high();
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i : rule.members()) {
      if (low[i] <= high[i]) {
        least = Math.min(least, low[i]);
        most = Math.max(most, high[i]);
      }
    }
    boolean below = limits.least() < least || limits.most() < least;
    return least > 1 && (below || most < 2L * least);
  }

  private Bounds limits(SharedRule rule) {
    LotCounts counts = LotPart.of(program, rule.region(), rule.members(), stop).counts();
    int z = counts.firstPlaces();
    if (z < 0) {
      return rule.limits();
    }
    return rule.quantity() == Term.MINORS
        ? within(rule.limits(), counts.leastMinors(z), counts.mostMinors(counts.mostPlaces()))
        : within(
            rule.limits(),
            counts.leastPersons(counts.leastSelected(z), z, counts.leastMinors(z)),
            counts.mostPersons(counts.mostSelected(z), z));
  }

  private static Bounds within(Bounds limits, long least, long most) {
    return new Bounds(
        limits.hasLeast() ? Math.max(limits.least(), least) : 0,
        limits.hasMost() ? Math.min(limits.most(), most) : Bounds.NONE);
  }
}
