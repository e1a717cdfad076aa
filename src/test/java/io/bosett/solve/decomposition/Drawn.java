package io.bosett.solve.decomposition;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.ChangeCost;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.SharedRule;
import io.bosett.program.SharedRules;
import io.bosett.program.Targets;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A generator of random programs of a given size, with settings. */
public final class Drawn {
  /** The kind of gains. */
  public enum Fit {
    PROPORTIONAL,
    OVERLAP,
    SCORE
  }

  public final SplittableRandom random;
  final int n;
  public Fit fit;
  String share;
  public boolean cost;

  /** Regions; with {@link #disjoint} no candidate lies in two. */
  public int regions;

  public boolean disjoint = true;

  /** Most persons of a candidate. */
  public int most = 12;

  /** Whether selection and places with minors are limited. */
  boolean bands = true;

  /** Whether everybody may be asked for nobody. */
  public boolean optional;

  /** The demand, or -1 for about half of what is possible. */
  int demand = -1;

  int quota;

  public Drawn(long seed, int n) {
    random = new SplittableRandom(seed);
    this.n = n;
    fit = Fit.values()[random.nextInt(3)];
    share = List.of("0.3", "0.3333333333", "1", "0", "0.5").get(random.nextInt(5));
    cost = random.nextInt(3) == 0;
    quota = share.equals("0") || random.nextInt(3) == 0 ? 0 : Math.max(1, n / 2);
  }

  public int between(int least, int greatest) {
    return random.nextInt(least, greatest + 1);
  }

  private int[] numbers(int least, int greatest) {
    return random.ints(n, least, greatest + 1).toArray();
  }

  private BitSet coins(double probability) {
    BitSet set = new BitSet();
    IntStream.range(0, n).filter(i -> random.nextDouble() < probability).forEach(set::set);
    return set;
  }

  public Program program() {
    CandidateRanges candidateRanges = candidates();
    double[][] targets = {amounts(most / 2.0), amounts(most / 2.0)};
    if (demand < 0) {
      demand = IntStream.of(candidateRanges.high()).sum() / 2;
    }
    return new Program(
        candidateRanges,
        ShareLimit.of(new BigDecimal(share)),
        gains(most / 2.0),
        cost ? cost() : null,
        gains(most / 4.0),
        rules(
            SharedRules.over(
                n,
                Bounds.exactly(demand),
                Bounds.exactly(Math.min(quota, demand)),
                bands ? band(n / 4, 3 * n / 4) : Bounds.FREE,
                bands ? new Bounds(0, Math.max(1, n / 3)) : Bounds.FREE)),
        new Targets(new String[] {"a", "b"}, new double[] {0.5, 0.5}, targets, targets, targets),
        List.of());
  }

  private Bounds band(int least, int greatest) {
    int low = between(least, greatest);
    return new Bounds(low, between(low, greatest));
  }

  private CandidateRanges candidates() {
    int[] all = IntStream.range(0, n).toArray();
    String[] ids = IntStream.of(all).mapToObj("c%07d"::formatted).toArray(String[]::new);
    int[] low = numbers(1, Math.max(1, most / 3));
    int[] high = numbers(most / 3, most);
    BitSet mayGoWithout = coins(optional ? 1 : 0.95);
    BitSet mayDrop = coins(optional ? 1 : 0.9);
    mayDrop.and(mayGoWithout);
    for (int i = 0; i < n; i++) {
      if (low[i] > high[i]) {
        mayDrop.set(i);
        mayGoWithout.set(i);
      }
    }
    int[] minorsHigh = numbers(0, most / 2);
    return new CandidateRanges(
        ids, all, mayDrop, low, high, high, mayGoWithout, numbers(1, 3), minorsHigh, new BitSet());
  }

  private double[] amounts(double middle) {
    boolean pretty = random.nextBoolean();
    return IntStream.range(0, n)
        .mapToDouble(
            i ->
                pretty
                    ? between(1, (int) Math.max(1, 2 * middle))
                    : random.nextDouble(0.2, 2 * middle + 0.3))
        .toArray();
  }

  private Gains gains(double middle) {
    return switch (fit) {
      case PROPORTIONAL ->
          new Gains.Proportional(DoubleStream.of(amounts(middle)).map(t -> 1 / t).toArray());
      case OVERLAP ->
          new Gains.Overlap(
              new long[] {700_000, 300_000}, new double[][] {amounts(middle), amounts(middle)});
      case SCORE -> new Gains.Score(random.longs(n, 0, Gains.UNITS + 1).toArray());
    };
  }

  private @Nullable ChangeCost cost() {
    return new ChangeCost(numbers(0, most), between(0, 500_000), between(0, 3_000_000));
  }

  private List<SharedRule> rules(SharedRules rules) {
    int[] regionOf = numbers(0, Math.max(0, regions));
    for (int r = 0; r < regions; r++) {
      int region = r;
      int[] members =
          disjoint
              ? IntStream.range(0, n).filter(i -> regionOf[i] == region).toArray()
              : coins(0.4).stream().toArray();
      addRegion(rules, members);
    }
    return rules.list();
  }

  private void addRegion(SharedRules rules, int[] members) {
    int size = members.length;
    int middle = (int) ((long) demand * size / Math.max(1, n));
    rules.region(
        members,
        random.nextBoolean() ? new Bounds(middle / 2, middle + between(0, middle)) : Bounds.FREE,
        random.nextInt(3) == 0 ? new Bounds(0, between(0, quota)) : Bounds.FREE,
        random.nextInt(3) == 0 ? new Bounds(0, between(size / 2, size)) : Bounds.FREE);
  }

  /** Multipliers for a program, of a size that matters, in whole 10<sup>-6</sup> person / scale. */
  public long[] multipliers(Program program, int scale) {
    Rows rows = new Rows(program);
    RowLimits limits = RowLimits.of(rows);
    long[] u = new long[rows.count];
    for (int row = 0; row < u.length; row++) {
      double t = random.nextInt(4) == 0 ? 0 : random.nextDouble(-1.5e6, 2e6);
      boolean ofRegion = rows.isRegional(row);
      u[row] =
          rows.free[row] ? 0 : Math.round(limits.admissible(row, ofRegion ? t / 4 : t) * scale);
    }
    return u;
  }
}
