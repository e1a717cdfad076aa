package io.bosett.oracle;

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
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Small random programs, with limits that no scenario leads to: empty regions, candidates that
 * allow nothing, crossed limits.
 */
final class SmallRandomPrograms {
  private final SplittableRandom random;
  private final int n;
  private final int demand;
  private final int quota;

  private SmallRandomPrograms(long seed) {
    random = new SplittableRandom(seed);
    n = between(1, 5);
    demand = between(1, 16);
    quota = random.nextBoolean() ? 0 : between(0, Math.min(6, demand));
  }

  /** The same seed, the same program. */
  static Program draw(long seed) {
    return new SmallRandomPrograms(seed).program();
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private int[] numbers(int least, int most) {
    return random.ints(n, least, most + 1).toArray();
  }

  private BitSet coins(double probability) {
    BitSet set = new BitSet();
    IntStream.range(0, n).filter(i -> random.nextDouble() < probability).forEach(set::set);
    return set;
  }

  private Program program() {
    double[][] targets = {amounts(), amounts()};
    int kind = between(0, 2);
    return new Program(
        candidates(),
        ShareLimit.of(new BigDecimal(List.of("1", "0.5", "0.3", "0.333", "0").get(between(0, 4)))),
        gains(kind),
        between(0, 3) == 0 ? cost() : null,
        gains(kind),
        rules(
            SharedRules.over(
                n, Bounds.exactly(demand), Bounds.exactly(quota), limits(n), limits(n))),
        new Targets(new String[] {"a", "b"}, new double[] {0.5, 0.5}, targets, targets, targets),
        List.of());
  }

  private CandidateRanges candidates() {
    int[] all = IntStream.range(0, n).toArray();
    String[] ids = IntStream.of(all).mapToObj(i -> "" + (char) ('A' + i)).toArray(String[]::new);
    int[] high = numbers(0, demand);
    BitSet mayGoWithout = coins(0.9);
    BitSet mayDrop = coins(0.85);
    mayDrop.and(mayGoWithout);
    return new CandidateRanges(
        ids,
        all,
        mayDrop,
        numbers(1, 5),
        high,
        high,
        mayGoWithout,
        numbers(1, 3),
        numbers(0, 6),
        new BitSet());
  }

  private double[] amounts() {
    boolean pretty = random.nextBoolean();
    return IntStream.range(0, n)
        .mapToDouble(i -> pretty ? between(1, 4) : random.nextDouble(0.2, 8))
        .toArray();
  }

  private Gains gains(int kind) {
    double[] amounts = amounts();
    return switch (kind) {
      case 0 -> new Gains.Proportional(DoubleStream.of(amounts).map(this::r).toArray());
      case 1 ->
          new Gains.Overlap(new long[] {700_000, 300_000}, new double[][] {amounts, amounts()});
      default -> new Gains.Score(random.longs(n, 0, Gains.UNITS + 1).toArray());
    };
  }

  private double r(double target) {
    return between(0, 19) == 0 ? 1e-6 : 1 / target;
  }

  private ChangeCost cost() {
    return new ChangeCost(numbers(0, 6), between(0, 500_000), between(0, 3_000_000));
  }

  private Bounds limits(int top) {
    int least = between(0, Math.max(1, top / 2));
    return switch (between(0, 3)) {
      case 0 -> new Bounds(least, between(0, top));
      case 1 -> new Bounds(least, Bounds.NONE);
      case 2 -> new Bounds(0, between(1, Math.max(1, top)));
      default -> Bounds.FREE;
    };
  }

  private List<SharedRule> rules(SharedRules rules) {
    int count = Math.max(0, between(-2, 3));
    for (int r = 0; r < count; r++) {
      int[] members = coins(0.5).stream().toArray();
      rules.region(members, limits(demand), limits(quota), limits(n));
    }
    return rules.list();
  }
}
