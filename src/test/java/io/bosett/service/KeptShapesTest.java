package io.bosett.service;

import static io.bosett.service.TimelessAnswers.assertAllAsFresh;
import static io.bosett.service.TimelessAnswers.fresh;
import static io.bosett.service.TimelessAnswers.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.ScaledProblem;
import io.bosett.model.Candidates;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is kept from one compile for the next shows in no answer, and no fault is missed. */
final class KeptShapesTest {
  private final KeptShapes shapes = new KeptShapes();

  private Compiler.Attempt attempt(Problem problem, List<Violation> known) {
    return shapes.attempt(problem.scenario(), problem.dataset(), known, () -> false);
  }

  private Result kept(Problem problem) {
    Compiler.Attempt attempt = attempt(problem, List.of());
    assertThat(attempt.faults()).isEmpty();
    Program program = Objects.requireNonNull(attempt.program());
    CompiledProblem compiled = new CompiledProblem(problem, program, Duration.ZERO);
    return TimelessAnswers.of(
        SolveUseCase.answer(compiled, TimelessAnswers.LIMIT, SolveOptions.DEFAULT));
  }

  @Test
  void programs_of_kept_shapes_are_those_of_single_compiles() {
    assertAllAsFresh(this::kept);
    assertThat(shapes.idle()).isEqualTo(2);
  }

  @Test
  void faults_are_found_behind_a_sound_scenario_and_kept_from_the_next() {
    Problem letter = letter();
    kept(letter);
    Scenario scenario = letter.scenario();
    Scenario faulty =
        scenario.withCandidates(new Candidates(null, List.of("no-such-place"), List.of()));
    Problem broken = new Problem(faulty, letter.dataset());
    Compiler.Attempt alone = Compiler.attempt(faulty, letter.dataset(), List.of(), () -> false);
    assertThat(alone.faults()).isNotEmpty();
    for (int round = 0; round < 2; round++) {
      assertThat(attempt(broken, List.of())).isEqualTo(alone);
      assertThat(kept(letter)).isEqualTo(fresh(letter));
    }
  }

  @Test
  void a_scenario_that_is_read_in_part_leaves_no_shape_behind() {
    Problem letter = letter();
    List<Violation> known = List.of(new Violation("/criteria/0/weight", "is missing", "a number"));
    assertThat(attempt(letter, known).faults()).isEmpty();
    assertThat(shapes.idle()).isZero();
  }

  @Test
  void only_a_few_shapes_are_kept_and_none_of_large_datasets() {
    Problem large = ScaledProblem.of(letter(), IdleByDataset.MOST_MUNICIPALITIES + 1, 1);
    assertThat(attempt(large, List.of()).program()).isNotNull();
    assertThat(shapes.idle()).isZero();
    for (int i = 0; i < IdleByDataset.MOST + 2; i++) {
      assertThat(attempt(letter(), List.of()).program()).isNotNull();
    }
    assertThat(shapes.idle()).isEqualTo(IdleByDataset.MOST);
  }
}
