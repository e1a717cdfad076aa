package io.bosett.cli;

import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed in that is no document: each says what it is. */
@Tag("slow")
final class InputFilesTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;

  private static void refused(Cli.Outcome outcome, String... words) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(words).doesNotContain("defect", "Exception");
  }

  private static List<List<String>> reading(Path file) {
    String given = file.toString();
    return List.of(
        List.of("solve", given),
        List.of("validate", given),
        List.of("check", given),
        List.of("check", THREE.toString(), given),
        List.of("explain", given),
        List.of("compare", given, given),
        List.of("export", given, "--format", "lp"));
  }

  private static List<List<String>> readingAll(Path file) {
    String given = file.toString();
    List<List<String>> all = new ArrayList<>(reading(file));
    for (String analysis : List.of("stability", "weights", "queue", "why-not")) {
      all.add(List.of(analysis, given));
    }
    all.add(List.of("check", THREE.toString(), "--solution", given));
    all.add(List.of("sweep", "run", given, "--dry-run"));
    all.add(List.of("sweep", "point", given, "0"));
    all.add(List.of("open", "--no-browser", given));
    return all;
  }

  /** A device has no size: reading stops where the memory would not be enough. */
  @Test
  void a_device_without_an_end_is_read_up_to_the_limit_and_refused() throws Exception {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "no /dev/zero here");
    for (List<String> command :
        List.of(
            List.of("solve", "/dev/zero"),
            List.of("sweep", "run", "/dev/zero", "--dry-run"),
            List.of("solve", "-"))) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.bosett.cli.Main"));
      line.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(line).redirectInput(zero.toFile());
      Path err = folder.resolve("err");
      Process process = builder.redirectError(err.toFile()).start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(Files.readString(err))
          .contains("is larger than 3", "MB, the most that is read", "-Xmx8g")
          .hasLineCount(1);
    }
  }

  @Test
  void a_file_larger_than_the_memory_is_refused_before_it_is_read() throws IOException {
    Path sparse = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    for (List<String> command : readingAll(sparse)) {
      refused(Cli.run(command.toArray()), sparse.toString(), "is larger than", "-Xmx");
    }
  }

  @Test
  void folders_and_binary_data_are_named_as_what_they_are() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'{', 0, 1, (byte) 0xFF});
    for (List<String> command : reading(binary)) {
      refused(Cli.run(command.toArray()), binary.toString(), "UTF-8");
    }
    for (List<String> command : reading(folder)) {
      refused(Cli.run(command.toArray()), folder.toString(), "is a folder");
    }
    refused(Cli.run("serve", "--config", binary), binary.toString(), "is no text");
    refused(Cli.run("serve", "--config", folder), folder.toString(), "is a folder");
  }

  @Test
  void a_document_on_standard_input_is_read() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(THREE)));
      Cli.Outcome outcome = Cli.run("solve", "-", "--format", "csv");
      assertThat(outcome.code()).isZero();
      assertThat(outcome.out()).isEqualTo(Cli.run("solve", THREE, "--format", "csv").out());
      refused(Cli.run("validate", "-"), "-: ", "is empty");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void names_that_begin_with_a_dash_or_an_at_are_told_how() throws IOException {
    Path dash = Path.of("-dash-" + System.nanoTime() + ".json");
    Files.copy(THREE, dash);
    try {
      refused(Cli.run("solve", dash), "given as ./" + dash);
      assertThat(Cli.run("solve", "./" + dash).code()).isZero();
    } finally {
      Files.delete(dash);
    }
    refused(Cli.run("solve", "@nothing.json"), "@nothing.json", "no such file");
  }

  @Test
  void a_folder_of_datasets_that_is_not_there_is_refused_by_every_command() {
    Path nowhere = folder.resolve("nowhere");
    for (List<String> command : reading(THREE)) {
      String[] all = new String[command.size() + 2];
      command.toArray(all);
      all[command.size()] = "--datasets";
      all[command.size() + 1] = nowhere.toString();
      refused(Cli.run((Object[]) all), "--datasets is '" + nowhere + "'", "expected a folder");
    }
  }

  @Test
  void looking_at_keys_makes_no_store() {
    Path data = folder.resolve("data");
    refused(Cli.run("keys", "list", "--data", data), "there is no store in " + data);
    refused(Cli.run("keys", "revoke", "x", "--data", data), "there is no store in " + data);
    assertThat(data).doesNotExist();
  }

  @Test
  void a_place_that_cannot_be_written_to_is_no_defect() throws IOException {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy");
    assertThat(Cli.run("keys", "add", "a", "--role", "read", "--data", data).code()).isZero();
    assertThat(Cli.run("backup", "--data", data, "--to", copy).code()).isZero();
    Path below = Files.writeString(folder.resolve("file"), "").resolve("data");
    refused(Cli.run("restore", "--from", copy, "--data", below), below.toString());
    refused(Cli.run("keys", "add", "a", "--role", "read", "--data", below), below.toString());
  }

  @Test
  void a_file_of_the_store_is_no_place_for_a_copy_nor_is_what_is_no_plain_file()
      throws IOException {
    Path data = folder.resolve("data");
    assertThat(Cli.run("keys", "add", "a", "--role", "read", "--data", data).code()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("other"));
    Path hard = Files.createLink(folder.resolve("hard"), data.resolve("bosett.db"));
    for (Path to :
        List.of(
            data.resolve("bosett.db"),
            data.resolve("bosett.db-wal"),
            data.resolve("bosett.db-journal"),
            data.resolve("bosett.lock"),
            hard)) {
      refused(Cli.run("backup", "--data", data, "--to", to), to.toString(), "store itself");
    }
    refused(Cli.run("backup", "--data", data, "--to", link), link.toString(), "plain file");
    assertThat(link).isSymbolicLink();
    assertThat(Cli.run("keys", "list", "--data", data).out().lines()).hasSize(2);
  }

  @Test
  void an_error_of_the_machine_ends_with_70_and_one_line() {
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Streams streams = Streams.of(new java.io.ByteArrayOutputStream(), err);
    assertThat(CommandErrors.ofError(streams, new OutOfMemoryError("heap"), folder, "solve", "x"))
        .isEqualTo(ExitCode.DEFECT);
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8).lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("more memory", "-Xmx");
  }
}
