package io.bosett.documents.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.SampleResults;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Violation;
import io.bosett.service.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CertificateFileTest {
  private static Problem letter() throws IOException {
    Path file = Path.of("models/norway-2018/letter.json");
    return ScenarioLoader.problem(file, null);
  }

  private static Problem inline() throws IOException {
    Path file = Path.of("models/small/suppressed-cells.json");
    return ScenarioLoader.problem(file, null);
  }

  private static void assertComesBack(CertificateFile written) {
    CertificateFile read = CertificateFile.read(written.json().getBytes(UTF_8));
    assertThat(read.result()).isEqualTo(SampleResults.optimal());
    assertThat(read.scenario()).isEqualTo(written.scenario());
    assertThat(read.document().hash()).isEqualTo(read.scenarioHash());
    assertThat(read.figures().contentHash()).isEqualTo(read.datasetHash());
    assertThat(read.figures().id()).isEqualTo(written.figures().id());
    assertThat(read.scenarioHash()).isEqualTo(written.scenarioHash());
  }

  @Test
  void a_certificate_carries_the_figures_of_a_named_dataset() throws IOException {
    assertComesBack(CertificateFile.of(letter(), SampleResults.optimal()));
  }

  @Test
  void a_certificate_carries_the_figures_of_the_scenario_itself() throws IOException {
    CertificateFile file = CertificateFile.of(inline(), SampleResults.optimal());
    assertComesBack(file);
    assertComesBack(file.withoutFigures());
    assertThat(file.json()).doesNotContain("\"dataset\":{");
  }

  @Test
  void figures_of_a_named_dataset_can_be_left_out() throws IOException {
    CertificateFile file = CertificateFile.of(letter(), SampleResults.optimal()).withoutFigures();
    CertificateFile read = CertificateFile.read(file.json().getBytes(UTF_8));
    assertThat(read.figures()).isNull();
    assertThat(read.datasetHash()).isEqualTo(letter().datasetHash());
  }

  @Test
  void faults_are_reported_in_all_parts() throws IOException {
    String broken =
        CertificateFile.of(letter(), SampleResults.optimal())
            .json()
            .replace("\"demand\":{\"persons\":4400", "\"demand\":{\"persons\":0")
            .replace("\"gap\":0", "\"gap\":true")
            .replace("\"dataset\":{\"id\":\"norway-2018\"", "\"dataset\":{\"id\":\"norway-2019\"")
            .replace("\"hashes\":{", "\"hashes\":{\"salt\":1,");
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> CertificateFile.read(broken.getBytes(UTF_8)));
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/result/gap", "/scenario/demand/persons", "/dataset/id", "/hashes/salt");
  }
}
