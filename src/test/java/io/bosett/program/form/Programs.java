package io.bosett.program.form;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.SharedRules;
import io.bosett.program.Targets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Hand-made programs for tests. */
public final class Programs {
  private Programs() {}

  /**
   * Candidates with slopes of a million and one, two, three, ..., without minors or shared rules.
   */
  public static Program score(int candidates, int demand, int low, int high) {
    return score(candidates, demand, low, high, 1_000_001);
  }

  /** Candidates with slopes from {@code least} on, without minors or shared rules. */
  public static Program score(int candidates, int demand, int low, int high, long least) {
    long[] slopes = IntStream.range(0, candidates).mapToLong(i -> least + i).toArray();
    return of(new Gains.Score(slopes), demand, low, filled(candidates, high));
  }

  /** Candidates with targets of 1, 2, 3, ..., without minors or shared rules. */
  public static Program proportional(int candidates, int demand, int low, int high) {
    double[] r = IntStream.range(0, candidates).mapToDouble(i -> 1.0 / (i + 1)).toArray();
    return proportional(r, demand, low, filled(candidates, high));
  }

  /** Candidates with given reciprocal targets and caps, without minors or shared rules. */
  public static Program proportional(double[] r, int demand, int low, int[] high) {
    return of(new Gains.Proportional(r), demand, low, high);
  }

  private static Program of(Gains gains, int demand, int low, int[] high) {
    int n = high.length;
    BitSet all = new BitSet();
    all.set(0, n);
    CandidateRanges candidates =
        new CandidateRanges(
            IntStream.range(0, n).mapToObj(i -> "c%06d".formatted(i)).toArray(String[]::new),
            IntStream.range(0, n).toArray(),
            all,
            filled(n, low),
            high,
            high,
            all,
            filled(n, 1),
            new int[n],
            new BitSet());
    return new Program(
        candidates,
        new ShareLimit(1, 1),
        gains,
        null,
        gains,
        SharedRules.over(
                candidates.size(),
                Bounds.exactly(demand),
                Bounds.exactly(0),
                Bounds.FREE,
                Bounds.FREE)
            .list(),
        new Targets(
            new String[0], new double[0], new double[0][], new double[0][], new double[0][]),
        List.of());
  }

  private static int[] filled(int n, int value) {
    int[] values = new int[n];
    Arrays.fill(values, value);
    return values;
  }
}
