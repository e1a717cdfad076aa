package io.bosett.documents.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.BrokenDatasetsTest;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
  private static final String CELLS = IndicatorsCsv.FILE;
  private final Map<String, String> files = new HashMap<>(BrokenDatasetsTest.SOUND);
  @TempDir Path folder;
  private String sound;

  @BeforeEach
  void readSound() throws IOException {
    sound = read().contentHash();
  }

  private Dataset read() throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return DatasetFolder.read(folder);
  }

  @Test
  void a_cell_is_a_number_suppressed_or_missing() throws IOException {
    Dataset dataset = read();
    Column settled = dataset.column("settled", 2016);
    assertThat(settled.isSuppressed(0)).isTrue();
    assertThat(settled.isMissing(1)).isTrue();
    assertThat(dataset.column("population", 2017).value(1)).isEqualTo(40.5);
    assertThat(dataset.longitude(0)).isEqualTo(10.5);
    assertThat(dataset.latitude(1)).isNaN();
    assertThat(dataset.counties().get("2").name()).isEqualTo("Two");
    assertThat(dataset.indicators().get("settled").description())
        .isEqualTo("Settled. Derived: by hand");
  }

  @Test
  void a_byte_order_mark_as_excel_writes_it_is_accepted_in_tables() throws IOException {
    files.replaceAll((name, text) -> name.endsWith(".csv") ? "\uFEFF" + text : text);
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void any_line_end_is_accepted() throws IOException {
    files.replaceAll((name, text) -> text.replace("\n", "\r\n"));
    assertThat(read().contentHash()).isEqualTo(sound);
    files.replaceAll((name, text) -> name.endsWith(".csv") ? text.replace("\r\n", "\r") : text);
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void the_last_line_needs_no_end_and_blank_lines_are_skipped() throws IOException {
    files.replaceAll((name, text) -> name.endsWith(".csv") ? "\n" + text.strip() : text);
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void fields_may_be_quoted() throws IOException {
    String quoted = "\"A\",\"settled\",2016,\"\",\"s\"";
    files.put(CELLS, files.get(CELLS).replace("A,settled,2016,,s", quoted));
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void the_order_of_columns_and_rows_changes_nothing() throws IOException {
    files.put(
        CELLS,
        """
        flag,value,year,indicator,municipality
        ,40.5,2017,population,B
        s,,2016,settled,A
        ,60.0e0,2017,population,A
        """);
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void places_may_be_left_out() throws IOException {
    files.put(MunicipalitiesCsv.FILE, "id,name,county\nA,Aa,1\nB,Be,2\n");
    assertThat(read().contentHash()).isEqualTo(sound);
  }

  @Test
  void ids_that_are_missing_are_not_called_the_same() {
    files.put(MunicipalitiesCsv.FILE, "id,name,county\n,Aa,1\n,Be,2\n");
    InvalidFilesException refused = catchThrowableOfType(InvalidFilesException.class, this::read);
    assertThat(refused.faults())
        .filteredOn(fault -> fault.file().equals(MunicipalitiesCsv.FILE))
        .extracting(FileFault::detail)
        .containsExactly("is empty", "is empty");
  }

  @Test
  void names_of_any_script_are_kept() throws IOException {
    files.replaceAll((name, text) -> text.replace("B,Be", "B,Kárášjohka 🏔"));
    assertThat(read().name(1)).isEqualTo("Kárášjohka 🏔");
  }

  @Test
  void a_flood_of_faults_is_listed_up_to_a_limit_and_counted() throws IOException {
    files.merge(CELLS, "A,nothing,2017,1,\n".repeat(10_500), String::concat);
    InvalidFilesException refused = catchThrowableOfType(InvalidFilesException.class, this::read);
    assertThat(refused.faults()).hasSize(101);
    assertThat(refused.faults().get(100).detail()).isEqualTo("has 10400 more faults, not listed");
  }

  @Test
  void what_is_not_a_folder_is_said_to_be_none() {
    Path none = folder.resolve("none");
    InvalidFilesException refused =
        catchThrowableOfType(InvalidFilesException.class, () -> DatasetFolder.read(none));
    assertThat(refused).hasMessageContaining(none.toString()).hasMessageContaining("not a folder");
  }
}
