package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.MergePatch;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Problem;
import io.bosett.model.Sha256;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.Verification;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hashes of golden files, by Bosett and by {@code models/hashes.py}, which shares nothing. */
class HashesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/hashes");
  private static final Path PINNED = GOLDEN.resolve("hashes.txt");

  private static byte[] golden(String file) throws IOException {
    return Files.readAllBytes(GOLDEN.resolve(file));
  }

  private static Problem problem(String document) {
    return ScenarioLoader.problem(document.getBytes(UTF_8), DatasetCatalog.shipped());
  }

  private static String scenario(String fields) {
    return "{\"dataset\": \"norway-2018\", \"year\": 2018, "
        + "\"criteria\": [{\"id\": \"p\", \"weight\": 1, "
        + "\"base\": {\"indicator\": \"population\", \"year\": 2017}}], "
        + fields
        + "}";
  }

  @Test
  void a_scenario_a_dataset_and_a_certificate_keep_their_hashes() throws IOException {
    List<String> lines = new ArrayList<>();
    Problem problem = ScenarioLoader.problem(GOLDEN.resolve("scenario.json"), null);
    lines.add(problem.scenarioHash() + " " + problem.datasetHash() + " scenario.json");
    lines.add("- " + DatasetDocument.read(golden("dataset.json")).contentHash() + " dataset.json");
    CertificateFile read = CertificateFile.read(golden("certificate.json"));
    Verification verification = Verification.of(read, DatasetCatalog.shipped());
    assertThat(verification.verdict().certified()).isTrue();
    Problem certified = verification.problem();
    lines.add(certified.scenarioHash() + " " + certified.datasetHash() + " certificate.json");
    assertThat(lines).isEqualTo(Files.readAllLines(PINNED));
  }

  @Test
  void an_independent_program_finds_the_same() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.add(Path.of("models/hashes.py").toAbsolutePath().toString());
    command.addAll(List.of("scenario.json", "dataset.json", "certificate.json"));
    assumeTrue(hasPython(), "there is no python3 here");
    Process process =
        new ProcessBuilder(command)
            .directory(GOLDEN.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    assertThat(new String(out, UTF_8)).isEqualTo(Files.readString(PINNED));
  }

  private static boolean hasPython() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
  }

  @ParameterizedTest
  @CsvSource({
    "4400, 4400.0",
    "4400, 4.4e3",
    "4400, 440000E-2",
    "4400, 4400.00000000000000000000000001",
  })
  void a_whole_number_is_whole_however_it_is_written(String plain, String other) {
    Problem one = problem(scenario("\"demand\": {\"persons\": " + plain + "}"));
    Problem two = problem(scenario("\"demand\": {\"persons\": " + other + "}"));
    assertThat(two.scenario()).isEqualTo(one.scenario());
    assertThat(two.scenarioHash()).isEqualTo(one.scenarioHash());
  }

  @ParameterizedTest
  @CsvSource({"0.58, 0.579999999999999999999", "0.5, 0.50", "1e-7, 0.0000001", "0, -0.0"})
  void one_hash_has_one_answer(String plain, String other) {
    String before = "\"demand\": {\"persons\": 4400}, \"selection\": {\"share\": ";
    Problem one = problem(scenario(before + plain + "}"));
    Problem two = problem(scenario(before + other + "}"));
    assertThat(two.scenarioHash()).isEqualTo(one.scenarioHash());
    assertThat(two.scenario()).isEqualTo(one.scenario());
  }

  @Test
  void schema_solver_white_space_and_order_do_not_count_and_what_is_written_out_does() {
    String demand = "\"demand\": {\"persons\": 4400, \"minors\": 0}";
    String hash = problem(scenario(demand)).scenarioHash();
    String schema = "\"$schema\": \"here\", \"solver\": {\"seed\": 7}, ";
    assertThat(problem(scenario(schema + demand)).scenarioHash()).isEqualTo(hash);
    String turned = "\"demand\" :\n{\"minors\":0, \"persons\": 4400}";
    assertThat(problem(scenario(turned)).scenarioHash()).isEqualTo(hash);
    String shorter = "\"demand\": {\"persons\": 4400}";
    assertThat(problem(scenario(shorter)).scenarioHash()).isNotEqualTo(hash);
    assertThat(problem(scenario(demand + ", \"fit\": \"proportional\"")).scenarioHash())
        .isNotEqualTo(hash);
  }

  @Test
  void after_changes_the_merged_document_counts() {
    String before = scenario("\"fit\": \"overlap\", \"demand\": {\"minors\": 7, \"persons\": 5}");
    String changes = "{\"demand\": {\"persons\": 4.4e3, \"minors\": null}, \"fit\": null}";
    JsonValue patch = JsonDocuments.read(changes.getBytes(UTF_8), MergePatch::sound);
    byte[] merged = MergePatch.apply(before.getBytes(UTF_8), patch).utf8();
    assertThat(problem(new String(merged, UTF_8)).scenarioHash())
        .isEqualTo(problem(scenario("\"demand\": {\"persons\": 4400}")).scenarioHash());
  }

  @Test
  void rows_have_their_order_where_a_document_carries_them_and_none_in_a_dataset() {
    String a = "{\"id\": \"A\", \"name\": \"A\", \"indicators\": {\"p\": {\"2017\": 1}}}";
    String b = "{\"id\": \"B\", \"name\": \"B\", \"indicators\": {\"p\": {\"2017\": null}}}";
    String list = "[" + a + "," + b + "]";
    assertThat(carried("[" + b + "," + a + "]")).isNotEqualTo(carried(list));
    assertThat(carried(list)).isEqualTo(hash(list));
    assertThat(dataset("[" + b + "," + a + "]")).isEqualTo(dataset(list));
    assertThat(dataset(list)).isEqualTo(hash(list.replace("\"p\": {\"2017\": null}", "")));
  }

  private static String carried(String municipalities) {
    String text =
        scenario("\"demand\": {\"persons\": 5}, \"municipalities\": " + municipalities)
            .replace("\"dataset\": \"norway-2018\", ", "");
    return ScenarioFormat.read(text).inline().contentHash();
  }

  private static String dataset(String municipalities) {
    String text =
        "{\"id\": \"d\", \"title\": \"\", \"indicators\": [{\"id\": \"p\", \"unit\": \"u\","
            + " \"source\": \"s\", \"licence\": \"l\", \"description\": \"\"}], \"municipalities\": "
            + municipalities
            + "}";
    return DatasetDocument.read(text.getBytes(UTF_8)).contentHash();
  }

  @Test
  void texts_are_escaped_and_names_sorted_as_rfc_8785_says() {
    String unescaped =
        "{\"\\ufb33\":1,\"\\ud83d\\ude02\":2,\"1\":3,\"\\r\":4,\"\\u0080\":\"\\u20ac\"}";
    String canonical = "{\"\\r\":4,\"1\":3,\"\u0080\":\"\u20ac\",\"\ud83d\ude02\":2,\"\ufb33\":1}";
    assertThat(hash(unescaped)).isEqualTo(sha256(canonical));
    assertThat(hash("\"\\b\\t\\n\\f\\r\\u000F\\u001f\\\"\\\\\\/\\u007f\\u00E5\""))
        .isEqualTo(sha256("\"\\b\\t\\n\\f\\r\\u000f\\u001f\\\"\\\\/\u007f\u00e5\""));
    assertThat(hash("[1, -0, true, null]")).isEqualTo(sha256("[1,0,true,null]"));
  }

  private static String sha256(String text) {
    return Sha256.hex(text);
  }

  private static String hash(String json) {
    return JsonDocuments.read(json.getBytes(UTF_8), CanonicalForm::hash);
  }
}
