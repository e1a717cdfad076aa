package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.stability.CandidateLoss;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.Losses;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Losses against a dynamic program that knows no prices. */
final class LossesTest {
  private static final int SEEDS = 150;
  private static final long NEVER = Long.MAX_VALUE / 4;
  private static final BigDecimal ALL = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal NOTHING = BigDecimal.ONE.negate();
  private static final Losses LOSSES = new Losses(new Decomposition(), SolveOptions.DEFAULT);

  private static Result solved(Problem problem) {
    return new CheckedSolver(new Decomposition(), new LagrangianCertifier())
        .solve(problem, SolveOptions.DEFAULT)
        .result();
  }

  /** What forcing a candidate to the other side loses, or null when nothing satisfies the rules. */
  private static @Nullable Long exact(Program program, CandidateLoss of, int i, long optimum) {
    CandidateRanges c = program.candidates();
    Program forced = program.withCandidates(of.selected() ? c.withNobody(i) : c.withSomebody(i));
    SolveResult result = new DynamicProgram().solve(forced, SolveOptions.DEFAULT);
    return result instanceof SolveResult.Proven proven
        ? Long.valueOf(optimum - forced.objective(proven.assignment()))
        : null;
  }

  private static long end() {
    return System.nanoTime() + NEVER;
  }

  @Test
  void a_solved_loss_is_exact_and_the_certificate_is_never_above_it() {
    int compared = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      Result result = solved(problem);
      Long optimum = result.objective();
      if (optimum == null || result.status() != Result.Status.OPTIMAL) {
        continue;
      }
      Program program = Compiler.compile(problem);
      List<CandidateLoss> solved = LOSSES.of(program, result, ALL, end());
      List<CandidateLoss> bounds = LOSSES.of(program, result, NOTHING, end());
      for (int i = 0; i < program.size(); i++) {
        Long expected = exact(program, solved.get(i), i, optimum);
        assertThat(solved.get(i).loss()).as("seed %d candidate %d", seed, i).isEqualTo(expected);
        assertThat(solved.get(i).by()).isEqualTo(By.SOLVE);
        Long bound = bounds.get(i).loss();
        if (expected != null && bound != null) {
          assertThat(bound).as("seed %d candidate %d", seed, i).isBetween(0L, expected);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(SEEDS);
  }

  @Test
  void what_there_was_no_time_for_is_not_known() {
    int limited = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      Result result = solved(problem);
      if (result.status() == Result.Status.OPTIMAL) {
        limited += limited(Compiler.compile(problem), result, "seed " + seed);
      }
    }
    assertThat(limited).isGreaterThan(SEEDS);
  }

  /** Of how many the certificate's limit takes the place of the loss. */
  private static int limited(Program program, Result result, String at) {
    List<CandidateLoss> losses = LOSSES.of(program, result, ALL, System.nanoTime() - 1);
    List<CandidateLoss> exact = LOSSES.of(program, result, ALL, end());
    assertThat(losses).allMatch(one -> one.by() == null || one.loss() == null);
    int limited = 0;
    for (int i = 0; i < losses.size(); i++) {
      Long limit = losses.get(i).atLeast();
      Long loss = exact.get(i).loss();
      assertThat(limit == null).as(at).isEqualTo(losses.get(i).by() != null);
      assertThat(exact.get(i).atLeast()).isNull();
      if (limit != null && loss != null) {
        assertThat(limit).as(at).isBetween(0L, loss);
        limited++;
      }
    }
    return limited;
  }
}
