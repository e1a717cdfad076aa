package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.csv.SpreadsheetSanitizer;
import io.bosett.documents.table.PlacesCsv;
import io.bosett.documents.table.PlacesXlsx;
import io.bosett.documents.table.PreviousPersons;
import io.bosett.model.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class PlacesTablesTest {
  private static String csv(PreviousPersons previous, CsvDialect dialect) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesCsv.write(SampleResults.optimal(), previous, dialect, stream);
    return stream.toString(UTF_8);
  }

  @Test
  void plain_csv_has_commas_and_points() throws IOException {
    assertThat(csv(null, CsvDialect.PLAIN))
        .isEqualTo(
            """
            municipality,name,county,persons,minors,target,cap,binding
            0301,Oslo,03,614,49,553.125,622,cap region
            1201,"'=Bergen;""x""\",,10,0,9.5,10,
            """);
  }

  @Test
  void csv_for_excel_has_a_mark_semicolons_and_decimal_commas() throws IOException {
    assertThat(csv(new PreviousPersons(Map.of("0301", 300), true, ""), CsvDialect.EXCEL))
        .isEqualTo(
            "\uFEFFmunicipality;name;county;persons;minors;target;cap;binding;previous\r\n"
                + "0301;Oslo;03;614;49;553,125;622;cap region;300\r\n"
                + "1201;\"'=Bergen;\"\"x\"\"\";;10;0;9,5;10;;0\r\n");
  }

  @Test
  void csv_by_the_standard_ends_lines_with_crlf_and_leaves_empty_what_is_not_known()
      throws IOException {
    PreviousPersons settled = new PreviousPersons(Map.of("0301", 300), false, "settled 2017");
    assertThat(csv(settled, CsvDialect.RFC_4180))
        .isEqualTo(
            "municipality,name,county,persons,minors,target,cap,binding,previous\r\n"
                + "0301,Oslo,03,614,49,553.125,622,cap region,300\r\n"
                + "1201,\"'=Bergen;\"\"x\"\"\",,10,0,9.5,10,,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "\u00a0\u200b=1",
        " \t x",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20x",
        "\uFEFF=1"
      })
  void a_text_that_could_be_a_formula_is_made_harmless(String text) {
    assertThat(SpreadsheetSanitizer.text(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Oslo", " Oslo", "Aa=b", "0301", "'quoted", "🏔", "Å -"})
  void any_other_text_stays_as_it_is(String text) {
    assertThat(SpreadsheetSanitizer.text(text)).isEqualTo(text);
  }

  @Test
  void what_is_no_character_is_replaced() {
    assertThat(SpreadsheetSanitizer.text("a\0b\u001f\uFFFEc\ud83d"))
        .isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFD");
    assertThat(SpreadsheetSanitizer.text("a\tb\nc")).isEqualTo("a\tb\nc");
  }

  @Test
  void what_turns_the_direction_of_reading_is_replaced() {
    for (char c : "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".toCharArray()) {
      assertThat(SpreadsheetSanitizer.text("a" + c + "b")).isEqualTo("a\uFFFDb");
    }
    assertThat(SpreadsheetSanitizer.text("a\u2029b\u202Fc\u2065d\u206Ae"))
        .isEqualTo("a\u2029b\u202Fc\u2065d\u206Ae");
  }

  @Test
  void a_workbook_is_the_same_bytes_whenever_and_wherever_it_is_written() throws Exception {
    byte[] first = book();
    Thread.sleep(2_100); // a zip counts time in steps of two seconds
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(book()).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  private static byte[] book() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesXlsx.write(SampleResults.optimal(), null, stream);
    return stream.toByteArray();
  }

  @Test
  void csv_reads_back_as_the_texts_that_were_written() throws IOException {
    List<String> texts =
        List.of("a,b;c", "\"", "a\"b", "a\nb", "a\r\nb", "å🏔", "", " x ", "'", "\",\"");
    for (CsvDialect dialect : CsvDialect.values()) {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      CsvTableWriter csv = CsvTableWriter.to(stream, dialect);
      csv.row(texts);
      csv.flush();
      assertThat(read(stream.toString(UTF_8), dialect)).as("%s", dialect).isEqualTo(texts);
    }
  }

  private static List<String> read(String csv, CsvDialect dialect) {
    boolean excel = dialect == CsvDialect.EXCEL;
    return CsvReader.builder()
        .fieldSeparator(excel ? ';' : ',')
        .ofCsvRecord(excel ? csv.substring(1) : csv)
        .iterator()
        .next()
        .getFields();
  }

  @Test
  void no_cell_of_a_workbook_is_a_formula_and_any_name_leaves_it_readable() throws IOException {
    String name = "=HYPERLINK(\"a\")\0\u001f]]><&\ud83d\uFFFE\n🏔";
    Result.Place place = new Result.Place("@1", name, "+1", 10, 0, 9.5, 10, List.of());
    Result sample = SampleResults.optimal();
    Result result =
        new Result(
            "=1+1",
            sample.status(),
            null,
            null,
            null,
            null,
            null,
            sample.fit(),
            sample.totals(),
            List.of(place),
            List.of(),
            null,
            null,
            null,
            sample.warnings(),
            sample.solver());
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesXlsx.write(result, null, stream);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(stream.toByteArray()))) {
      for (String sheet : List.of("places", "summary")) {
        assertThat(book.findSheet(sheet).orElseThrow().read())
            .flatExtracting(row -> row.stream().toList())
            .filteredOn(Objects::nonNull)
            .extracting(Cell::getType)
            .doesNotContain(CellType.FORMULA, CellType.ERROR);
      }
      List<Row> places = book.findSheet("places").orElseThrow().read();
      assertThat(places.get(1).getCellText(0)).isEqualTo("'@1");
      assertThat(places.get(1).getCellText(1))
          .isEqualTo("'=HYPERLINK(\"a\")\uFFFD\uFFFD]]><&\uFFFD\uFFFD\n🏔");
      assertThat(places.get(1).getCellText(2)).isEqualTo("'+1");
      assertThat(book.findSheet("summary").orElseThrow().read().get(0).getCellText(1))
          .isEqualTo("'=1+1");
    }
  }

  @Test
  void a_workbook_has_the_places_and_a_summary() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesXlsx.write(
        SampleResults.optimal(), new PreviousPersons(Map.of("1201", 7), true, ""), stream);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(stream.toByteArray()))) {
      List<Row> places = book.findSheet("places").orElseThrow().read();
      assertThat(places).hasSize(3);
      assertThat(places.get(0).getCellText(8)).isEqualTo("previous");
      assertThat(places.get(1).getCellText(0)).isEqualTo("0301");
      assertThat(places.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(places.get(1).getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("553.125");
      assertThat(places.get(2).getCellText(1)).isEqualTo("'=Bergen;\"x\"");
      assertThat(places.get(2).getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("7");
      List<Row> summary = book.findSheet("summary").orElseThrow().read();
      assertThat(summary)
          .extracting(row -> row.getCellText(0) + "=" + row.getCellText(1))
          .contains("status=OPTIMAL", "persons=4400", "fit, total=0.7667", "fit, a=0.5");
    }
  }

  @Test
  void a_workbook_of_an_infeasible_result_has_no_places() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Result result = SampleResults.infeasible();
    PlacesXlsx.write(result, null, stream);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(stream.toByteArray()))) {
      assertThat(book.findSheet("places").orElseThrow().read()).hasSize(1);
    }
  }
}
