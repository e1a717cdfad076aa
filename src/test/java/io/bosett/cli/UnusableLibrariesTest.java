package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bosett.faults.OsCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Native libraries that a machine does not let us use: one line with the folder and what to set.
 * The folders of temporary files are mounted in a name space of their own, which ends with the
 * command.
 */
@Timeout(180)
@Tag("slow")
final class UnusableLibrariesTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final String SET = "BOSETT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR";
  private static final String THREE = Cli.SMALL.resolve("three-places.json").toString();
  private static final List<String> SOLVE = List.of("solve", THREE, "--solver", "cp-sat");

  @TempDir private Path folder;
  private Path temporary;

  private record Ran(int code, String out, String err) {
    /** What is said beside how a solve goes. */
    List<String> said() {
      return err.lines().filter(line -> !line.startsWith(THREE)).toList();
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  private Ran run(List<String> before, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xmx256m",
            "-Djava.io.tmpdir=" + temporary,
            "-Dlogback.configurationFile=logback.xml", // as users have it
            "-cp",
            System.getProperty("java.class.path"),
            "io.bosett.cli.Main"));
    command.addAll(arguments);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs a command with temporary files on a file system of its own. */
  private Ran mounted(String options, List<String> arguments) throws Exception {
    String mount = "mount -t tmpfs -o " + options + " tmpfs '" + temporary + "'";
    List<String> room = List.of("unshare", "--mount", "sh", "-c", mount + " && \"$@\"", "room");
    assumeTrue(
        OsCommand.succeeds("unshare", "--mount", "sh", "-c", mount), "nothing may be mounted here");
    return run(room, arguments);
  }

  private void toldInOneLine(Ran ran, int code) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.said()).hasSize(1);
    assertThat(ran.said().get(0))
        .startsWith("bosett: ")
        .contains(temporary.toString(), "noexec", SET)
        .doesNotContain("defect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"noexec", "size=64k"})
  void where_no_program_may_run_or_nothing_fits(String options) throws Exception {
    toldInOneLine(mounted(options, SOLVE), ExitCode.SOLVER_FAILED);
    String data = folder.resolve("data").toString();
    for (List<String> command :
        List.of(
            List.of("keys", "add", "x", "--role", "read", "--data", data),
            List.of("serve", "--port", "0", "--data", data))) {
      toldInOneLine(mounted(options, command), ExitCode.BAD_INPUT);
    }
  }

  @Test
  void where_temporary_files_have_no_place() throws Exception {
    Files.delete(temporary);
    toldInOneLine(run(List.of(), SOLVE), ExitCode.SOLVER_FAILED);
    String data = folder.resolve("data").toString();
    toldInOneLine(
        run(List.of(), List.of("keys", "add", "x", "--role", "read", "--data", data)),
        ExitCode.BAD_INPUT);
  }

  @Test
  void where_a_process_has_little_address_space() throws Exception {
    List<String> limited = List.of("prlimit", "--as=2500000000");
    List<String> version = new ArrayList<>(limited);
    version.add("true");
    assumeTrue(OsCommand.succeeds(version.toArray(String[]::new)), "no prlimit here");
    Ran ran = run(limited, SOLVE);
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.SOLVER_FAILED);
    assertThat(ran.said()).hasSize(1);
    assertThat(ran.said().get(0)).contains("address space (ulimit -v)", SET);
  }

  @Test
  void the_default_solver_needs_none_of_them() throws Exception {
    Files.delete(temporary);
    Ran ran = run(List.of(), List.of("solve", THREE, "--format", "csv"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(ran.err()).isEmpty();
  }
}
