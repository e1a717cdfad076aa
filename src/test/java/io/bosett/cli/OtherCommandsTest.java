package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.NORWAY;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OtherCommandsTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;

  @Test
  void validate_says_what_a_scenario_comes_to() {
    Cli.Outcome outcome = Cli.run("validate", LETTER);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith(LETTER + ": valid\n")
        .containsPattern("candidates +408\n")
        .containsPattern("to be selected +183\\.\\.225\n")
        .containsPattern("persons +4,400 +capacity 9,174\n")
        .containsPattern("minors +210 +capacity 4,204\n");
  }

  @Test
  void validate_names_the_faults_of_one_file_and_still_looks_at_the_others() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{");
    Cli.Outcome outcome = Cli.run("validate", bad, THREE);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).startsWith(THREE + ": valid\n");
    assertThat(outcome.err()).startsWith(bad + ": ");
  }

  @Test
  void export_writes_the_program_for_other_solvers() throws IOException {
    Cli.Outcome mps = Cli.run("export", THREE, "--format", "mps");
    assertThat(mps.code()).isZero();
    assertThat(mps.out()).startsWith("* ").contains("\nROWS\n").endsWith("ENDATA\n");
    Path lp = folder.resolve("three.lp");
    assertThat(Cli.run("export", THREE, "--format", "lp", "--out", lp).out()).isEmpty();
    assertThat(Files.readString(lp)).startsWith("\\ ").contains("\nMaximize\n").endsWith("End\n");
    assertThat(Cli.run("export", THREE).code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Cli.run("export", THREE, "--format", "sav").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void datasets_are_listed_shown_and_checked() {
    assertThat(Cli.run("datasets").out()).containsPattern("\nnorway-2018 +422 +19 +2018 +Norway");
    assertThat(Cli.run("datasets", "list").out()).isEqualTo(Cli.run("datasets").out());
    assertThat(Cli.run("datasets", "list", "--datasets", "models").out())
        .isEqualTo(Cli.run("datasets").out());
    assertThat(Cli.run("datasets", "show", "norway-2018").out())
        .containsPattern("\nsettled +2017 +345 +38 +persons\n");
    assertThat(Cli.run("datasets", "check", NORWAY).out()).startsWith(NORWAY + ": without fault");
  }

  @Test
  void unknown_datasets_and_faulty_folders_are_bad_input() throws IOException {
    Cli.Outcome unknown = Cli.run("datasets", "show", "sweden");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err()).contains("norway-2018");
    Cli.Outcome none = Cli.run("datasets", "check", folder.resolve("none"));
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    Cli.Outcome empty = Cli.run("datasets", "check", folder);
    assertThat(empty.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(empty.out()).isEmpty();
    assertThat(empty.err()).contains(folder + "/dataset.json: is missing");
    Files.writeString(folder.resolve("dataset.json"), "{\n  \"id\": 5\n}");
    assertThat(Cli.run("datasets", "check", folder).err())
        .contains(folder + "/dataset.json:2:9: /id ");
  }

  @Test
  void version_and_help_go_to_standard_output() {
    Cli.Outcome version = Cli.run("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("bosett ");
    Cli.Outcome help = Cli.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("solve", "validate", "check", "explain", "compare", "export", "datasets");
  }

  static Set<String> commands() {
    Streams nowhere = Streams.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    return Bosett.commandLine(nowhere).getSubcommands().keySet();
  }

  @Test
  void the_table_of_the_readme_has_every_command_and_no_other() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("\n## Commands\n");
    String table =
        readme.substring(from, readme.indexOf("\n\n", from + "\n## Commands\n\n".length()));
    Set<String> told =
        Pattern.compile("(?m)^\\| (`.*?`) \\| ")
            .matcher(table)
            .results()
            .flatMap(row -> Pattern.compile("`([a-z-]+)").matcher(row.group(1)).results())
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told.remove("benchmark")).as("a command of the launcher").isTrue();
    assertThat(told).isEqualTo(new TreeSet<>(commands()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself(String command) {
    Cli.Outcome outcome = Cli.run(command, "--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("bosett " + command);
  }

  @Test
  void what_is_no_command_is_bad_usage() {
    Cli.Outcome none = Cli.run();
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.out()).isEmpty();
    Cli.Outcome unknown = Cli.run("sovle", LETTER);
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("sovle", "solve");
  }
}
