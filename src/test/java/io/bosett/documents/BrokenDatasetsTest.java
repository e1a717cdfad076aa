package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken folder gets its own errors with line and column; see {@link BrokenCases}. */
public class BrokenDatasetsTest {
  /** A sound dataset; one character per byte. */
  public static final Map<String, String> SOUND =
      Map.of(
          "dataset.json",
          """
          {
            "id": "small",
            "title": "Two municipalities",
            "counties": {"1": "One", "2": "Two"},
            "indicators": [
              {"id": "population", "unit": "persons", "source": "counted", "licence": "CC0", "description": "Residents."},
              {"id": "settled", "unit": "persons", "source": "asked", "licence": "CC0", "description": "Settled.", "derived": "by hand"}
            ]
          }
          """,
          "municipalities.csv",
          """
          id,name,county,longitude,latitude
          A,Aa,1,10.5,59.5
          B,Be,2,,
          """,
          "indicators.csv",
          """
          municipality,indicator,year,value,flag
          A,population,2017,60,
          A,settled,2016,,s
          B,population,2017,40.5,
          B,settled,2016,,
          """);

  @TempDir Path folder;

  static List<BrokenCases.Case> cases() {
    return BrokenCases.read("datasets.txt");
  }

  /** The folder's faults as they print. */
  static List<String> faults(Path folder, List<BrokenCases.Edit> edits) throws IOException {
    Map<String, String> files = new TreeMap<>(SOUND);
    for (BrokenCases.Edit edit : edits) {
      files.merge(edit.file(), "", (bytes, none) -> edit.apply(bytes));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getValue().equals(BrokenCases.MISSING)) {
        Files.write(
            folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    try {
      DatasetFolder.read(folder);
      return List.of();
    } catch (InvalidFilesException e) {
      return e.faults().stream().map(FileFault::toString).toList();
    }
  }

  @Test
  void the_dataset_they_start_from_is_sound() throws IOException {
    assertThat(faults(folder, List.of())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_fault_is_reported_at_its_place(BrokenCases.Case broken) throws IOException {
    assertThat(faults(folder, broken.edits()))
        .containsExactlyElementsOf(broken.faults())
        .isNotEmpty();
  }
}
