package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random scenarios with all rules are written and read back. */
class ScenarioRoundTripTest {
  static LongStream seeds() {
    double share = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
    return LongStream.range(1, 1 + Math.round(1_000 * share));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_written_reads_back_as_the_same(long seed) {
    Problem problem = RandomProblems.tiny(seed);
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    String written = ScenarioFormat.json(scenario, dataset);
    ScenarioReading reading = ScenarioFormat.read(written);
    assertThat(reading.violations()).as("seed %d: %s", seed, written).isEmpty();
    assertThat(reading.scenario()).as("seed %d", seed).isEqualTo(scenario);
    assertThat(reading.inline().contentHash()).as("seed %d", seed).isEqualTo(problem.datasetHash());
    assertThat(Schemas.errors(written)).as("seed %d: %s", seed, written).isEmpty();
    assertThat(ScenarioFormat.json(reading.scenario(), reading.inline())).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void its_figures_survive_as_a_dataset(long seed) {
    Dataset dataset = RandomProblems.tiny(seed).dataset();
    String written = new String(DatasetDocument.write(dataset), StandardCharsets.UTF_8);
    String named =
        dataset.id().isEmpty()
            ? written.replaceFirst("\\{", "{\"id\":\"tiny\",\"title\":\"\",")
            : written;
    Dataset back = DatasetDocument.read(named.getBytes(StandardCharsets.UTF_8));
    assertThat(back.contentHash()).as("seed %d: %s", seed, named).isEqualTo(dataset.contentHash());
    assertThat(new String(DatasetDocument.write(back), StandardCharsets.UTF_8)).isEqualTo(named);
  }
}
