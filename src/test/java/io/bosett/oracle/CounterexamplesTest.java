package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pairs of scenarios in {@code models/counterexamples}: one figure of municipality A is raised
 * and its number falls, for other reasons than ties or rounding.
 */
@Tag("slow")
class CounterexamplesTest {
  private static final Path FOLDER = Path.of("models/counterexamples");

  @ParameterizedTest
  @CsvSource({
    "two-criteria, 10, 8",
    "tilt-on-base, 6, 1",
    "tilt, 2, 1",
    "overlap, 10, 8",
    "score, 5, 4",
    "previous, 10, 8",
    "minors, 10, 8"
  })
  void a_raised_figure_lowers_the_number(String name, int before, int after) throws IOException {
    Problem low = read(name + "-before.json");
    Problem high = read(name + "-after.json");
    assertOneFigureOfTheFirstIsRaised(low, high);
    assertFirstHas(before, low);
    assertFirstHas(after, high);
  }

  @Test
  void every_pair_in_the_folder_is_explained_there() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("-before.json"))
              .map(name -> name.replace("-before.json", ""))
              .toList();
      assertThat(names).hasSize(7).allSatisfy(n -> assertThat(readme).contains("`" + n + "`"));
    }
  }

  private static Problem read(String file) throws IOException {
    ScenarioReading reading = ScenarioFormat.read(Files.readAllBytes(FOLDER.resolve(file)));
    Scenario scenario = reading.orThrow();
    return new Problem(scenario, Objects.requireNonNull(reading.inline()));
  }

  private static void assertOneFigureOfTheFirstIsRaised(Problem low, Problem high) {
    int raised = 0;
    Dataset dataset = low.dataset();
    for (String indicator : dataset.indicators().keySet()) {
      Column before = Objects.requireNonNull(dataset.column(indicator, 2017));
      Column after = Objects.requireNonNull(high.dataset().column(indicator, 2017));
      raised += after.value(0) > before.value(0) ? 1 : 0;
      for (int i = 1; i < dataset.size(); i++) {
        assertThat(after.value(i)).isEqualTo(before.value(i));
      }
    }
    assertThat(raised).isEqualTo(1);
    Problem renamed = new Problem(low.scenario(), high.dataset());
    assertThat(MutableProblem.with(renamed, d -> {}).scenario())
        .usingRecursiveComparison()
        .ignoringFields("name")
        .isEqualTo(high.scenario());
  }

  private static void assertFirstHas(int persons, Problem problem) {
    Program program = Compiler.compile(problem);
    Optimum optimum = OptimumReader.of(new Decomposition(), program).orElseThrow();
    assertThat(optimum.persons(0)).isEqualTo(persons);
    NavigableSet<Integer> nearlyBest = NearlyBest.persons(program, 0, 1_000);
    assertThat(nearlyBest).containsExactly(persons);
  }
}
