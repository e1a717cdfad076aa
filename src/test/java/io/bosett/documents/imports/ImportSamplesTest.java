package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bosett.documents.imports.folder.Cell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What official files look like: every sample gives exactly the cells that it holds. */
final class ImportSamplesTest {
  static Set<String> samples() {
    return ImportSamples.answers().keySet();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_gives_exactly_its_cells(String name) throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    for (NamedCsvRecord row : rows("expected.csv")) {
      if (row.getField("sample").equals(name)) {
        expected.add(
            String.join(
                ",",
                row.getField("municipality"),
                row.getField("indicator"),
                row.getField("year"),
                plain(row.getField("value")),
                row.getField("flag")));
      }
    }
    ImportedFile file = ImportSamples.read(name);
    TreeSet<String> found = new TreeSet<>();
    for (Cell cell : file.cells()) {
      found.add(
          String.join(
              ",",
              cell.municipality(),
              cell.indicator(),
              Integer.toString(cell.year()),
              plain(cell.value()),
              cell.flag()));
    }
    assertThat(file.questions()).isEmpty();
    assertThat(found).isEqualTo(expected);
    assertThat(file.refusals()).hasSize(expected.isEmpty() ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_reports_what_it_leaves_out(String name) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (NamedCsvRecord row : rows("expected_skipped.csv")) {
      if (row.getField("sample").equals(name)) {
        expected.put(row.getField("label"), row.getField("reason"));
      }
    }
    // The list names a text that this one of the files does not hold.
    expected.remove("avventer vedtak");
    Map<String, String> found = new TreeMap<>();
    ImportSamples.read(name)
        .skipped()
        .forEach(skipped -> found.put(skipped.label(), skipped.reason()));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((label, reason) -> assertThat(expected.get(label)).endsWith(reason));
  }

  private static String plain(String number) {
    return number.isEmpty() ? "" : new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static List<NamedCsvRecord> rows(String name) throws IOException {
    Path file = ImportSamples.FOLDER.resolve(name);
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    }
  }
}
