package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.faults.Letters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command that is told to stop, or whose solver is killed, still says. */
@Timeout(180)
final class SignalsTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private Path temporary;
  private Path scenario;
  private Path out;
  private Path err;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    out = folder.resolve("out");
    err = folder.resolve("err");
    scenario = Files.write(folder.resolve("s.json"), Letters.large("long", 4_000, "highs", 100));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env", // a signal that whoever runs the tests ignores would be ignored here too
                "--default-signal=HUP,INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.bosett.cli.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private void awaitSolving(Process process) throws Exception {
    awaitSaid(process, "s.json: 2 s");
    while (process.descendants().findAny().isEmpty()) {
      Thread.sleep(20);
    }
  }

  private void awaitSaid(Process process, String words) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!text(err).contains(words)) {
      assertThat(process.isAlive()).as(text(err)).isTrue();
      assertThat(System.nanoTime()).as(text(err)).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private static int end(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void a_solve_that_is_told_to_stop_gives_the_best_it_has_and_says_so(String name)
      throws Exception {
    Process process = start("solve", scenario.toString());
    awaitSolving(process);
    // As a terminal and a supervisor do, which tell all processes of a group.
    for (ProcessHandle child : process.descendants().toList()) {
      signal(name, child.pid());
    }
    signal(name, process.pid());
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(out)).contains("not proven: canceled");
    assertThat(text(err)).contains("told to stop by SIG" + name).doesNotContain("defect");
    assertThat(temporary).isEmptyDirectory();
  }

  /** Of a scenario that takes each of them minutes, so that the signal finds it at work. */
  @ParameterizedTest
  @CsvSource({"stability,stability", "weights,weights", "queue,queue", "why-not,whyNot"})
  void an_analysis_that_is_told_to_stop_gives_what_is_known_so_far_and_says_so(
      String command, String kind) throws Exception {
    Path large =
        Files.write(folder.resolve("l.json"), Letters.large("long", 4_000, "decomposition", 100));
    Process process = start(command, large.toString(), "--format", "json");
    awaitSaid(process, " solves");
    signal("INT", process.pid());
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(out))
        .contains("\"complete\":false", "\"kind\":\"" + kind + "\"")
        .endsWith("}\n");
    assertThat(text(err)).contains("told to stop by SIGINT").doesNotContain("defect");
  }

  @Test
  void a_solve_whose_solver_is_killed_before_it_found_anything_says_so_in_one_line()
      throws Exception {
    Process process = start("solve", scenario.toString(), "--format", "json");
    awaitSolving(process);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.SOLVER_FAILED);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("exit code 137").doesNotContain("defect");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_signal_while_a_file_is_written_leaves_no_part_of_it() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path target = Files.createDirectory(folder.resolve("d")).resolve("answer");
    // Nobody reads the pipe: the command waits there, with the certificate not yet begun.
    Process process =
        start(
            "solve",
            Cli.LETTER.toString(),
            "--out",
            pipe.toString(),
            "--certificate",
            target.toString());
    Thread.sleep(3_000);
    signal("TERM", process.pid());
    assertThat(end(process)).isEqualTo(143);
    assertThat(text(err)).contains("told to stop").doesNotContain("defect");
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void libraries_that_cannot_be_unpacked_are_told_in_one_line_with_the_folder() throws Exception {
    Files.delete(temporary);
    Process process = start("solve", scenario.toString());
    assertThat(end(process)).isEqualTo(ExitCode.SOLVER_FAILED);
    assertThat(text(out)).isEmpty();
    assertThat(text(err).lines().filter(line -> line.startsWith("bosett: "))).hasSize(1);
    assertThat(text(err)).contains(temporary.toString(), "-Djava.io.tmpdir=DIR");
  }
}
