package io.bosett.check;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enumerates all allocations of a tiny problem for its best and a worse one; of those with equal
 * sums in every shared rule only the best is kept.
 */
final class EveryAllocation {
  /** More than any use of a tiny problem; 13 rules fit into a long. */
  private static final long RADIX = 28;

  private record Partial(long objective, @Nullable Partial before, int x, int m) {
    Allocation allocation(int n) {
      Allocation allocation = Allocation.ofNobody(n);
      Partial at = this;
      for (int i = n - 1; i >= 0; i--) {
        allocation.persons()[i] = at.x;
        allocation.minors()[i] = at.m;
        at = at.before;
      }
      return allocation;
    }
  }

  private final Recomputation recomputation;
  private final List<SharedRule> rules;
  private @Nullable Allocation best;
  private @Nullable Allocation worst;

  EveryAllocation(Recomputation recomputation) {
    this.recomputation = recomputation;
    rules = recomputation.sharedRules().all().stream().filter(r -> !r.isFree()).toList();
    int n = recomputation.candidateIndex().size();
    Map<Long, Partial> layer = Map.of(0L, new Partial(0, null, 0, 0));
    for (int i = 0; i < n; i++) {
      layer = extend(i, layer);
    }
    long most = Long.MIN_VALUE;
    long least = Long.MAX_VALUE;
    for (Map.Entry<Long, Partial> entry : layer.entrySet()) {
      long objective = entry.getValue().objective;
      if (holds(entry.getKey())) {
        best = objective > most ? entry.getValue().allocation(n) : best;
        most = Math.max(most, objective);
        worst = objective < least ? entry.getValue().allocation(n) : worst;
        least = Math.min(least, objective);
      }
    }
  }

  /** Null when there is none. */
  @Nullable Allocation best() {
    return best;
  }

  /** The worst of those that are best among their like; null when there is none. */
  @Nullable Allocation worst() {
    return worst;
  }

  private boolean holds(long uses) {
    long rest = uses;
    for (SharedRule rule : rules) {
      if (!rule.holds(rest % RADIX)) {
        return false;
      }
      rest /= RADIX;
    }
    return true;
  }

  /** Whether no upper limit is passed, so that the sum of two packed uses is their packed sum. */
  private boolean canAdd(long before, long more) {
    long a = before;
    long b = more;
    for (SharedRule rule : rules) {
      if (rule.upper() != null && a % RADIX + b % RADIX > rule.upper()) {
        return false;
      }
      a /= RADIX;
      b /= RADIX;
    }
    return true;
  }

  private Map<Long, Partial> extend(int i, Map<Long, Partial> layer) {
    Map<Long, Partial> next = new HashMap<>();
    int demand = recomputation.scenario().demand().persons();
    int quota = recomputation.scenario().demand().minors();
    PlaceRules allowed = recomputation.placeRules();
    for (int x = 0; x <= demand; x++) {
      for (int m = 0; m <= Math.min(x, quota); m++) {
        if (allowed.allowsPersons(i, x) && allowed.allowsMinors(i, x, m)) {
          long gain = recomputation.gains().persons(i, x) + recomputation.gains().minors(i, m);
          extend(layer, next, uses(i, x, m), gain, x, m);
        }
      }
    }
    return next;
  }

  private void extend(
      Map<Long, Partial> layer, Map<Long, Partial> next, long uses, long gain, int x, int m) {
    layer.forEach(
        (before, partial) -> {
          if (canAdd(before, uses)) {
            Partial more = new Partial(partial.objective + gain, partial, x, m);
            next.merge(before + uses, more, (a, b) -> a.objective >= b.objective ? a : b);
          }
        });
  }

  private long uses(int i, int x, int m) {
    long uses = 0;
    for (int r = rules.size() - 1; r >= 0; r--) {
      SharedRule rule = rules.get(r);
      uses = uses * RADIX + (rule.concerns(i) ? rule.use().of(x, m) : 0);
    }
    return uses;
  }
}
