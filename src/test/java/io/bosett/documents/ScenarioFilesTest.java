package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DescriptionFile;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario under {@code models} is sound by reader and schema, and survives a round trip. */
class ScenarioFilesTest {
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("models"), 2)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .filter(file -> !file.endsWith(DescriptionFile.FILE))
          .filter(file -> !file.startsWith("models/sweeps"))
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_scenarios() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(11);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void reader_and_schema_accept_it(Path file) throws IOException {
    assertThat(ScenarioFormat.read(Files.readAllBytes(file)).violations()).isEmpty();
    // The parser of the schema's library, unlike ours, takes no byte order mark.
    assertThat(Schemas.errors(Files.readString(file).replaceFirst("^\uFEFF", ""))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void what_is_written_reads_back_as_the_same(Path file) throws IOException {
    ScenarioReading first = ScenarioFormat.read(Files.readAllBytes(file));
    Scenario scenario = first.scenario();
    Dataset inline = first.inline();
    String written =
        inline == null ? ScenarioFormat.json(scenario) : ScenarioFormat.json(scenario, inline);
    ScenarioReading second = ScenarioFormat.read(written);
    assertThat(second.violations()).isEmpty();
    assertThat(second.scenario()).isEqualTo(scenario);
    assertThat(Schemas.errors(written)).isEmpty();
    if (inline != null) {
      assertThat(DatasetDocument.write(second.inline())).isEqualTo(DatasetDocument.write(inline));
    }
  }

  @Test
  void the_revised_request_differs_from_the_letter_in_name_and_demand_alone() throws IOException {
    Path folder = Path.of("models/norway-2018");
    String letter = Files.readString(folder.resolve("letter.json"));
    String revised = Files.readString(folder.resolve("revised.json"));
    assertThat(revised.lines().filter(line -> !letter.contains(line))).hasSize(2);
    assertThat(ScenarioFormat.read(revised).scenario().demand().persons()).isEqualTo(5350);
    assertThat(ScenarioFormat.read(revised).scenario().demand().minors()).isEqualTo(150);
  }
}
