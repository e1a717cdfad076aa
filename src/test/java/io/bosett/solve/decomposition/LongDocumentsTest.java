package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.model.Fit;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten million persons and no caps, where trying every number would take minutes. */
class LongDocumentsTest {
  private static final int CASES = 25;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 47, 422})
  void millions_of_equal_choices_are_certified_without_listing_them(int places) {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    for (int levels = 1; levels <= 3; levels++) {
      for (int minors : new int[] {0, 3_000_000}) {
        Problem problem = LongRanges.tied(places, levels, Fit.SCORE, 10_000_000, minors);
        Result result = solver.solve(problem, SolveOptions.DEFAULT).result();
        assertThat(result.proof())
            .as("%d levels, %d minors", levels, minors)
            .isEqualTo(Result.Proof.CERTIFIED);
      }
    }
  }

  /**
   * With nearly as many minors as persons the dual's least bound is where a person's and a minor's
   * price both are some candidate's, and a descent ends a little beside it.
   */
  @ParameterizedTest
  @ValueSource(ints = {9_000_000, 9_500_001, 9_990_000, 9_999_990, 9_999_999, 10_000_000})
  void nearly_as_many_minors_as_persons_are_certified_at_prices_of_both(int minors) {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    for (int places : new int[] {2, 3, 7, 47, 160, 422}) {
      for (int levels : new int[] {1, 3, 17}) {
        Problem problem =
            LongRanges.tied(places, Math.min(places, levels), Fit.SCORE, 10_000_000, minors);
        assertCertified(solver, problem, places + " places, " + levels + " levels");
      }
    }
  }

  /** One look at all prices may take seconds there; the sums alone show that nothing fits. */
  @Test
  void more_minors_than_the_share_allows_are_refuted_before_any_price_is_tried() {
    for (long seed : new long[] {25, 38, 94}) {
      Problem problem = LongRanges.of(seed, 10_000_000);
      SolveResult result =
          new Decomposition().solve(Compiler.compile(problem), SolveOptions.DEFAULT);
      assertThat(result).as("seed %d", seed).isInstanceOf(SolveResult.Infeasible.class);
      assertThat(result.statistics().phases()).as("seed %d", seed).containsOnlyKeys("frame");
    }
  }

  /** Bounds a fraction of a unit beside a slope of the gains lose it for each equal candidate. */
  @Test
  void equal_overlaps_are_certified_at_whole_prices() {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    for (int places : new int[] {40, 135, 202, 303}) {
      for (int levels = 1; levels <= 4; levels++) {
        Problem problem = LongRanges.tied(places, levels, Fit.OVERLAP, 10_000_000, 1_000);
        assertCertified(solver, problem, places + " places, " + levels + " levels");
      }
    }
    for (long seed : new long[] {67, 132}) {
      assertCertified(solver, LongRanges.of(seed, 10_000_000), "seed " + seed);
    }
  }

  private static void assertCertified(CheckedSolver solver, Problem problem, String what) {
    Result result = solver.solve(problem, SolveOptions.DEFAULT).result();
    assertThat(result.proof()).as(what).isEqualTo(Result.Proof.CERTIFIED);
  }

  @Test
  void documents_of_ten_million_persons_are_answered_and_checked() {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(1));
    int certified = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Problem problem = LongRanges.of(seed, 10_000_000);
      Result result = solver.solve(problem, options).result();
      assertThat(result.certificate()).as("seed %d", seed).isNotNull();
      certified += result.proof() == Result.Proof.CERTIFIED ? 1 : 0;
    }
    assertThat(certified).isGreaterThanOrEqualTo(CASES - 1);
  }
}
