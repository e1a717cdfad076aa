package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command does when what it has to say cannot be written. */
final class FailingOutputTest {
  private static final String THREE = SMALL.resolve("three-places.json").toString();
  private static final String SHORT = SMALL.resolve("short-by-one.json").toString();
  private static final String FULL = "No space left on device";
  private static final String BROKEN = "Broken pipe";

  @TempDir private Path folder;

  /** Every command that writes to standard output, and its code when that works. */
  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("0", "solve", THREE),
        List.of("3", "solve", SHORT),
        List.of("3", "solve", THREE, SHORT, "--format", "json"),
        List.of("0", "solve", THREE, "--format", "csv"),
        List.of("0", "validate", THREE),
        List.of("0", "check", "%certificate"),
        List.of("0", "explain", THREE),
        List.of("0", "compare", "%certificate", "%certificate"),
        List.of("0", "export", LETTER.toString(), "--format", "mps"),
        List.of("0", "export", THREE, "--format", "lp"),
        List.of("0", "datasets"),
        List.of("0", "datasets", "list"),
        List.of("0", "datasets", "show", "norway-2018"),
        List.of("0", "datasets", "check", Cli.NORWAY.toString()),
        List.of("0", "keys", "list", "--data", "%data"),
        List.of("0", "--help"),
        List.of("0", "solve", "--help"),
        List.of("0", "--version"));
  }

  /** Takes so many bytes and then fails. */
  private static final class Failing extends OutputStream {
    private final String why;
    private int left;

    Failing(String why, int left) {
      this.why = why;
      this.left = left;
    }

    @Override
    public void write(int value) throws IOException {
      if (left-- <= 0) {
        throw new IOException(why);
      }
    }
  }

  private record Ran(int code, String err) {}

  private Ran run(String why, int bytes, List<String> command) {
    Path certificate = folder.resolve("certificate.json");
    Path data = folder.resolve("data");
    assertThat(Cli.run("solve", THREE, "--certificate", certificate).code()).isZero();
    Cli.run("keys", "add", "somebody", "--role", "read", "--data", data);
    String[] arguments =
        command.stream()
            .skip(1)
            .map(a -> a.equals("%certificate") ? certificate.toString() : a)
            .map(a -> a.equals("%data") ? data.toString() : a)
            .toArray(String[]::new);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Bosett.run(Streams.of(new Failing(why, bytes), err), arguments);
    return new Ran(code, err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_full_disk_is_told_in_one_line_with_a_code_of_its_own(List<String> command) {
    for (int bytes : new int[] {0, 10}) {
      Ran ran = run(FULL, bytes, command);
      assertThat(ran.code()).isEqualTo(ExitCode.NO_OUTPUT);
      assertThat(ran.err()).isEqualTo("bosett: standard output: " + FULL + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_broken_pipe_is_silent(List<String> command) {
    Ran ran = run(BROKEN, 10, command);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isIn(0, Integer.parseInt(command.get(0)));
  }

  @Test
  void a_key_that_nobody_sees_is_taken_back() {
    for (String why : List.of(FULL, BROKEN)) {
      Path data = folder.resolve(why);
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Streams streams = Streams.of(new Failing(why, 0), err);
      int code =
          Bosett.run(streams, "keys", "add", "x", "--role", "admin", "--data", data.toString());
      assertThat(code).isEqualTo(ExitCode.NO_OUTPUT);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("is taken back").hasLineCount(1);
      assertThat(Cli.run("keys", "list", "--data", data).out().lines()).hasSize(1);
    }
  }

  @Test
  void one_place_is_not_written_twice_nor_what_is_read() {
    Path file = folder.resolve("x");
    Cli.Outcome twice = Cli.run("solve", THREE, "--out", file, "--certificate", file);
    assertThat(twice.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(twice.err()).contains("--certificate and --out", file.toString());
    Path scenario = folder.resolve("scenario.json");
    for (List<String> command :
        List.of(List.of("solve", "--out"), List.of("solve", "--certificate"))) {
      Cli.Outcome read = Cli.run(command.get(0), scenario, command.get(1), scenario);
      assertThat(read.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(read.err()).contains(command.get(1), "which is read as well");
    }
    assertThat(Cli.run("export", scenario, "--format", "lp", "--out", scenario).err())
        .contains("which is read as well");
  }
}
