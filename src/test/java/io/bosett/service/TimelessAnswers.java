package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.faults.Letters;
import io.bosett.generate.Variations;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.solve.SolveOptions;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers to the letter but for the time that they took, by single solves to compare with. */
final class TimelessAnswers {
  static final SolverSettings LIMIT = new SolverSettings(null, 60.0, null, null);

  private static final int SEEDS = 10;

  private TimelessAnswers() {}

  static Problem letter() {
    return ScenarioLoader.problem(Letters.letter(), DatasetCatalog.shipped());
  }

  static Result of(Result result) {
    Result.SolverReport solver = result.solver();
    return result.withSolver(
        new Result.SolverReport(
            solver.name(), solver.version(), 0, new TreeMap<>(), solver.claim()));
  }

  /** The answer of a single solve. */
  static Result fresh(Problem problem) {
    return of(SolveUseCase.answer(problem, LIMIT, SolveOptions.DEFAULT));
  }

  /** Solves letters on two datasets by turns; each answer is that of a single solve. */
  static void assertAllAsFresh(Function<Problem, Result> kept) {
    Problem first = letter();
    Problem second = letter();
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (Problem base : List.of(first, second)) {
        Problem problem = Variations.of(base, seed);
        assertThat(kept.apply(problem)).as("seed %d", seed).isEqualTo(fresh(problem));
      }
    }
  }
}
