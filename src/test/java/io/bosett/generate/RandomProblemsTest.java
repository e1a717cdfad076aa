package io.bosett.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RandomProblemsTest {
  @Test
  void every_random_problem_is_a_valid_document() {
    LongStream.range(0, 1_000)
        .forEach(
            seed -> {
              assertValid(RandomProblems.tiny(seed), seed);
              assertValid(RandomProblems.medium(seed), seed);
            });
  }

  @Test
  void the_same_seed_gives_the_same_problem() {
    LongStream.range(0, 50)
        .forEach(
            seed -> {
              Problem once = RandomProblems.tiny(seed);
              Problem again = RandomProblems.tiny(seed);
              assertThat(again.scenario()).isEqualTo(once.scenario());
              assertThat(again.datasetHash()).isEqualTo(once.datasetHash());
            });
  }

  @Test
  void sizes_are_as_promised() {
    LongStream.range(0, 200)
        .forEach(
            seed -> {
              Problem tiny = RandomProblems.tiny(seed);
              Problem medium = RandomProblems.medium(seed);
              assertThat(tiny.dataset().size()).isBetween(2, 6);
              assertThat(tiny.scenario().demand().persons()).isBetween(1, 25);
              assertThat(medium.dataset().size()).isBetween(20, 60);
              assertThat(medium.scenario().demand().persons()).isBetween(10, 600);
            });
  }

  private static void assertValid(Problem problem, long seed) {
    assertThatCode(() -> Compiler.compile(problem)).as("seed %d", seed).doesNotThrowAnyException();
  }
}
