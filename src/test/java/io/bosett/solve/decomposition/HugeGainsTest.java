package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.SharedRules;
import io.bosett.program.Targets;
import io.bosett.program.Term;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Gains near the largest that a program may have: sums come near 64 bits, and scales shrink. */
class HugeGainsTest {
  private static final int N = 5;

  @Test
  void the_answer_is_the_best_of_all_or_none() {
    Seeds.run(
        2_000,
        seed -> {
          Program program = program(new SplittableRandom(seed));
          SolveResult result = new Decomposition().solve(program, SolveOptions.DEFAULT);
          Long best = best(program, new int[N], 0);
          if (result instanceof SolveResult.Proven proven) {
            assertThat(program.objective(proven.assignment())).isEqualTo(best);
          } else if (result instanceof SolveResult.Infeasible) {
            assertThat(best).isNull();
          } else if (result instanceof SolveResult.Feasible feasible) {
            assertThat(program.objective(feasible.assignment())).isLessThanOrEqualTo(best);
            assertThat(feasible.bound()).isGreaterThanOrEqualTo(best);
          }
        });
  }

  private static Program program(SplittableRandom random) {
    int[] all = IntStream.range(0, N).toArray();
    int top = random.nextInt(1_000_000, 10_000_000);
    int[] low = IntStream.of(all).map(i -> random.nextInt(top / 4, top)).toArray();
    int[] high = IntStream.of(low).map(x -> x + random.nextInt(4)).toArray();
    BitSet mayDrop = new BitSet();
    IntStream.of(all).filter(i -> random.nextInt(4) > 0).forEach(mayDrop::set);
    BitSet everybody = new BitSet();
    everybody.set(0, N);
    long demand = 0;
    for (int i : all) {
      boolean taken = !mayDrop.get(i) || random.nextBoolean();
      demand += taken ? random.nextInt(low[i], high[i] + 1) : 0;
    }
    double[] r =
        IntStream.of(all)
            .mapToDouble(i -> 9e9 / ((double) high[i] * high[i]) * random.nextDouble(1e-6, 1))
            .toArray();
    double[][] none = new double[0][];
    int[] members = {0, 1, 2};
    Bounds region =
        random.nextBoolean() ? new Bounds(random.nextInt(top), Bounds.NONE) : Bounds.FREE;
    return new Program(
        new CandidateRanges(
            IntStream.of(all).mapToObj(i -> "c" + i).toArray(String[]::new),
            all,
            mayDrop,
            low,
            high,
            high,
            everybody,
            IntStream.of(all).map(i -> 1).toArray(),
            new int[N],
            new BitSet()),
        new ShareLimit(1, 1),
        new Gains.Proportional(r),
        null,
        new Gains.Proportional(r),
        SharedRules.over(
                N,
                Bounds.exactly(demand + (random.nextInt(4) == 0 ? random.nextInt(-3, 4) : 0)),
                Bounds.exactly(0),
                new Bounds(0, random.nextInt(2, N + 1)),
                Bounds.FREE)
            .region(members, region, Bounds.FREE, Bounds.FREE)
            .list(),
        new Targets(new String[0], new double[0], none, none, none),
        List.of());
  }

  private static @Nullable Long best(Program program, int[] persons, int i) {
    if (i == N) {
      return allowed(program, persons) ? gain(program, persons) : null;
    }
    Long best = null;
    CandidateRanges c = program.candidates();
    for (int x = c.low()[i] - 1; x <= c.high()[i]; x++) {
      persons[i] = x < c.low()[i] ? 0 : x;
      if (program.allows(i, persons[i], 0)) {
        Long one = best(program, persons, i + 1);
        best = best == null || (one != null && one > best) ? one : best;
      }
    }
    return best;
  }

  private static boolean allowed(Program program, int[] persons) {
    long ofRegion = (long) persons[0] + persons[1] + persons[2];
    return program.limits(Term.PERSONS).holds(IntStream.of(persons).asLongStream().sum())
        && program.limits(Term.SELECTED).holds(IntStream.of(persons).filter(x -> x > 0).count())
        && program.regional(Term.PERSONS).get(0).limits().holds(ofRegion);
  }

  private static long gain(Program program, int[] persons) {
    long sum = 0;
    for (int i = 0; i < N; i++) {
      sum += program.personsGain(i, persons[i]);
    }
    return sum;
  }
}
