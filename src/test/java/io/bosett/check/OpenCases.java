package io.bosett.check;

import io.bosett.check.proof.EffortLimit;
import io.bosett.check.proof.OpenCandidate;
import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random open candidates, shared rules and multipliers, few enough for plain enumeration, against
 * which every search over them is tested.
 */
public final class OpenCases {
  public final List<OpenCandidate> open = new ArrayList<>();
  public final List<SharedRule> rules = new ArrayList<>();
  public final long[] multipliers;
  public final Allocation base;
  public final long budget;

  public OpenCases(long seed) {
    Random random = new Random(seed);
    int candidates = 1 + random.nextInt(6);
    base = Allocation.ofNobody(candidates + 1);
    for (int i = 0; i <= candidates; i++) {
      OpenCandidate candidate = candidate(i, random);
      base.persons()[i] = candidate.persons()[0];
      base.minors()[i] = candidate.minors()[0];
      if (i < candidates) {
        open.add(candidate);
      }
    }
    for (Quantity quantity : Quantity.values()) {
      rules.add(rule(quantity, null, random.nextInt(4) < 2, random));
    }
    int regions = random.nextInt(5);
    for (int region = 0; region < regions; region++) {
      int[] members =
          random.ints(0, candidates + 1).limit(1 + random.nextInt(3)).sorted().distinct().toArray();
      rules.add(rule(Quantity.PERSONS, members, random.nextInt(8) == 0, random));
      rules.add(rule(Quantity.MINORS, members, random.nextInt(4) > 0, random));
      rules.add(rule(Quantity.SELECTED, members, random.nextInt(4) > 0, random));
    }
    multipliers = rules.stream().mapToLong(rule -> multiplier(rule, random)).toArray();
    budget = random.nextInt(150);
  }

  private static OpenCandidate candidate(int i, Random random) {
    int choices = 2 + random.nextInt(3);
    int[] persons = random.ints(0, 6).distinct().limit(choices).toArray();
    int[] minors = Arrays.stream(persons).map(x -> random.nextInt(x + 1)).toArray();
    long[] losses = random.longs(choices, 0, 40).toArray();
    losses[0] = 0;
    return new OpenCandidate(i, persons, minors, losses);
  }

  /** About the sum of the base; often without limits. */
  private SharedRule rule(
      Quantity quantity, int @Nullable [] members, boolean isFree, Random random) {
    SharedRule free = new SharedRule("", "", quantity, members, null, null);
    int sum = (int) free.sum(base.persons(), base.minors());
    int low = sum + random.nextInt(5) - 3;
    int high = low + random.nextInt(5);
    return new SharedRule(
        "",
        "",
        quantity,
        members,
        isFree || random.nextInt(4) == 0 ? null : (Integer) low,
        isFree || random.nextInt(4) == 0 ? null : (Integer) high);
  }

  private static long multiplier(SharedRule rule, Random random) {
    long drawn = random.nextInt(3) == 0 ? 0 : random.nextInt(41) - 20;
    return (drawn > 0 ? rule.upper() : rule.lower()) == null ? 0 : drawn;
  }

  /** What is heard of each allocation; by candidate its choice, and what it loses in all. */
  public interface Listener {
    void hear(int[] choices, long loss);
  }

  /** Tells of every allocation that keeps some of the rules. */
  public void forEach(List<SharedRule> kept, Listener listener) {
    tryFrom(0, new int[open.size()], kept, listener);
  }

  private void tryFrom(int k, int[] choices, List<SharedRule> kept, Listener listener) {
    if (k < open.size()) {
      for (int choice = 0; choice < open.get(k).losses().length; choice++) {
        choices[k] = choice;
        tryFrom(k + 1, choices, kept, listener);
      }
      return;
    }
    Allocation allocation = new Allocation(base.persons().clone(), base.minors().clone());
    long loss = 0;
    for (int i = 0; i < choices.length; i++) {
      allocation.persons()[i] = open.get(i).persons()[choices[i]];
      allocation.minors()[i] = open.get(i).minors()[choices[i]];
      loss += open.get(i).losses()[choices[i]];
    }
    for (int r = 0; r < rules.size(); r++) {
      if (kept.contains(rules.get(r))) {
        long sum = rules.get(r).sum(allocation.persons(), allocation.minors());
        if (!rules.get(r).holds(sum)) {
          return;
        }
        loss += loss(rules.get(r), multipliers[r], sum);
      }
    }
    listener.hear(choices, loss);
  }

  static long loss(SharedRule rule, long multiplier, long sum) {
    if (multiplier == 0) {
      return 0;
    }
    return multiplier > 0 ? multiplier * (rule.upper() - sum) : -multiplier * (sum - rule.lower());
  }

  public static EffortLimit effort() {
    return new EffortLimit(1_000_000, () -> false);
  }
}
