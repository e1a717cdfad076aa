package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportAnswers.Meaning;
import io.bosett.documents.imports.facts.Skipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Further shapes of official files and of those that colleagues make. */
final class ImportShapesTest {
  private static ImportedFile read(String text, ImportAnswers answers) {
    return read(text.getBytes(StandardCharsets.UTF_8), answers);
  }

  private static ImportedFile read(byte[] bytes, ImportAnswers answers) {
    return ImportSamples.IMPORTER.read("file", bytes, answers);
  }

  private static Set<String> cells(ImportedFile file) {
    assertThat(file.refusals()).isEmpty();
    assertThat(file.questions()).isEmpty();
    return VariantTable.found(file);
  }

  private static ImportAnswers settled() {
    return new ImportAnswers().map("settled", "");
  }

  @Test
  void pxweb_json_has_keys_and_values() {
    String text =
        """
        {"columns":[{"code":"Region","text":"region","type":"d"},
          {"code":"Tid","text":"år","type":"t"},
          {"code":"Personer1","text":"Personer","type":"c"},
          {"code":"Andel","text":"Andel","type":"c"}],
         "comments":[],"data":[
          {"key":["0301","2017"],"values":["666759","68.2"]},
          {"key":["0301","2018"],"values":["673469",".."]},
          {"key":["0121","2018"],"values":[":","65.7"]},
          {"key":["9999","2018"],"values":[".","."]}]}
        """;
    ImportAnswers answers =
        new ImportAnswers().map("population", "Personer").map("employment_rate", "Andel");
    assertThat(cells(read(text, answers)))
        .containsExactly(
            "0121 employment_rate 2018 65.7",
            "0121 population 2018 s",
            "0301 employment_rate 2017 68.2",
            "0301 population 2017 666759",
            "0301 population 2018 673469");
  }

  @Test
  void a_dimension_with_several_categories_is_asked_about() {
    String text =
        """
        region;kjønn;Bosatte 2017;Bosatte 2018
        0301 Oslo;Menn;10;11
        ;Kvinner;20;21
        0101 Halden;Menn;30;31
        ;Kvinner;40;:
        """;
    assertThat(read(text, settled()).questions().toString())
        .contains("kjønn is 'Menn', 'Kvinner'", "--category 'kjønn=CATEGORY'");
    assertThat(cells(read(text, settled().category("kjønn", "Kvinner"))))
        .containsExactly(
            "0101 settled 2017 40",
            "0101 settled 2018 s",
            "0301 settled 2017 20",
            "0301 settled 2018 21");
  }

  @Test
  void quarters_of_a_year_are_asked_about() {
    String text =
        """
        Region,kvartal,Value
        0301,2017K3,1
        0301,2017K4,2
        0101,2017K3,3
        0101,2017K4,4
        """;
    assertThat(read(text, settled()).questions().toString()).contains("'K3', 'K4'");
    assertThat(cells(read(text, settled().category("kvartal", "K4"))))
        .containsExactly("0101 settled 2017 4", "0301 settled 2017 2");
  }

  @Test
  void codes_of_a_further_dimension_are_no_figures() {
    String text =
        """
        "Region","Kjonn","Tid","07459: Befolkning,"
        "0301","1","2018",10
        "0301","2","2018",20
        "0101","1","2018",30
        "0101","2","2018",40
        """;
    assertThat(cells(read(text, settled().category("Kjonn", "2"))))
        .containsExactly("0101 settled 2018 40", "0301 settled 2018 20");
  }

  @Test
  void a_csv_of_excel_has_semicolons_and_decimal_commas() {
    String text =
        "sep=;\r\nKommunenr;Kommune;Andel 2017;Folketall 2018\r\n"
            + "301;Oslo;68,2;673 469\r\n1902;Tromsø;70,6;75 638\r\n;Sum;;749 107\r\n";
    ImportAnswers answers =
        new ImportAnswers().map("employment_rate", "Andel").map("population", "Folketall");
    ImportedFile file = read(text.getBytes(Charset.forName("windows-1252")), answers);
    assertThat(cells(file))
        .containsExactly(
            "0301 employment_rate 2017 68.2",
            "0301 population 2018 673469",
            "1902 employment_rate 2017 70.6",
            "1902 population 2018 75638");
    assertThat(file.warnings()).isEmpty();
    assertThat(file.skipped()).contains(new Skipped("Sum", "total row"));
  }

  @Test
  void names_below_the_name_of_their_county_are_told_apart() {
    String text =
        """
        Kommune;Bosatte 2018
        Østfold;
        Våler;5
        Halden kommune;16
        Hedmark;
        Våler;7
        """;
    assertThat(cells(read(text, settled())))
        .containsExactly("0101 settled 2018 16", "0137 settled 2018 5", "0426 settled 2018 7");
  }

  @Test
  void a_column_of_counties_tells_names_apart() {
    String text = "Fylke;Kommune;2018\nØstfold;Våler;5\nHedmark;Våler;7\nOslo;Oslo;9\n";
    assertThat(cells(read(text, settled())))
        .containsExactly("0137 settled 2018 5", "0301 settled 2018 9", "0426 settled 2018 7");
  }

  @Test
  void names_that_fit_two_municipalities_are_refused() {
    assertThat(read("Kommune;Bosatte 2018\nHalden;3\nVåler;5\n", settled()).refusals())
        .containsExactly(
            "'Våler' fits several municipalities: 0137, 0426; it needs the code or the county");
  }

  @Test
  void a_code_with_the_name_of_another_is_refused() {
    assertThat(read("Nr;Kommune;2018\n0101;Halden;3\n0301;Bærum;5\n", settled()).refusals())
        .containsExactly("'0301 Bærum': the code is 0301, the name is that of 0219");
    assertThat(
            read("Nr;Kommune;2018\n0101;Halden;3\n0426;Våler (Østfold);5\n", settled()).refusals())
        .hasSize(1);
  }

