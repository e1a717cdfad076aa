package io.bosett.documents.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.model.DatasetBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are refused, asked about or warned of, each for its own reason. */
final class ImportProblemsTest {
  private static final Map<String, String> SAYS = new TreeMap<>();

  static {
    SAYS.put("a_duplicate_municipality.csv", "0101 stands twice with different figures");
    SAYS.put("b_counties_only.csv", "counties (two-digit codes)");
    SAYS.put("c_codes_of_another_year.csv", "3001, 3024 are codes of another year (2020-2023)");
    SAYS.put("d_thousands_or_decimals.csv", "31.037 may be 31037 or 31.037");
    SAYS.put("f_two_years_no_heading.csv", "the columns B and C are both 'Folketall'");
    SAYS.put("g_unknown_marker.csv", "has cells 'x'");
    SAYS.put("i_mojibake.csv", "UTF-8 that was read as Latin-1 and saved again");
    SAYS.put("j_totals_do_not_fit.csv", "the total row (704000) is not the sum (704506)");
    SAYS.put("l_negative_and_minus.csv", "");
    SAYS.put("n_pxweb_raw_quote.csv", "quotation mark");
  }

  static Stream<NamedCsvRecord> problems() throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(ImportSamples.FOLDER.resolve("refuse/expected_problems.csv"))) {
      return rows.stream().toList().stream();
    }
  }

  private static ImportedFile read(String name, ImportAnswers answers) {
    return ImportSamples.IMPORTER.read(name, ImportSamples.bytes("refuse/" + name), answers);
  }

  @Test
  void a_dataset_whose_ids_have_lost_their_zeros_is_warned_of_beside_the_file() {
    DatasetBuilder lost = new DatasetBuilder("lost", "Lost").county("03", "Oslo");
    lost.municipality("301", "Oslo", "03", Double.NaN, Double.NaN);
    byte[] file = ImportSamples.bytes("refuse/b_counties_only.csv");
    ImportedFile read = new Importer(lost.build()).read("b.csv", file, new ImportAnswers());
    assertThat(read.warnings()).anyMatch(warning -> warning.contains("'0301'"));
    assertThat(read("b_counties_only.csv", new ImportAnswers()).warnings())
        .noneMatch(warning -> warning.contains("zero"));
  }

  private static ImportAnswers mapped() {
    return new ImportAnswers().map("settled", "");
  }

  @ParameterizedTest
  @MethodSource("problems")
  void a_problem_is_treated_as_its_kind_is(NamedCsvRecord row) {
    String name = row.getField("file");
    for (ImportAnswers answers : List.of(new ImportAnswers(), mapped())) {
      ImportedFile file = read(name, answers);
      boolean isMapped = !answers.columns().isEmpty();
      String said =
          Stream.of(file.refusals(), file.questions(), file.warnings())
              .flatMap(List::stream)
              .map(Object::toString)
              .collect(Collectors.joining("\n"));
      assertThat(said).contains(SAYS.get(name));
      switch (row.getField("action")) {
        case "refuse" -> assertThat(file.refusals()).isNotEmpty();
        case "ask" -> {
          assertThat(file.refusals()).isEmpty();
          assertThat(file.questions()).isNotEmpty();
        }
        case "warn" -> {
          assertThat(file.isSound()).isEqualTo(isMapped);
          assertThat(file.warnings()).isNotEmpty();
        }
        default -> {
          assertThat(file.isSound()).isEqualTo(isMapped);
          assertThat(file.warnings()).isEmpty();
        }
      }
    }
  }

  private static Map<String, String> values(ImportedFile file) {
    Map<String, String> values = new TreeMap<>();
    assertThat(file.questions()).isEmpty();
    assertThat(file.refusals()).isEmpty();
    file.cells().forEach(cell -> values.put(cell.municipality() + " " + cell.year(), cell.value()));
    return values;
  }

  @Test
  void each_question_has_an_answer() {
    assertThat(values(read("c_codes_of_another_year.csv", mapped().boundaries(2020))))
        .isEqualTo(Map.of("0101 2018", "31037", "0219 2018", "125454", "0301 2018", "673469"));
    assertThat(values(read("d_thousands_or_decimals.csv", mapped().decimalSign(','))))
        .isEqualTo(Map.of("0101 2018", "31037", "0219 2018", "125454", "1151 2018", "208"));
    assertThat(values(read("d_thousands_or_decimals.csv", mapped().decimalSign('.'))))
        .isEqualTo(Map.of("0101 2018", "31.037", "0219 2018", "125.454", "1151 2018", "208"));
    assertThat(values(read("f_two_years_no_heading.csv", mapped().year("B", 2017).year("C", 2018))))
        .isEqualTo(
            Map.of(
                "0101 2017",
                "30790",
                "0101 2018",
                "31037",
                "0301 2017",
                "666759",
                "0301 2018",
                "673469"));
    ImportAnswers markers =
        mapped()
            .marker("x", ImportAnswers.Meaning.SUPPRESSED)
            .marker("n.a.", ImportAnswers.Meaning.MISSING);
    assertThat(values(read("g_unknown_marker.csv", markers)))
        .isEqualTo(Map.of("0101 2018", "16", "0121 2018", "", "0301 2018", "310"));
    assertThat(values(read("n_pxweb_raw_quote.csv", mapped().rawQuotes())))
        .isEqualTo(Map.of("0101 2018", "16"));
  }

  @Test
  void both_signs_of_minus_are_one() {
    assertThat(values(read("l_negative_and_minus.csv", mapped())))
        .isEqualTo(Map.of("0101 2018", "-12", "0301 2018", "1204", "1103 2018", "-5"));
  }

  @Test
  void a_file_may_have_the_codes_of_each_year_at_its_figures() {
    String text =
        "region;Personer 2017;Personer 2019;Personer 2021;Personer 2024\n"
            + "0101 Halden;30790;31373;;\n"
            + "3001 Halden;;;31387;\n"
            + "3101 Halden;;;;31939\n"
            + "0301 Oslo;666759;681071;697010;717710\n"
            + "0122 Trøgstad;5353;5434;;\n"
            + "3014 Indre Østfold;;;45201;\n";
    ImportedFile asked = ImportSamples.IMPORTER.read("series.csv", text.getBytes(UTF_8), mapped());
    assertThat(asked.questions().toString()).contains("--boundaries YEAR, or each");
    ImportedFile file =
        ImportSamples.IMPORTER.read(
            "series.csv", text.getBytes(UTF_8), mapped().boundariesOfEachYear());
    assertThat(values(file))
        .isEqualTo(
            Map.of(
                "0101 2017",
                "30790",
                "0101 2019",
                "31373",
                "0101 2021",
                "31387",
                "0101 2024",
                "31939",
                "0301 2017",
                "666759",
                "0301 2019",
                "681071",
                "0301 2021",
                "697010",
                "0301 2024",
                "717710",
                "0122 2017",
                "5353",
                "0122 2019",
                "5434"));
    assertThat(file.skipped().toString()).contains("3014", "not the same territory");
  }

  @Test
  void a_zero_of_a_municipality_that_did_not_exist_is_no_figure() {
    String text =
        "region;Personer 2017;Personer 2018\n"
            + "0709 Larvik (-2017);44082;0\n"
            + "0712 Larvik;0;46364\n"
            + "0301 Oslo;666759;673469\n";
    ImportedFile file =
        ImportSamples.IMPORTER.read(
            "zeros.csv", text.getBytes(UTF_8), mapped().boundariesOfEachYear());
    assertThat(values(file))
        .isEqualTo(Map.of("0712 2018", "46364", "0301 2017", "666759", "0301 2018", "673469"));
    assertThat(file.skipped().toString())
        .contains("0712 Larvik", "0 in a year in which there was no such municipality")
        .contains("0709 Larvik (-2017)");
    String converted =
        "region;Personer 2017\n0712 Larvik;45957\n0715 Holmestrand;0\n0301 Oslo;666759\n";
    file = ImportSamples.IMPORTER.read("converted.csv", converted.getBytes(UTF_8), mapped());
    assertThat(values(file))
        .isEqualTo(Map.of("0712 2017", "45957", "0715 2017", "0", "0301 2017", "666759"));
  }
}
