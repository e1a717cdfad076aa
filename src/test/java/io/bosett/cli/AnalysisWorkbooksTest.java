package io.bosett.cli;

import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyses with {@code --format xlsx}. */
final class AnalysisWorkbooksTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"stability", "weights", "queue", "why-not"})
  void the_first_sheet_is_the_table_that_csv_holds(String command) throws IOException {
    Path book = folder.resolve("a.xlsx");
    Cli.Outcome written = Cli.run(command, THREE, "--format", "xlsx", "--out", book);
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).isEmpty();
    byte[] first = Files.readAllBytes(book);
    Cli.run(command, THREE, "--format", "xlsx", "--out", book);
    assertThat(Files.readAllBytes(book)).isEqualTo(first);
    List<String> csv = Cli.run(command, THREE, "--format", "csv").out().lines().toList();
    try (ReadableWorkbook read = new ReadableWorkbook(Files.newInputStream(book))) {
      assertThat(read.getFirstSheet().getName()).isEqualTo("municipalities");
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows).hasSameSizeAs(csv);
      assertThat(rows.get(0).stream().map(cell -> cell.getText()))
          .containsExactly(csv.get(0).split(",", -1));
    }
  }

  @Test
  void a_workbook_needs_a_file_and_holds_all_tables() {
    assertThat(Cli.run("queue", THREE, "--format", "xlsx").err()).contains("needs --out FILE");
    Cli.Outcome one =
        Cli.run(
            "queue", THREE, "--format", "xlsx", "--table", "totals", "--out", folder.resolve("x"));
    assertThat(one.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(one.err()).contains("--table", "xlsx", "expected csv");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stability", "weights", "queue", "why-not"})
  void a_workbook_that_cannot_be_written_is_told_in_one_line_and_leaves_nothing(String command)
      throws IOException {
    Cli.Outcome full = Cli.run(command, THREE, "--format", "xlsx", "--out", "/dev/full");
    assertThat(full.code()).isEqualTo(Cli.run("solve", THREE, "--out", "/dev/full").code());
    assertThat(full.err()).endsWith("bosett: /dev/full: No space left on device\n");
    Path nowhere = folder.resolve("none").resolve("a.xlsx");
    Cli.Outcome missing = Cli.run(command, THREE, "--format", "xlsx", "--out", nowhere);
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains(nowhere.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
