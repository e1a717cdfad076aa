package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.OpenCases;
import io.bosett.check.recount.SharedRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bound of the closing search, and the search, against all allocations tried out. */
@Tag("slow")
class RegionReductionTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 1L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + Math.round(10_000 * SHARE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rule_by_itself_loses_what_is_least_of_all_that_keep_it(long seed)
      throws EffortExceededException {
    OpenCases cases = new OpenCases(seed);
    for (int r = 0; r < cases.rules.size(); r++) {
      SharedRule rule = cases.rules.get(r);
      List<@Nullable RowMoves> steps = new ArrayList<>();
      cases.open.forEach(candidate -> steps.add(RowMoves.of(rule, candidate, cases.base)));
      long sum = rule.sum(cases.base.persons(), cases.base.minors());
      RowResidual residual =
          new RowResidual(rule, cases.multipliers[r], sum, steps, cases.budget, OpenCases.effort());
      if (!residual.holdsAnyway()) {
        long[][] least = leastWith(cases, r, steps);
        assertThat(residual.leastWith(OpenCases.effort()))
            .as("seed %d, rule %d", seed, r)
            .isDeepEqualTo(least);
        assertThat(residual.least(0, 0))
            .as("seed %d, rule %d", seed, r)
            .isEqualTo(least(cases, r, cases.budget));
      }
    }
  }

  /** Whatever a certificate makes of the budget, nothing may overflow. */
  @ParameterizedTest
  @MethodSource("seeds")
  void a_rule_is_bounded_alike_under_any_budget(long seed) throws EffortExceededException {
    OpenCases cases = new OpenCases(seed);
    for (int r = 0; r < cases.rules.size(); r++) {
      SharedRule rule = cases.rules.get(r);
      List<@Nullable RowMoves> steps = new ArrayList<>();
      cases.open.forEach(candidate -> steps.add(RowMoves.of(rule, candidate, cases.base)));
      long sum = rule.sum(cases.base.persons(), cases.base.minors());
      for (long budget : new long[] {1_000_000, 1L << 61}) {
        RowResidual residual =
            new RowResidual(rule, cases.multipliers[r], sum, steps, budget, OpenCases.effort());
        if (!residual.holdsAnyway()) {
          assertThat(residual.least(0, 0))
              .as("seed %d, rule %d, budget %d", seed, r, budget)
              .isEqualTo(least(cases, r, budget));
        }
      }
    }
  }

  private static long within(long budget, long least) {
    return least > budget ? RowResidual.NONE : least;
  }

  /** The least loss of those candidates that a rule concerns, and the rule. */
  private static long least(OpenCases cases, int r, long budget) {
    AtomicLong least = new AtomicLong(RowResidual.NONE);
    cases.forEach(
        List.of(cases.rules.get(r)), (choices, loss) -> least.accumulateAndGet(loss, Math::min));
    return within(budget, least.get());
  }

  private static long[][] leastWith(OpenCases cases, int r, List<@Nullable RowMoves> steps) {
    long[][] with =
        steps.stream()
            .map(own -> new long[own == null ? 0 : own.moves().length])
            .toArray(long[][]::new);
    for (long[] each : with) {
      Arrays.fill(each, RowResidual.NONE);
    }
    cases.forEach(
        List.of(cases.rules.get(r)),
        (choices, loss) -> {
          for (int k = 0; k < choices.length; k++) {
            if (with[k].length > 0) {
              int step = steps.get(k).ofChoice()[choices[k]];
              with[k][step] = Math.min(with[k][step], within(cases.budget, loss));
            }
          }
        });
    return with;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_allocation_within_the_budget_is_dropped(long seed) throws EffortExceededException {
    OpenCases cases = new OpenCases(seed);
    RegionReduction.Rest rest =
        new RegionReduction(
                cases.open,
                cases.rules,
                cases.multipliers,
                cases.base,
                cases.budget,
                OpenCases.effort())
            .run();
    cases.forEach(
        cases.rules,
        (choices, loss) -> {
          if (loss <= cases.budget) {
            assertThat(rest).as("seed %d", seed).isNotNull();
            assertThat(losses(cases, rest, choices))
                .as("seed %d: %s", seed, Arrays.toString(choices))
                .isEqualTo(
                    IntStream.range(0, choices.length)
                        .mapToLong(k -> cases.open.get(k).losses()[choices[k]])
                        .sum());
          }
        });
  }

  /** What the candidates lose in the rest, or -1 when the rest has no such allocation. */
  private static long losses(OpenCases cases, RegionReduction.Rest rest, int[] choices) {
    long sum = rest.settled();
    for (int k = 0; k < choices.length; k++) {
      OpenCandidate before = cases.open.get(k);
      int x = before.persons()[choices[k]];
      int m = before.minors()[choices[k]];
      OpenCandidate left =
          rest.open().stream()
              .filter(c -> c.candidate() == before.candidate())
              .findFirst()
              .orElse(null);
      long loss =
          left == null
              ? rest.base().persons()[k] == x && rest.base().minors()[k] == m ? 0 : -1
              : IntStream.range(0, left.losses().length)
                  .filter(c -> left.persons()[c] == x && left.minors()[c] == m)
                  .mapToLong(c -> left.losses()[c])
                  .min()
                  .orElse(-1);
      if (loss < 0) {
        return -1;
      }
      sum += loss;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_search_finds_the_least_loss_of_all(long seed) throws EffortExceededException {
    OpenCases cases = new OpenCases(seed);
    AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    cases.forEach(cases.rules, (choices, loss) -> least.accumulateAndGet(loss, Math::min));
    ClosingSearch search =
        new ClosingSearch(cases.rules, cases.multipliers, cases.budget, OpenCases.effort());
    assertThat(search.least(cases.open, cases.base))
        .as("seed %d", seed)
        .isEqualTo(least.get() <= cases.budget ? least.get() : null);
  }

  @Test
  void the_cases_are_of_every_kind() throws EffortExceededException {
    int found = 0;
    int divided = 0;
    int settled = 0;
    int refused = 0;
    for (long seed = 1; seed <= 2_000; seed++) {
      OpenCases cases = new OpenCases(seed);
      List<SharedRule> rules = cases.rules;
      EffortLimit effort = OpenCases.effort();
      Long least =
          new ClosingSearch(rules, cases.multipliers, cases.budget, effort)
              .least(cases.open, cases.base);
      RegionReduction.Rest rest =
          new RegionReduction(
                  cases.open, rules, cases.multipliers, cases.base, cases.budget, effort)
              .run();
      found += least == null ? 0 : 1;
      refused += rest == null ? 1 : 0;
      boolean isLeft = rest != null && least != null;
      divided += isLeft && rest.regions().size() > 1 ? 1 : 0;
      settled += isLeft && rest.open().size() < cases.open.size() ? 1 : 0;
    }
    assertThat(found).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
    assertThat(divided).isGreaterThan(20);
    assertThat(settled).isGreaterThan(50);
  }
}
