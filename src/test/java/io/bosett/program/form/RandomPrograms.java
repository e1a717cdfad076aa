package io.bosett.program.form;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.ChangeCost;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.SharedRule;
import io.bosett.program.SharedRules;
import io.bosett.program.Targets;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded random programs of every fit and with every kind of rule, some of them infeasible. */
public final class RandomPrograms {
  private final Random random;
  private final int n;
  private final int demand;
  private final int quota;
  private final int least;
  private final int most;
  private final double loose;

  private RandomPrograms(long seed, int n, int demand, int least, int most, double loose) {
    this.random = new Random(seed * 7919);
    this.n = n;
    this.demand = demand;
    this.quota = random.nextInt(4) == 0 ? 0 : random.nextInt(demand / 3 + 1);
    this.least = least;
    this.most = most;
    this.loose = loose;
  }

  /** At most four candidates and twelve persons: small enough for brute force. */
  public static Program tiny(long seed) {
    Random random = new Random(seed);
    int n = Math.min(4, 1 + random.nextInt(6));
    int demand = 1 + random.nextInt(12);
    return new RandomPrograms(seed, n, demand, 1 + random.nextInt(3), demand, 0.3).make();
  }

  /** Many candidates, hundreds of persons; mostly feasible. */
  public static Program large(long seed, int candidates) {
    return new RandomPrograms(seed, candidates, 11 * candidates, 10, 60, 0.9).make();
  }

  private Program make() {
    int kind = random.nextInt(3);
    double[][] targets = targets(demand);
    double[][] minorsTargets = targets(Math.max(1, quota));
    return new Program(
        candidates(),
        ShareLimit.of(BigDecimal.valueOf(pick(100, 100, 50, 50, 58, 33), 2)),
        gains(kind, targets),
        random.nextInt(3) == 0 ? changeCost() : null,
        gains(kind, minorsTargets),
        rules(
            SharedRules.over(
                n,
                Bounds.exactly(demand),
                Bounds.exactly(quota),
                limits(n, random.nextBoolean()),
                random.nextBoolean() ? Bounds.FREE : new Bounds(0, 1 + random.nextInt(n)))),
        new Targets(
            new String[] {"a", "b"},
            new double[] {0.7, 0.3},
            targets,
            minorsTargets,
            new double[0][]),
        List.of());
  }

  private CandidateRanges candidates() {
    BitSet mayDrop = new BitSet();
    BitSet mayGoWithout = new BitSet();
    BitSet fixed = new BitSet();
    int[] low = new int[n];
    int[] high = new int[n];
    int[] minorsLow = new int[n];
    int[] minorsHigh = new int[n];
    int group = 1 + random.nextInt(3);
    for (int i = 0; i < n; i++) {
      low[i] = least;
      high[i] = least + random.nextInt(Math.max(1, most - least + 1));
      minorsLow[i] = group;
      minorsHigh[i] = random.nextInt(5) == 0 ? 0 : group + random.nextInt(Math.max(1, quota));
      mayDrop.set(i);
      mayGoWithout.set(i);
      if (random.nextInt(n > 10 ? 40 : 6) == 0) {
        fix(i, mayDrop, mayGoWithout, low, high, minorsLow, minorsHigh);
        fixed.set(i);
      }
    }
    String[] ids = IntStream.range(0, n).mapToObj(i -> "c%04d".formatted(i)).toArray(String[]::new);
    int[] positions = IntStream.range(0, n).toArray();
    return new CandidateRanges(
        ids, positions, mayDrop, low, high, high, mayGoWithout, minorsLow, minorsHigh, fixed);
  }

  private void fix(
      int i,
      BitSet mayDrop,
      BitSet mayGoWithout,
      int[] low,
      int[] high,
      int[] minorsLow,
      int[] minorsHigh) {
    switch (random.nextInt(4)) {
      case 0 -> mayDrop.clear(i);
      case 1 -> {
        mayDrop.clear(i);
        low[i] = high[i];
      }
      case 2 -> high[i] = 0;
      default -> {
        mayDrop.clear(i);
        mayGoWithout.clear(i);
        minorsHigh[i] = minorsLow[i];
      }
    }
  }

  private double[][] targets(int total) {
    double[][] targets = new double[2][n];
    for (double[] row : targets) {
      for (int i = 0; i < n; i++) {
        double plain = total * Math.exp(random.nextGaussian()) / n;
        row[i] = random.nextInt(3) == 0 ? Math.ceil(plain) / 2 : plain;
      }
    }
    return targets;
  }

  private Gains gains(int kind, double[][] targets) {
    return switch (kind) {
      case 0 -> {
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
          r[i] = 0.7 / targets[0][i] + 0.3 / targets[1][i];
        }
        yield new Gains.Proportional(r);
      }
      case 1 -> new Gains.Overlap(new long[] {666_667, 333_333}, targets);
      default ->
          new Gains.Score(
              IntStream.range(0, n)
                  .mapToLong(i -> random.nextInt(3) * 300_000L + random.nextInt(2))
                  .toArray());
    };
  }

  private ChangeCost changeCost() {
    int[] before = new int[n];
    for (int i = 0; i < n; i++) {
      before[i] = random.nextBoolean() ? 0 : random.nextInt(2 * demand / n + 2);
    }
    return new ChangeCost(before, pick(0, 10_000, 700_000), pick(0, 500_000, 3_000_000));
  }

  private Bounds limits(int size, boolean free) {
    if (free || size == 0) {
      return Bounds.FREE;
    }
    int from = (int) (random.nextInt(size + 1) * (1 - loose));
    int to = Math.max(from, (int) Math.ceil(size * (loose + (1 - loose) * random.nextDouble())));
    return new Bounds(from, to);
  }

  private List<SharedRule> rules(SharedRules rules) {
    int count = random.nextInt(3);
    for (int k = 0; k < count; k++) {
      int[] members = IntStream.range(0, n).filter(i -> random.nextInt(3) == 0).toArray();
      int personsMost = (int) Math.ceil(demand * (loose + random.nextDouble()) / 2) + least;
      Bounds persons =
          random.nextBoolean() ? Bounds.FREE : new Bounds(random.nextInt(least + 1), personsMost);
      Bounds minors = random.nextBoolean() ? Bounds.FREE : new Bounds(0, random.nextInt(quota + 1));
      rules.region(members, persons, minors, limits(members.length, random.nextBoolean()));
    }
    return rules.list();
  }

  private int pick(int... values) {
    return values[random.nextInt(values.length)];
  }
}
