package io.bosett.check.proof;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.SharedRule;
import io.bosett.check.recount.SharedRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A presolve step of the closing search: each region's minimum loss settles candidates. A region's
 * rule and candidates lose together at least what they would lose if no other rule held, which is
 * much where a region takes only whole minimums. For regions without common candidates these lower
 * bounds add up, so a choice must fit into the budget beside the bounds of the other regions.
 * Choices that do not are dropped, and a candidate with one choice left is settled.
 */
final class RegionReduction {
  private final List<OpenCandidate> open;
  private final List<SharedRule> rules;
  private final long[] multipliers;
  private final Allocation base;
  private final long budget;
  private final EffortLimit effort;

  /**
   * @param open the candidates that the bound leaves open, each with a choice without loss
   * @param rules all shared rules
   * @param multipliers in their order
   * @param base a best choice of every candidate
   * @param budget on the whole loss
   */
  RegionReduction(
      List<OpenCandidate> open,
      List<SharedRule> rules,
      long[] multipliers,
      Allocation base,
      long budget,
      EffortLimit effort) {
    this.open = open;
    this.rules = rules;
    this.multipliers = multipliers;
    this.base = base;
    this.budget = budget;
    this.effort = effort;
  }

  /**
   * The reduced problem.
   *
   * @param open the candidates with more than one choice left, losses relative to their least
   * @param base for every candidate a choice of least loss among those left
   * @param settled the loss of the base in the candidates
   * @param regions the rules with a loss of their own, without common open candidates, the largest
   *     losses first
   */
  record Rest(List<OpenCandidate> open, Allocation base, long settled, List<SharedRule> regions) {}

  /**
   * A rule with a loss of its own.
   *
   * @param members the open candidates that can move it
   * @param least lower bound on the loss of the rule and its members
   */
  private record Losing(SharedRule rule, RowResidual residual, BitSet members, long least) {}

  /** Null when the regions alone exceed the budget. */
  @Nullable Rest run() throws EffortExceededException {
    List<Losing> losing = new ArrayList<>();
    for (int r = SharedRules.GENERAL; r < rules.size(); r++) {
      Losing found = rules.get(r).isFree() ? null : losing(r);
      if (found != null && found.least > budget) {
        return null;
      }
      if (found != null) {
        losing.add(found);
      }
    }
    if (losing.isEmpty()) {
      return new Rest(open, base, 0, List.of());
    }
    losing.sort(Comparator.comparingLong(rule -> -rule.least));
    List<Losing> apart = apart(losing);
    long sum = 0;
    for (Losing one : apart) {
      if (one.least > budget - sum) {
        return null;
      }
      sum += one.least;
    }
    BitSet[] kept = all();
    for (Losing one : losing) {
      keep(one, budget - others(one, apart), kept);
    }
    keepOutside(apart, budget - sum, kept);
    return rest(kept, apart.stream().map(Losing::rule).toList());
  }

  /** Null for a rule without a loss of its own. */
  private @Nullable Losing losing(int r) throws EffortExceededException {
    SharedRule rule = rules.get(r);
    long sum = rule.sum(base.persons(), base.minors());
    if (multipliers[r] == 0 && rule.holds(sum)) {
      return null;
    }
    List<@Nullable RowMoves> steps = RowMoves.of(rule, open, base);
    BitSet members = new BitSet();
    for (int k = 0; k < steps.size(); k++) {
      members.set(k, steps.get(k) != null);
    }
    RowResidual residual = new RowResidual(rule, multipliers[r], sum, steps, budget, effort);
    return new Losing(rule, residual, members, residual.least(0, 0));
  }

  /** A greedy choice of rules without common candidates, the largest losses first. */
  private static List<Losing> apart(List<Losing> losing) {
    List<Losing> apart = new ArrayList<>();
    for (Losing one : losing) {
      if (one.least > 0 && apart.stream().noneMatch(o -> o.members.intersects(one.members))) {
        apart.add(one);
      }
    }
    return apart;
  }

  /** A lower bound on the loss of other rules, in candidates that one rule does not contain. */
  @SuppressWarnings("ReferenceEquality") // one of the list, not one like it
  private static long others(Losing one, List<Losing> apart) {
    return apart.stream()
        .filter(other -> other != one && !other.members.intersects(one.members))
        .mapToLong(Losing::least)
        .sum();
  }

  private BitSet[] all() {
    BitSet[] all = new BitSet[open.size()];
    for (int k = 0; k < all.length; k++) {
      all[k] = new BitSet();
      all[k].set(0, open.get(k).losses().length);
    }
    return all;
  }

  private void keep(Losing one, long most, BitSet[] kept) throws EffortExceededException {
    long[][] with = one.residual.leastWith(effort);
    for (int k = 0; k < kept.length; k++) {
      RowMoves own = one.residual.steps(k);
      for (int choice = kept[k].nextSetBit(0);
          own != null && choice >= 0;
          choice = kept[k].nextSetBit(choice + 1)) {
        int step = own.ofChoice()[choice];
        long least = with[k][step];
        long more = open.get(k).losses()[choice] - own.losses()[step];
        if (least > most || more > most - least) {
          kept[k].clear(choice);
        }
      }
    }
  }

  /** Drops choices of candidates outside all chosen rules. */
  private void keepOutside(List<Losing> apart, long most, BitSet[] kept) {
    for (int k = 0; k < kept.length; k++) {
      int at = k;
      if (apart.stream().noneMatch(one -> one.members.get(at))) {
        kept[k].stream().filter(c -> open.get(at).losses()[c] > most).forEach(kept[k]::clear);
      }
    }
  }

  private @Nullable Rest rest(BitSet[] kept, List<SharedRule> regions) {
    Allocation settledBase = new Allocation(base.persons().clone(), base.minors().clone());
    List<OpenCandidate> left = new ArrayList<>();
    long settled = 0;
    for (int k = 0; k < kept.length; k++) {
      int[] choices = kept[k].stream().toArray();
      if (choices.length == 0) {
        return null;
      }
      OpenCandidate before = open.get(k);
      int least =
          IntStream.of(choices)
              .boxed()
              .min(Comparator.comparingLong(c -> before.losses()[c]))
              .orElseThrow();
      long loss = before.losses()[least];
      settled = Math.addExact(settled, loss);
      settledBase.persons()[before.candidate()] = before.persons()[least];
      settledBase.minors()[before.candidate()] = before.minors()[least];
      if (choices.length > 1) {
        left.add(before.only(choices, loss));
      }
    }
    return new Rest(left, settledBase, settled, regions);
  }
}
