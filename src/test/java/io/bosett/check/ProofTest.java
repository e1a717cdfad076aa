package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checker certifies is true, and what is true it certifies, whatever the multipliers. */
class ProofTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 1L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + Math.round(4_000 * SHARE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_best_is_certified_and_anything_worse_refuted(long seed) {
    Problem problem = RandomProblems.tiny(seed);
    Recomputation recomputation = new Recomputation(problem);
    EveryAllocation every = new EveryAllocation(recomputation);
    Answers answers = new Answers(problem, recomputation, multipliers(recomputation, seed));
    if (every.best() == null) {
      confirm(seed, problem, answers.infeasible());
      return;
    }
    Result best = answers.optimal(every.best());
    confirm(seed, problem, best);
    Result worst = answers.optimal(every.worst());
    if (worst.objective() < best.objective()) {
      refute(seed, problem, worst, best.objective());
    }
    if (noneStuck(recomputation)) {
      refute(seed, problem, answers.infeasible(), null);
    }
  }

  /** Found at random: a target of 0 in a criterion without weight, whose fit is not finite. */
  @Test
  void a_fit_that_is_not_finite_is_null() {
    the_best_is_certified_and_anything_worse_refuted(740);
  }

  private static boolean noneStuck(Recomputation recomputation) {
    for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
      if (recomputation.placeRules().isStuck(i)) {
        return false;
      }
    }
    return true;
  }

  private static void confirm(long seed, Problem problem, Result result) {
    Verdict verdict = Checker.check(problem, result);
    assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
    assertThat(verdict.certified()).as("seed %d: %s", seed, verdict.reason()).isTrue();
  }

  private static void refute(long seed, Problem problem, Result result, @Nullable Long better) {
    Verdict verdict = Checker.check(problem, result);
    assertThat(verdict.certified()).as("seed %d: %s", seed, verdict.reason()).isFalse();
    assertThat(verdict.findings()).as("seed %d", seed).hasSize(1);
    Finding finding = verdict.findings().get(0);
    assertThat(finding.pointer()).as("seed %d: %s", seed, finding).isEqualTo("/status");
    if (better != null) {
      assertThat(finding.text()).as("seed %d", seed).endsWith("reaches " + better);
    }
  }

  /** Good ones, or any with the signs that are allowed. */
  private static long[] multipliers(Recomputation recomputation, long seed) {
    Random random = new Random(seed);
    if (noneStuck(recomputation) && random.nextInt(3) > 0) {
      return DualDescent.run(recomputation, Answers.SCALE, 1);
    }
    List<SharedRule> rules = recomputation.sharedRules().all();
    long[] multipliers = new long[rules.size()];
    for (int r = 0; r < multipliers.length; r++) {
      long drawn = (long) (random.nextGaussian() * 1e6 * Answers.SCALE);
      Integer limit = drawn > 0 ? rules.get(r).upper() : rules.get(r).lower();
      multipliers[r] = limit == null ? 0 : drawn;
    }
    return multipliers;
  }
}
