package io.bosett.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a solver says leaves only as far as it can be shown. */
final class CheckedSolverTest {
  private static final long[] NOTHING = new long[4];

  private static Problem letter() throws IOException {
    byte[] document = Files.readAllBytes(Path.of("models/norway-2018/letter.json"));
    return new Problem(
        ScenarioFormat.read(document).orThrow(), DatasetCatalog.shipped().dataset("norway-2018"));
  }

  private static SolveResult.Proven best(Problem problem) {
    Program program = Compiler.compile(problem);
    return (SolveResult.Proven) new Decomposition().solve(program, SolveOptions.DEFAULT);
  }

  private static Result answer(Problem problem, Solver solver) {
    return new CheckedSolver(solver, new LagrangianCertifier())
        .solve(problem, SolveOptions.DEFAULT)
        .result();
  }

  @Test
  void what_is_not_refuted_and_not_proven_either_stays_feasible() throws IOException {
    Problem letter = letter();
    SolveResult.Proven best = best(letter);
    Result result =
        answer(
            letter,
            new Unsure(best, new ScaledMultipliers(ScaledMultipliers.SCALE, NOTHING), true));
    assertThat(result.objective()).isEqualTo(Compiler.compile(letter).objective(best.assignment()));
    assertThat(result.gap()).as("more than the checker can search through").isGreaterThan(1);
    assertThat(result.status()).isEqualTo(Result.Status.FEASIBLE);
    assertThat(result.stopped()).isEqualTo(Result.Stopped.TIME_LIMIT);
    assertThat(result.proof()).isNull();
  }

  @Test
  void what_the_certificate_proves_is_optimal_though_the_solver_does_not_know() throws IOException {
    Problem letter = letter();
    SolveResult.Proven best = best(letter);
    Result result = answer(letter, new Unsure(best, best.prices(), true));
    assertThat(result.status()).isEqualTo(Result.Status.OPTIMAL);
    assertThat(result.proof()).isEqualTo(Result.Proof.CERTIFIED);
    assertThat(result.gap()).isZero();
  }

  @Test
  void a_method_that_never_looks_for_optima_is_never_more_than_feasible() throws IOException {
    Problem letter = letter();
    SolveResult.Proven best = best(letter);
    Result result = answer(letter, new Unsure(best, best.prices(), false));
    assertThat(result.status()).isEqualTo(Result.Status.FEASIBLE);
    assertThat(result.proof()).isNull();
  }

  @Test
  void an_answer_that_comes_after_the_limit_is_worth_its_certificate() throws IOException {
    Problem letter = letter();
    SolveResult.Proven best = best(letter);
    SolveOptions options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofMillis(1));
    Solver late = new LastMoment(new Unsure(best, best.prices(), true));
    Result result =
        new CheckedSolver(late, new LagrangianCertifier()).solve(letter, options).result();
    assertThat(result.certificate()).isNotNull();
    assertThat(result.gap()).as("that of the certificate's prices").isLessThan(1_000_000);
  }

  /** Comes back a quarter of a second after its limit. */
  private record LastMoment(Solver solver) implements Solver {
    @Override
    public String name() {
      return solver.name();
    }

    @Override
    public String version() {
      return solver.version();
    }

    @Override
    public boolean isExact() {
      return solver.isExact();
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      long end = System.nanoTime() + options.timeLimit().plusMillis(250).toNanos();
      await().until(() -> System.nanoTime() - end > 0);
      return solver.solve(program, options);
    }
  }

  /** Has the best answer and does not know it. */
  private record Unsure(
      SolveResult.Proven best, @Nullable ScaledMultipliers prices, boolean isExact)
      implements Solver {
    @Override
    public String name() {
      return "unsure";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      return new SolveResult.Feasible(
          best.assignment(), null, prices, SolveResult.Stop.TIME_LIMIT, best.statistics());
    }
  }
}
