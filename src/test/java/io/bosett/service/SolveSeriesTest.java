package io.bosett.service;

import static io.bosett.service.TimelessAnswers.assertAllAsFresh;
import static io.bosett.service.TimelessAnswers.fresh;
import static io.bosett.service.TimelessAnswers.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.ScaledProblem;
import io.bosett.generate.Variations;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.store.Together;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept from one solve for the next shows in no answer. */
final class SolveSeriesTest {
  private final SolveSeries series = new SolveSeries();

  /** The answer but for the time that it took. */
  private Result kept(Problem problem) {
    CompiledProblem compiled = CompiledProblem.of(problem);
    return TimelessAnswers.of(series.answer(compiled, TimelessAnswers.LIMIT, SolveOptions.DEFAULT));
  }

  @Test
  void answers_of_a_series_are_those_of_single_solves() {
    assertAllAsFresh(this::kept);
    assertThat(series.idle()).isEqualTo(2);
  }

  @Test
  void solves_at_the_same_time_do_not_share_a_session() {
    Problem letter = letter();
    List<Result> expected = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      expected.add(fresh(Variations.of(letter, seed)));
    }
    Together.run(
        4,
        number -> {
          for (int i = 0; i < 5; i++) {
            int seed = (number + i) % 4;
            assertThat(kept(Variations.of(letter, seed))).isEqualTo(expected.get(seed));
          }
          return null;
        });
    assertThat(series.idle()).isBetween(1, 4);
  }

  @Test
  void only_a_few_sessions_are_kept() {
    for (int i = 0; i < IdleByDataset.MOST + 2; i++) {
      kept(letter());
    }
    assertThat(series.idle()).isEqualTo(IdleByDataset.MOST);
  }

  @Test
  void sessions_on_large_datasets_are_not_kept() {
    Problem large = ScaledProblem.of(letter(), IdleByDataset.MOST_MUNICIPALITIES + 1, 1);
    assertThat(kept(large)).isEqualTo(fresh(large));
    assertThat(series.idle()).isZero();
  }
}
