package io.bosett.check.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sums that several sets of candidates reach together, by how many candidates count. */
final class SumSets {
  private final EffortLimit effort;
  private final long mostCount;
  private final long mostSum;

  /** By number of candidates, ranges of sums: disjoint and ascending. */
  private Map<Integer, List<long[]>> reached = new TreeMap<>();

  SumSets(long mostCount, long mostSum, EffortLimit effort) {
    this.mostCount = mostCount;
    this.mostSum = mostSum;
    this.effort = effort;
    reached.put(0, List.of(new long[] {0, 0}));
  }

  /** Adds a set that is disjoint from those before. */
  void add(List<SetCounts.Fit> fits) throws EffortExceededException {
    Map<Integer, List<long[]>> next = new TreeMap<>();
    for (Map.Entry<Integer, List<long[]>> before : reached.entrySet()) {
      for (SetCounts.Fit fit : fits) {
        int count = before.getKey() + fit.count();
        effort.addSteps(1L + before.getValue().size(), 0);
        for (long[] range : before.getValue()) {
          long low = range[0] + fit.low();
          if (count <= mostCount && low <= mostSum) {
            long high = Math.min(mostSum, range[1] + fit.high());
            next.computeIfAbsent(count, c -> new ArrayList<>()).add(new long[] {low, high});
          }
        }
      }
    }
    next.replaceAll((count, ranges) -> joined(ranges));
    reached = next;
  }

  private static List<long[]> joined(List<long[]> ranges) {
    ranges.sort(Comparator.comparingLong(range -> range[0]));
    List<long[]> joined = new ArrayList<>();
    long[] last = null;
    for (long[] range : ranges) {
      if (last != null && range[0] <= last[1] + 1) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        last = range;
        joined.add(range);
      }
    }
    return joined;
  }

  /** Whether at least so many candidates reach at least such a sum, within the upper limits. */
  boolean reaches(long leastCount, long leastSum) {
    return reached.entrySet().stream()
        .filter(entry -> entry.getKey() >= leastCount)
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(range -> range[1] >= leastSum);
  }
}
