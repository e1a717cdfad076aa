package io.bosett.cli;

import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command does when what it has to say cannot be written. */
@Tag("slow")
final class FailingOutputTest {
  private static final String THREE = SMALL.resolve("three-places.json").toString();
  private static final String SHORT = SMALL.resolve("short-by-one.json").toString();
  private static final String FULL = "No space left on device";
  private static final String BROKEN = "Broken pipe";

  @TempDir private static Path shared;
  private static @Nullable ExampleCommands examples;

  @TempDir private Path folder;

  @BeforeAll
  static void make_the_files() throws IOException {
    examples = new ExampleCommands(shared);
  }

  /** Every command of the registry, and some that do not end with 0. */
  static Stream<List<String>> commands() {
    List<List<String>> lines = new ArrayList<>(ExampleCommands.all());
    lines.add(List.of("solve", SHORT));
    lines.add(List.of("solve", THREE, SHORT, "--format", "json"));
    return lines.stream();
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

  private static Ran run(OutputStream out, List<String> line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments = Objects.requireNonNull(examples).arguments(line);
    int code = Bosett.run(Streams.of(out, err), arguments);
    return new Ran(code, err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_full_disk_is_told_in_one_line_with_a_code_of_its_own_and_a_broken_pipe_not(
      List<String> line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran whole = run(out, line);
    assertThat(whole.code()).as(whole.err()).isIn(ExitCode.DONE, ExitCode.INFEASIBLE);
    assertThat(out.size()).as("bytes on standard output").isPositive();
    for (int bytes : new int[] {0, Math.min(10, out.size() - 1)}) {
      Ran full = run(new Failing(FULL, bytes), line);
      assertThat(full.code()).isEqualTo(ExitCode.NO_OUTPUT);
      assertThat(full.err()).isEqualTo(whole.err() + "bosett: standard output: " + FULL + "\n");
    }
    Ran broken = run(new Failing(BROKEN, 1), line);
    assertThat(broken.err()).isEqualTo(whole.err());
    assertThat(broken.code()).isIn(ExitCode.DONE, whole.code());
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
