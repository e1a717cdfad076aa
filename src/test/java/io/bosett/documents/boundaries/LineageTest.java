package io.bosett.documents.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.ImportSamples;
import io.bosett.model.CodeChange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes of municipalities, put one after another. */
final class LineageTest {
  private static final List<CodeChange> CHANGES = HistoryFiles.changes(ImportSamples.NORWAY);
  private static final Lineage LINEAGE = new Lineage(CHANGES);

  private static Set<String> valid(String column) throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(ImportSamples.FOLDER.resolve("codes_by_year.csv"))) {
      for (NamedCsvRecord row : rows) {
        if (row.getField(column).equals("1")) {
          codes.add(row.getField("code"));
        }
      }
    }
    return codes;
  }

  private static Set<String> after(Set<String> codes, int from, int to) {
    TreeSet<String> all = new TreeSet<>();
    for (String code : codes) {
      LINEAGE.forward(code, from, to).forEach(share -> all.add(share.code()));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "in_2017, 2017, in_2018, 2018",
    "in_2017, 2017, in_2019, 2019",
    "in_2017, 2017, in_2020_2023, 2020",
    "in_2017, 2017, in_2020_2023, 2023",
    "in_2017, 2017, in_2024_2025, 2024",
    "in_2018, 2018, in_2019, 2019",
    "in_2018, 2018, in_2020_2023, 2020",
    "in_2019, 2019, in_2024_2025, 2025",
    "in_2020_2023, 2021, in_2024_2025, 2024"
  })
  void the_changes_lead_from_the_codes_of_a_year_to_those_of_a_later_one(
      String before, int from, String after, int to) throws IOException {
    assertThat(after(valid(before), from, to)).isEqualTo(valid(after));
  }

  @ParameterizedTest
  @CsvSource({"in_2018, 2018", "in_2019, 2019", "in_2020_2023, 2020", "in_2024_2025, 2024"})
  void codes_say_of_which_year_they_are(String column, int year) throws IOException {
    assertThat(LINEAGE.yearOf(valid(column))).isEqualTo(year);
  }

  @Test
  void codes_of_different_years_are_of_none() {
    assertThat(LINEAGE.yearOf(List.of("0101", "3001"))).isNull();
  }

  @Test
  void the_same_territory_is_found_in_both_directions_and_nothing_else_is() {
    List<String> all = List.of("0101", "0121", "0219", "1103");
    assertThat(LINEAGE.same("3001", 2020, 2018, all)).isEqualTo("0101");
    assertThat(LINEAGE.same("3024", 2020, 2018, all)).isEqualTo("0219");
    assertThat(LINEAGE.same("3026", 2020, 2018, all)).isNull();
    assertThat(LINEAGE.same("1103", 2020, 2018, all)).isNull();
    assertThat(LINEAGE.same("0101", 2018, 2024, List.of("3101"))).isEqualTo("3101");
    assertThat(LINEAGE.same("0121", 2018, 2020, List.of("3026"))).isNull();
    assertThat(LINEAGE.same("1850", 2018, 2020, List.of("1806", "1875"))).isNull();
  }

  @Test
  void shares_of_what_was_divided_are_multiplied_and_unknown_ones_stay_unknown() {
    assertThat(LINEAGE.forward("1850", 2018, 2024))
        .containsExactlyInAnyOrder(
            new Lineage.Share("1806", new BigDecimal("0.5")),
            new Lineage.Share("1875", new BigDecimal("0.5")));
    assertThat(LINEAGE.forward("1504", 2018, 2024))
        .containsExactlyInAnyOrder(
            new Lineage.Share("1508", null), new Lineage.Share("1580", null));
  }

  @Test
  void a_change_that_maps_a_part_of_before_directly_goes_before_the_chain() {
    List<CodeChange> direct = new ArrayList<>(CHANGES);
    direct.add(new CodeChange(2024, "1534", "1580", "Haram", BigDecimal.ONE));
    direct.add(new CodeChange(2024, "1504", "1508", "Ålesund", BigDecimal.ONE));
    Lineage lineage = new Lineage(direct);
    assertThat(lineage.forward("1534", 2018, 2024))
        .containsExactly(new Lineage.Share("1580", BigDecimal.ONE));
    assertThat(lineage.forward("1504", 2018, 2024))
        .containsExactly(new Lineage.Share("1508", BigDecimal.ONE));
    assertThat(lineage.forward("1529", 2018, 2024)).hasSize(2);
  }
}
