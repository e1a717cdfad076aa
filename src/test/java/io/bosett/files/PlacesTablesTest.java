package io.bosett.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTablesTest {
  private static String csv(Map<String, Integer> previous, PlacesCsv.Dialect dialect)
      throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesCsv.write(SampleResults.optimal(), previous, dialect, stream);
    return stream.toString(UTF_8);
  }

  @Test
  void plain_csv_has_commas_and_points() throws IOException {
    assertThat(csv(null, PlacesCsv.Dialect.PLAIN))
        .isEqualTo(
            """
            municipality,name,county,persons,minors,target,cap,binding
            0301,Oslo,03,614,49,553.125,622,cap region
            1201,"'=Bergen;""x""\",,10,0,9.5,10,
            """);
  }

  @Test
  void csv_for_excel_has_a_mark_semicolons_and_decimal_commas() throws IOException {
    assertThat(csv(Map.of("0301", 300), PlacesCsv.Dialect.EXCEL))
        .isEqualTo(
            "\uFEFFmunicipality;name;county;persons;minors;target;cap;binding;previous\r\n"
                + "0301;Oslo;03;614;49;553,125;622;cap region;300\r\n"
                + "1201;\"'=Bergen;\"\"x\"\"\";;10;0;9,5;10;;0\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void a_text_that_could_be_a_formula_is_made_harmless(String text) {
    assertThat(Harmless.text(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Oslo", "Aa=b", "0301", "'quoted"})
  void any_other_text_stays_as_it_is(String text) {
    assertThat(Harmless.text(text)).isEqualTo(text);
  }

  @Test
  void a_workbook_has_the_places_and_a_summary() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    PlacesXlsx.write(SampleResults.optimal(), Map.of("1201", 7), stream);
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