  @Test
  void broken_and_mixed_encodings_are_refused_with_what_happened() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write("Kommune;2018\nBærum;3\n".getBytes(StandardCharsets.UTF_8));
    mixed.write("Tromsø;4\n".getBytes(Charset.forName("windows-1252")));
    assertThat(read(mixed.toByteArray(), settled()).refusals().toString())
        .contains("mixes two encodings");
    assertThat(read("Kommune;2018\nB\uFFFDrum;3\n", settled()).refusals().toString())
        .contains("lost characters");
    byte[] dos = "Kommune;2018\nB\u2018rum;3\n".getBytes(Charset.forName("windows-1252"));
    assertThat(read(dos, settled()).refusals().toString()).contains("code page of DOS");
  }

  @Test
  void a_remark_in_place_of_a_figure_is_missing_and_reported() {
    String text = "Kommune;Vedtatt 2018\nHalden;avventer vedtak\nOslo;350\nUtsira;-\n";
    ImportedFile file =
        read(text, new ImportAnswers().map("decided", "").marker("-", Meaning.MISSING));
    assertThat(cells(file)).containsExactly("0301 decided 2018 350");
    assertThat(file.skipped())
        .contains(
            new Skipped("avventer vedtak", "text in place of a figure: missing"),
            new Skipped("-", "missing, not zero"));
    assertThat(
            read("Kommune;2018\nHalden;fjernet av personvernhensyn\nOslo;3\n", settled())
                .questions())
        .hasSize(1);
  }

  @Test
  void signs_whose_meaning_differs_are_asked_about() {
    for (String sign : new String[] {"-", "*", "x", "n.a.", "...", "Inf", "#N/A", "skjult"}) {
      String text = "Kommune;Bosatte 2018\nHalden;" + sign + "\nOslo;350\n";
      assertThat(read(text, settled()).questions().toString())
          .as(sign)
          .contains("--marker '" + sign + "'=missing|zero|suppressed");
      assertThat(cells(read(text, settled().marker(sign, Meaning.ZERO))))
          .containsExactly("0101 settled 2018 0", "0301 settled 2018 350");
    }
  }

  @Test
  void counties_among_municipalities_are_left_out() {
    String text = "Region;2018\n01 Østfold;9\n0101 Halden;4\n0137 Våler (Østfold);5\nF-03 Oslo;7\n";
    ImportedFile file = read(text, settled());
    assertThat(cells(file)).containsExactly("0101 settled 2018 4", "0137 settled 2018 5");
    assertThat(file.skipped())
        .contains(new Skipped("01 Østfold", "county"), new Skipped("F-03 Oslo", "county"));
  }

  @Test
  void an_unknown_row_with_figures_is_asked_about() {
    String text = "Region;2018\n0101 Halden;4\nUtvalgte kommuner;9\n";
    assertThat(read(text, settled()).questions().toString()).contains("--skip 'Utvalgte kommuner'");
    assertThat(cells(read(text, settled().skip("Utvalgte kommuner"))))
        .containsExactly("0101 settled 2018 4");
  }

  @Test
  void a_page_with_spans_is_read() {
    String text =
        "<table><caption>Bosatte</caption><tr><th rowspan=2>Kommune<th colspan=2>Bosatte"
            + "<th colspan=2>Vedtak<tr><th>2017<th>2018<th>2017<th>2018"
            + "<tr><th>0301 Oslo<td>830<td>310<td>850<td>350"
            + "<tr><th>0101 Halden<td>14<td>16<td>15<td>15</table>";
    ImportAnswers answers = new ImportAnswers().map("settled", "Bosatte").map("decided", "Vedtak");
    assertThat(cells(read(text, answers)))
        .contains("0301 settled 2017 830", "0301 decided 2018 350", "0101 settled 2018 16")
        .hasSize(8);
  }

  @Test
  void a_stub_of_a_workbook_that_names_a_place_once_holds_for_the_rows_below() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Bosatte");
      sheet.value(0, 0, "Bosatte, etter region, alder og år");
      sheet.value(2, 2, "Bosatte");
      sheet.value(3, 2, "2018");
      String[] places = {"0301 Oslo", "0101 Halden"};
      for (int p = 0; p < 2; p++) {
        sheet.value(4 + 2 * p, 0, places[p]);
        sheet.value(4 + 2 * p, 1, "0-17 år");
        sheet.value(5 + 2 * p, 1, "18 år og over");
        sheet.value(4 + 2 * p, 2, 10 * p + 1);
        sheet.value(5 + 2 * p, 2, 10 * p + 2);
      }
    }
    assertThat(cells(read(bytes.toByteArray(), settled().category("", "0-17 år"))))
        .containsExactly("0101 settled 2018 11", "0301 settled 2018 1");
  }

  @Test
  void what_a_workbook_escapes_is_read_as_what_it_stands_for() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Bosatte");
      String[] cells = {"Kommune", "2018", "_x0030_301 Oslo", "1", "0101 Halden_x000d_", "2"};
      for (int i = 0; i < cells.length; i++) {
        sheet.value(i / 2, i % 2, cells[i]);
      }
    }
    assertThat(cells(read(bytes.toByteArray(), settled())))
        .containsExactly("0101 settled 2018 2", "0301 settled 2018 1");
  }

  @Test
  void two_municipalities_and_one_year_are_enough() {
    assertThat(
            cells(read("Kommunenummer;Antall\n0101;1103\n0301;2018\n", settled().year("", 2018))))
        .containsExactly("0101 settled 2018 1103", "0301 settled 2018 2018");
  }
}
