package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code sweep.json} of a result folder says of document, scenario, figures and version. */
@Tag("slow")
final class SweepRecordTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SWEEP =
      """
      {"name": "Two points of the letter \u00e5", "scenario": "%s",
       "grid": [{"name": "minimum", "at": "/places/minimum", "values": [10, 12]}],
       "against": {"asked": "requested:2018"}}
      """;

  @TempDir private Path folder;
  private Path sweep;
  private Path out;
  private Path file;

  @BeforeEach
  void run() throws IOException {
    String letter = Path.of("models", "norway-2018", "letter.json").toAbsolutePath().toString();
    sweep = Files.writeString(folder.resolve("many.json"), SWEEP.formatted(letter));
    out = folder.resolve("out");
    file = out.resolve("sweep.json");
    assertThat(again().code()).isZero();
  }

  private Cli.Outcome again() {
    return Cli.run("sweep", "run", sweep, "--out", out);
  }

  private ObjectNode record() throws IOException {
    return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
  }

  private void keep(JsonNode record) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(record));
  }

  /** Its lines, and at the end its exit code. */
  private List<String> independently() throws IOException, InterruptedException {
    boolean hasPython =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "python3")));
    assumeTrue(hasPython, "there is no python3 here");
    Process process =
        new ProcessBuilder(
                "python3",
                "-B",
                Path.of("models/hashes.py").toAbsolutePath().toString(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace(" " + file, "");
    return Stream.concat(said.lines(), Stream.of("ends with " + process.waitFor())).toList();
  }

  @Test
  void an_independent_program_finds_the_same_hashes() throws IOException, InterruptedException {
    JsonNode hashes = record().get("hashes");
    assertThat(hashes.propertyNames()).containsExactly("sweep", "scenario", "datasets", "against");
    assertThat(independently())
        .containsExactly(
            hashes.get("sweep").asString() + " sweep",
            hashes.get("scenario").asString() + " scenario",
            hashes.at("/datasets/norway-2018").asString() + " datasets/norway-2018",
            hashes.at("/against/asked").asString() + " against/asked",
            record().get("hash").asString() + " hash",
            "ends with 0");
    Cli.Outcome solved = Cli.run("solve", "models/norway-2018/letter.json", "--format", "json");
    JsonNode certificate = JSON.readTree(solved.bytes()).get("certificate");
    assertThat(hashes.get("scenario")).isEqualTo(certificate.get("scenarioHash"));
    assertThat(hashes.at("/datasets/norway-2018")).isEqualTo(certificate.get("datasetHash"));
    ObjectNode record = record();
    ((ObjectNode) record.get("hashes")).put("scenario", "0".repeat(64));
    keep(record);
    assertThat(independently()).last().isEqualTo("ends with 1");
    ((ObjectNode) record.get("hashes")).set("scenario", hashes.get("scenario"));
    keep(record);
    assertThat(independently()).last().isEqualTo("ends with 0");
    record.put("hash", "0".repeat(64));
    keep(record);
    assertThat(independently()).last().isEqualTo("ends with 1");
  }

  @Test
  void a_part_of_the_record_that_was_changed_is_named() throws IOException {
    ObjectNode record = record();
    ((ObjectNode) record.at("/against/asked/persons")).put("0301", 1);
    ((ObjectNode) record.at("/scenario/demand")).put("persons", 4_000);
    keep(record);
    Cli.Outcome check = Cli.run("sweep", "check", out);
    assertThat(check.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(check.err())
        .contains("(other than recorded: the scenario, the fixed allocation asked)");
    Cli.Outcome again = again();
    assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err())
        .isEqualToNormalizingNewlines(
            "bosett: "
                + file
                + ": was changed: other than recorded are the scenario, the fixed allocation asked;"
                + " expected as it was written\n");
  }

  @Test
  void a_fault_in_the_figures_of_a_record_is_named_at_its_place_in_the_record() throws IOException {
    ObjectNode record = record();
    ((ObjectNode) record.at("/datasets/0/municipalities/1")).put("strange", 1);
    keep(record);
    Cli.Outcome check = Cli.run("sweep", "check", out);
    assertThat(check.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(check.err())
        .startsWith("bosett: " + file + ": is not the record of a sweep: ")
        .contains("/datasets/0/municipalities/1/strange is");
  }

  @Test
  void what_differs_from_the_sweep_of_a_folder_is_named() throws IOException {
    Path letter = Path.of("models", "norway-2018", "letter.json");
    Files.writeString(
        folder.resolve("other.json"),
        Files.readString(letter).replace("\"persons\": 4400", "\"persons\": 4300"));
    Files.writeString(
        sweep,
        SWEEP
            .formatted("other.json")
            .replace("requested:2018", "requested:2017")
            .replace("[10, 12]", "[10, 11]"));
    Cli.Outcome again = again();
    assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err())
        .contains("holds the results of another sweep")
        .contains("not the same are the document, the scenario, the fixed allocation asked;")
        .endsWith("expected another folder" + System.lineSeparator());
  }

  @Test
  void a_folder_that_an_earlier_build_began_without_named_hashes_goes_on() throws IOException {
    ObjectNode record = record();
    record.remove("hashes");
    keep(record);
    Files.delete(out.resolve("points/part-00000.parquet"));
    Cli.Outcome again = again();
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("2 points solved of 2");
    assertThat(Cli.run("sweep", "check", out).code()).isZero();
    assertThat(Cli.run("sweep", "summary", out).code()).isZero();
  }
}
