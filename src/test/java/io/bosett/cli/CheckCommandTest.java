package io.bosett.cli;

import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.Rewriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;
  private Path result;
  private Path certificate;

  @BeforeEach
  void solve() {
    result = folder.resolve("result.json");
    certificate = folder.resolve("certificate.json");
    Cli.run("solve", THREE, "--format", "json", "--out", result, "--certificate", certificate);
  }

  @Test
  void a_result_is_confirmed_against_its_scenario() {
    Cli.Outcome outcome = Cli.run("check", THREE, result);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("CONFIRMED and proven: OPTIMAL, objective 19.022083");
  }

  @Test
  void a_certificate_is_confirmed_alone() {
    assertThat(Cli.run("check", certificate).out()).startsWith("CONFIRMED and proven: OPTIMAL");
    assertThat(Cli.run("check", THREE, certificate).code()).isZero();
  }

  @Test
  void a_moved_person_is_refuted_with_pointers() throws IOException {
    Path moved = changed(result, "\"persons\":13", "\"persons\":14");
    Cli.Outcome outcome = Cli.run("check", THREE, moved);
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUTED);
    assertThat(outcome.out()).startsWith("REFUTED: ").contains("\n  /places: ", "\n  /objective: ");
    moved = changed(certificate, "\"persons\":13", "\"persons\":14");
    assertThat(Cli.run("check", moved).out()).contains("\n  /result/places: ");
  }

  @Test
  void a_changed_scenario_or_figure_in_a_certificate_is_refuted() throws IOException {
    Path otherName = changed(certificate, "\"name\":\"Three", "\"name\":\"Four");
    Cli.Outcome outcome = Cli.run("check", otherName);
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUTED);
    assertThat(outcome.out()).contains("/hashes/scenario: ");
    Path otherHash = changed(certificate, "\"rfc8785\",\"scenario\":\"", "$0f");
    assertThat(Cli.run("check", otherHash).code()).isEqualTo(ExitCode.REFUTED);
  }

  @Test
  void an_answer_with_hashes_of_an_earlier_version_is_refused_in_one_sentence() throws IOException {
    Path oldResult = changed(result, "\"hashForm\":\"rfc8785\",", "");
    assertIsOfBefore(Cli.run("check", THREE, oldResult), oldResult + ": /certificate/hashForm ");
    String text = Files.readString(certificate).replace("\"hashForm\":\"rfc8785\",", "");
    Path oldCertificate = Files.writeString(folder.resolve("old.json"), text);
    assertIsOfBefore(
        Cli.run("check", oldCertificate), oldCertificate + ": /result/certificate/hashForm ");
    text = text.replaceFirst("\"certificate\":\\{.*?\\},\"bound\".*?\\}", "\"certificate\":null");
    Path unproven = Files.writeString(folder.resolve("old.json"), text);
    assertIsOfBefore(Cli.run("check", unproven), unproven + ": /hashes/hashForm ");
  }

  private static void assertIsOfBefore(Cli.Outcome outcome, String start) {
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip().lines()).hasSize(1);
    assertThat(outcome.err())
        .startsWith(start)
        .contains("the hashes are of the form before 'rfc8785'", "solve the scenario again");
  }

  @Test
  void a_certificate_carries_the_scenario_as_it_was_given() throws IOException {
    Path given = Path.of("src/test/resources/hashes/scenario.json");
    Cli.run("solve", given, "--certificate", certificate, "--solver", "cp-sat");
    assertThat(Files.readString(certificate))
        .contains("\"share\":0.579999999999999999999", "\"$schema\":", "\"timeLimitSeconds\":60");
    assertThat(Cli.run("check", certificate).code()).isZero();
  }

  @Test
  void a_document_written_by_another_program_is_checked_as_before() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Path otherwise = folder.resolve("otherwise.json");
      Files.writeString(otherwise, Rewriting.of(Files.readString(certificate), seed));
      assertThat(Cli.run("check", otherwise).out())
          .as("seed %d", seed)
          .isEqualTo(Cli.run("check", certificate).out());
      Files.writeString(otherwise, Rewriting.of(Files.readString(result), seed));
      assertThat(Cli.run("check", THREE, otherwise).out())
          .as("seed %d", seed)
          .isEqualTo(Cli.run("check", THREE, result).out());
    }
  }

  @Test
  void a_file_may_hold_several_documents_one_after_the_other() throws IOException {
    String one = Files.readString(result);
    Path many = folder.resolve("many.json");
    Files.writeString(many, Rewriting.of(one, 1) + Rewriting.of(one, 2) + one);
    Cli.Outcome outcome = Cli.run("check", THREE, many);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines().filter(line -> line.startsWith("CONFIRMED and proven")))
        .hasSize(3);
    String moved = one.replace("\"persons\":13", "\"persons\":14");
    Files.writeString(many, one + moved);
    outcome = Cli.run("check", THREE, many);
    assertThat(outcome.code()).isEqualTo(ExitCode.REFUTED);
    assertThat(outcome.out()).contains("document 1 of 2\nCONFIRMED", "document 2 of 2\nREFUTED");
    Files.writeString(many, one + "{\"status\": 1}");
    assertThat(Cli.run("check", THREE, many).err().lines())
        .allMatch(line -> line.startsWith(many + ": document 2: /"));
    Files.writeString(many, Files.readString(certificate) + Files.readString(certificate));
    assertThat(Cli.run("check", many).code()).isZero();
  }

  @Test
  void an_answer_to_another_scenario_is_refuted() {
    Path other = SMALL.resolve("suppressed-cells.json");
    assertThat(Cli.run("check", other, result).code()).isEqualTo(ExitCode.REFUTED);
  }

  @Test
  void what_rests_on_the_word_of_a_solver_is_said_to() throws IOException {
    String text = Files.readString(result);
    String without =
        text.replaceFirst("\"certificate\":\\{.*?\\},\"bound\".*?\\}", "\"certificate\":null");
    without = without.replace("CERTIFIED", "CLAIMED");
    Path claimed = Files.writeString(folder.resolve("claimed.json"), without);
    Cli.Outcome outcome = Cli.run("check", THREE, claimed);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("CONFIRMED in numbers, not proven: OPTIMAL")
        .contains("that it is OPTIMAL rests on: ", "there is no certificate");
  }

  @Test
  void documents_that_cannot_be_used_are_bad_input() throws IOException {
    Cli.Outcome alone = Cli.run("check", result);
    assertThat(alone.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(alone.err()).contains("does not say what was asked");
    Path many = folder.resolve("many.json");
    Cli.run("solve", THREE, THREE, "--format", "json", "--out", many);
    assertThat(Cli.run("compare", many, many).err()).contains("holds 2 documents; expected one");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"status\": 1}");
    Cli.Outcome outcome = Cli.run("check", THREE, broken);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines()).allMatch(line -> line.startsWith(broken + ": /"));
    assertThat(Cli.run("check", THREE, folder.resolve("none")).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Cli.run("check").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void a_certificate_whose_scenario_is_an_error_is_bad_input() throws IOException {
    Path wrong = changed(certificate, "\"indicator\":\"population\"", "\"indicator\":\"x\"");
    Cli.Outcome outcome = Cli.run("check", wrong);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).startsWith(wrong + ": /scenario/criteria/0/base/indicator ");
  }

  private Path changed(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    String changed = text.replaceFirst(java.util.regex.Pattern.quote(from), to);
    return Files.writeString(folder.resolve("changed.json"), changed);
  }
}
