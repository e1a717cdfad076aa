package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.Answers;
import io.bosett.check.Asked;
import io.bosett.check.DualDescent;
import io.bosett.check.recount.Recomputation;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Places;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search at sizes that cannot be tried out. */
@Tag("slow")
class ClosingSearchTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 1L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final long STATES = 200_000;

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + Math.round(300 * SHARE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_least_loss_does_not_depend_on_multipliers(long seed) {
    Recomputation recomputation = new Recomputation(RandomProblems.medium(seed));
    boolean isStuck =
        IntStream.range(0, recomputation.candidateIndex().size())
            .anyMatch(recomputation.placeRules()::isStuck);
    if (isStuck) {
      return;
    }
    Long once = best(recomputation, 2);
    Long twice = best(recomputation, 3);
    if (once != null && twice != null) {
      assertThat(once).as("seed %d", seed).isEqualTo(twice);
    }
  }

  /** The best objective, or null when the search gives up or finds none within a large budget. */
  private static @Nullable Long best(Recomputation recomputation, int rounds) {
    long[] multipliers = DualDescent.run(recomputation, Answers.SCALE, rounds);
    LagrangianBound bound = new LagrangianBound(recomputation, multipliers, Answers.SCALE);
    for (long units = 1; units < 10_000_000; units *= 8) {
      long budget = units * Answers.SCALE;
      ClosingSearch.Outcome outcome =
          ClosingSearch.run(
              recomputation, bound, multipliers, budget, new EffortLimit(STATES, () -> false));
      if (outcome.gaveUp() != null) {
        return null;
      }
      if (outcome.found() != null) {
        assertThat(outcome.found()).isBetween(0L, budget);
        assertThat((bound.scaled() - outcome.found()) % Answers.SCALE).isZero();
        return (bound.scaled() - outcome.found()) / Answers.SCALE;
      }
    }
    return null;
  }

  @Test
  void what_would_take_too_long_is_given_up() {
    Asked asked = new Asked();
    asked.demand = new Demand(5_000, 0);
    asked.fit = Fit.SCORE;
    asked.places = new Places(2, 90, null, null);
    Recomputation recomputation =
        asked.recomputed(numbered(IntStream.range(0, 90).asDoubleStream().toArray()));
    long[] none = new long[4];
    LagrangianBound bound = new LagrangianBound(recomputation, none, 1);
    EffortLimit effort = new EffortLimit(10_000, () -> false);
    ClosingSearch.Outcome outcome = ClosingSearch.run(recomputation, bound, none, 1L << 40, effort);
    assertThat(outcome.found()).isNull();
    assertThat(outcome.gaveUp()).isNotNull();
    assertThat(outcome.states()).isLessThan(20_000);
  }

  @Test
  void a_budget_too_large_for_exact_sums_is_given_up() {
    Recomputation recomputation = new Asked().recomputed(numbered(1, 2, 3));
    long[] none = new long[4];
    LagrangianBound bound = new LagrangianBound(recomputation, none, 1);
    EffortLimit effort = new EffortLimit(STATES, () -> false);
    ClosingSearch.Outcome outcome =
        ClosingSearch.run(recomputation, bound, none, Long.MAX_VALUE, effort);
    assertThat(outcome.found()).isNull();
    assertThat(outcome.gaveUp()).contains("too far");
  }

  @Test
  void many_candidates_are_bounded() {
    double[] populations = IntStream.range(0, 200_000).mapToDouble(i -> 1 + i % 97).toArray();
    Asked asked = new Asked();
    asked.demand = new Demand(600_000, 0);
    asked.places = new Places(1, 8, null, null);
    Recomputation recomputation = asked.recomputed(numbered(populations));
    LagrangianBound bound = new LagrangianBound(recomputation, new long[4], 1024);
    long sum = 0;
    for (int i = 0; i < populations.length; i++) {
      long best = 0;
      for (int x = 1; x <= 8; x++) {
        best = Math.max(best, recomputation.gains().persons(i, x));
      }
      sum += best;
    }
    assertThat(bound.bound()).isEqualTo(sum);
  }

  private static Dataset numbered(double... populations) {
    DatasetBuilder builder = new DatasetBuilder("", "");
    for (int i = 0; i < populations.length; i++) {
      String id = Integer.toString(i);
      builder.municipality(id, id, "1").number(id, "population", 2017, populations[i]);
    }
    return builder.build();
  }
}
