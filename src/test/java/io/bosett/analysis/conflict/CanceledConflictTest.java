package io.bosett.analysis.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.CancelingSolver;
import io.bosett.model.Conflict;
import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancellation of the search for a conflict is heard soon, at whichever question it comes. */
final class CanceledConflictTest {
  private static final Path FOLDER = Path.of("models", "defects");

  /** Processor time. */
  private static final double SOON_SECONDS = 0.2;

  private final Decomposition decomposition = new Decomposition();

  private Asked asked(CompiledProblem compiled, int last) {
    CancellationToken cancel = new CancellationToken();
    Problem problem = compiled.problem();
    FeasibilitySolver oracle =
        new FeasibilitySolver(decomposition, compiled.program(), problem.scenario().demand());
    CancelingSolver solver = new CancelingSolver(oracle, cancel, last);
    DatasetSession session =
        new DatasetSession(problem.dataset(), solver, SolveOptions.DEFAULT.withCancel(cancel));
    Conflict conflict =
        new ConflictFinder(decomposition, Duration.ofMinutes(5)).find(compiled, session);
    return new Asked(solver, session, conflict);
  }

  private record Asked(CancelingSolver solver, DatasetSession session, Conflict conflict) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counties-in-lots-of-20",
        "persons-in-lots-of-20",
        "minors-in-lots-of-8",
        "minors-between-lots",
        "region-out-of-reach"
      })
  void a_cancellation_is_heard_soon(String name) throws IOException {
    Problem problem = ScenarioLoader.problem(FOLDER.resolve(name + ".json"), null);
    CompiledProblem compiled = CompiledProblem.of(problem);
    Asked whole = asked(compiled, 0);
    assertThat(whole.conflict.complete()).isTrue();
    int questions = whole.solver.begun();
    assertThat(whole.session.effort().solves()).isEqualTo(questions);
    for (int last = 1; last < questions; last += Math.max(1, questions / 8)) {
      Asked canceled = asked(compiled, last);
      assertThat(canceled.solver.secondsSince()).as("after %d", last).isLessThan(SOON_SECONDS);
      assertThat(canceled.solver.begun()).as("after %d", last).isEqualTo(last);
      assertThat(canceled.session.effort().programs()).as("after %d", last).isLessThan(last + 40);
      assertThat(canceled.conflict.complete()).as("after %d", last).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons-in-lots-of-20", "minors-in-lots-of-8", "fixed-above-demand"})
  void what_a_session_was_asked_before_makes_no_difference_to_a_conflict(String name)
      throws IOException {
    CompiledProblem compiled =
        CompiledProblem.of(ScenarioLoader.problem(FOLDER.resolve(name + ".json"), null));
    Asked first = asked(compiled, 0);
    ConflictFinder again = new ConflictFinder(decomposition, Duration.ofMinutes(5));
    assertThat(again.find(compiled, first.session)).isEqualTo(first.conflict);
    DatasetSession.Effort effort = first.session.effort();
    assertThat(effort.programs()).isGreaterThan(10);
    assertThat(effort.certified()).isBetween(1, effort.solves());
  }
}
