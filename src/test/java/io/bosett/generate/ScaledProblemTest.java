package io.bosett.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScaledProblemTest {
  @Test
  void every_enlarged_problem_is_a_valid_document_of_the_size_asked_for() {
    LongStream.range(0, 300)
        .filter(ScaledProblemTest::isCapped)
        .forEach(
            seed -> {
              Problem problem = RandomProblems.medium(seed);
              Problem enlarged = ScaledProblem.of(problem, 1_000, seed);
              Program program = Compiler.compile(enlarged);
              assertThat(enlarged.dataset().size()).isEqualTo(1_000);
              assertThat(program.size()).isPositive();
            });
  }

  private static boolean isCapped(long seed) {
    return RandomProblems.medium(seed).scenario().places().maximum() != null;
  }

  @Test
  void demand_grows_in_proportion_up_to_the_largest_allowed() {
    Problem problem = RandomProblems.medium(5);
    int n = problem.dataset().size();
    int persons = problem.scenario().demand().persons();
    assertThat(ScaledProblem.of(problem, 10 * n, 1).scenario().demand().persons())
        .isEqualTo(10 * persons);
    Problem large = Draws.withDemand(problem, Demand.MAXIMUM / 2);
    assertThat(ScaledProblem.of(large, 10 * n, 1).scenario().demand().persons())
        .isEqualTo(Demand.MAXIMUM);
  }

  @Test
  void the_first_round_is_the_original_and_later_ones_are_near_it() {
    Dataset original = RandomProblems.medium(5).dataset();
    Dataset enlarged = ScaledProblem.of(RandomProblems.medium(5), 3 * original.size(), 1).dataset();
    for (String indicator : enlarged.indicators().keySet()) {
      for (int year : enlarged.years(indicator)) {
        Column before = Objects.requireNonNull(original.column(indicator, year));
        Column after = Objects.requireNonNull(enlarged.column(indicator, year));
        for (int i = 0; i < original.size(); i++) {
          String id = original.municipality(i);
          double value = before.value(i);
          double shaken = after.value(enlarged.position(id + "-2"));
          assertThat(after.value(enlarged.position(id))).isEqualTo(Double.valueOf(value));
          if (before.isNumber(i)) {
            assertThat(shaken).isCloseTo(value, within(0.1 * value + 0.5));
          } else {
            assertThat(shaken).isNaN();
          }
        }
      }
    }
  }

  @Test
  void a_problem_is_not_made_smaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaledProblem.of(RandomProblems.medium(5), 3, 1))
        .withMessageContaining("municipalities is 3");
  }

  @Test
  void every_variation_is_a_valid_document() {
    LongStream.range(0, 200)
        .forEach(
            seed -> {
              Problem problem = RandomProblems.medium(seed);
              Compiler.compile(Variations.of(Draws.withoutFixed(problem), seed));
              double tightness = seed / 200.0;
              Compiler.compile(
                  Variations.withCountyBands(Draws.withoutFixed(problem), tightness, seed));
            });
  }
}
