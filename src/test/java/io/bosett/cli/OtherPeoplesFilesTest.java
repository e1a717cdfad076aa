package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and ids that other programs have written, or will read. */
final class OtherPeoplesFilesTest {
  private static final List<String> NAMES =
      List.of(
          "_x003D_HYPERLINK(1)", "Bø_x000D_", "_x0041_x0042_ber", "_x005F_", "a_x0a_b", "_x00G1_");

  @TempDir private Path folder;

  private Path scenario(String file, List<String> names, String prefix) throws IOException {
    StringBuilder document =
        new StringBuilder(
            "{\"year\": 2018, \"demand\": {\"persons\": 100}, \"places\": {\"minimum\": 1},"
                + "\"criteria\": [{\"id\": \"p\", \"weight\": 1,"
                + " \"base\": {\"indicator\": \"population\", \"year\": 2017}}],"
                + "\"municipalities\": [");
    for (int i = 0; i < names.size(); i++) {
      document
          .append(i == 0 ? "" : ",")
          .append("{\"id\": \"" + prefix + i + "\", \"name\": \"" + names.get(i) + "\",")
          .append("\"county\": \"03\", \"indicators\": {\"population\": {\"2017\": 1000}}}");
    }
    return Files.writeString(folder.resolve(file), document.append("]}"));
  }

  @Test
  void a_name_that_a_workbook_would_decode_is_read_back_as_it_was_and_never_a_formula()
      throws IOException {
    Path book = folder.resolve("places.xlsx");
    Path file = scenario("s.json", NAMES, "0");
    assertThat(Cli.run("solve", file, "--format", "xlsx", "--out", book).code()).isZero();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet)
          .contains("_x005F_x003D_HYPERLINK(1)", "_x005F_x0041_x005F_x0042_ber", "_x005F_x005F_")
          .contains("a_x0a_b", "_x00G1_")
          .doesNotContain("<f>");
    }
    try (ReadableWorkbook read = new ReadableWorkbook(book.toFile())) {
      List<String> names =
          read.getFirstSheet().read().stream()
              .skip(1)
              .map((Row row) -> decoded(row.getCellText(1)))
              .toList();
      assertThat(names).isEqualTo(NAMES);
    }
  }

  @Test
  void apache_poi_reads_the_same_names_and_sees_no_formula() throws IOException {
    Path book = folder.resolve("places.xlsx");
    Cli.run("solve", scenario("s.json", NAMES, "0"), "--format", "xlsx", "--out", book);
    List<String> names = new ArrayList<>();
    try (Workbook read = WorkbookFactory.create(book.toFile(), null, true)) {
      for (Sheet sheet : read) {
        sheet.forEach(
            row ->
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
      }
      read.getSheet("places").forEach(row -> names.add(row.getCell(1).getStringCellValue()));
    }
    assertThat(names.subList(1, names.size())).isEqualTo(NAMES);
  }

  /**
   * Debian: python3-openpyxl, which leaves the decoding to its caller and has a function for it.
   */
  @ParameterizedTest
  @CsvSource({"solve,places", "stability,municipalities", "queue,municipalities"})
  void openpyxl_reads_the_same_names_and_sees_no_formula(String command, String sheet)
      throws Exception {
    Path book = folder.resolve("places.xlsx");
    Path names = folder.resolve("names.txt");
    Cli.run(command, scenario("s.json", NAMES, "0"), "--format", "xlsx", "--out", book);
    String program =
        """
        import sys
        try:
            import openpyxl
            from openpyxl.utils.escape import unescape
        except ImportError:
            sys.exit(77)
        cells = [row[1] for row in openpyxl.load_workbook(sys.argv[1])[sys.argv[3]].iter_rows()]
        assert all(cell.data_type == "s" for cell in cells), [c.data_type for c in cells]
        with open(sys.argv[2], "w", encoding="utf-8") as out:
            out.write(chr(10).join(unescape(cell.value) for cell in cells))
        """;
    Process python =
        new ProcessBuilder("/usr/bin/python3", "-c", program, "" + book, "" + names, sheet)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    int code = python.waitFor();
    assumeTrue(code != 77, "there is no openpyxl (Debian: python3-openpyxl); test skipped");
    assertThat(code).as(Files.readString(folder.resolve("log"))).isZero();
    assertThat(Files.readAllLines(names)).startsWith("name").endsWith(NAMES.toArray(String[]::new));
  }

  /** As ECMA-376 has it (ST_Xstring), for a reader that leaves this to its caller. */
  private static String decoded(String text) {
    return text.replace("_x005F_", "_");
  }

  @Test
  void both_certificates_names_are_told() throws IOException {
    Path left = folder.resolve("left.json");
    Path right = folder.resolve("right.json");
    Cli.run("solve", scenario("a.json", List.of("Aa", "Bb"), "1"), "--certificate", left);
    Cli.run("solve", scenario("b.json", List.of("Cc", "Dd"), "2"), "--certificate", right);
    assertThat(Cli.run("compare", left, right).out()).contains("Aa", "Bb", "Cc", "Dd");
    assertThat(Cli.run("compare", right, left).out()).contains("Aa", "Bb", "Cc", "Dd");
  }

  @Test
  void ids_that_have_lost_their_zeros_are_warned_of_and_what_was_meant_is_asked()
      throws IOException {
    Path dataset = Files.createDirectory(folder.resolve("lost"));
    for (String file : List.of("dataset.json", "municipalities.csv", "indicators.csv")) {
      String text = Files.readString(Cli.NORWAY.resolve(file));
      Files.writeString(dataset.resolve(file), text.replaceAll("(?m)^0(\\d{3}),", "$1,"));
    }
    Cli.Outcome outcome = Cli.run("datasets", "check", dataset);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("WARNING: the ids are numbers of unequal length", "'0101'")
        .doesNotContain("without fault");
    assertThat(Cli.run("datasets", "check", Cli.NORWAY).out()).contains("without fault");
    String rows = Files.readString(Cli.NORWAY.resolve("municipalities.csv"));
    Files.writeString(dataset.resolve("municipalities.csv"), rows);
    assertThat(Cli.run("datasets", "check", dataset).err()).contains("did you mean 0101?");
    String letter =
        Files.readString(Cli.LETTER)
            .replaceFirst(
                "\"year\": 2018,",
                "\"year\": 2018," + " \"fixed\": [{\"municipality\": \"301\", \"persons\": 300}],");
    Path file = Files.writeString(folder.resolve("letter.json"), letter);
    assertThat(Cli.run("validate", file).err()).contains("did you mean 0301?");
  }
}
