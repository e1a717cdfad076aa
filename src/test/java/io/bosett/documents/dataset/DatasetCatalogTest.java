package io.bosett.documents.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.BrokenDatasetsTest;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCatalogTest {
  @TempDir Path temporary;

  private Path dataset(String folder, String id, String title) throws IOException {
    Path path = Files.createDirectories(temporary.resolve(folder));
    for (String file : BrokenDatasetsTest.SOUND.keySet()) {
      String text = BrokenDatasetsTest.SOUND.get(file);
      Files.writeString(
          path.resolve(file), text.replace("small", id).replace("Two municipalities", title));
    }
    return path;
  }

  @Test
  void the_scenarios_own_folder_comes_first() throws IOException {
    Path own = dataset("here", "norway-2018", "own");
    dataset("sets/norway-2018", "norway-2018", "other");
    DatasetCatalog datasets = new DatasetCatalog(own, temporary.resolve("sets"));
    assertThat(datasets.dataset("norway-2018").title()).isEqualTo("own");
  }

  @Test
  void a_folder_of_datasets_comes_before_those_that_ship() throws IOException {
    Path own = dataset("here", "something-else", "own");
    dataset("sets/norway-2018", "norway-2018", "other");
    DatasetCatalog datasets = new DatasetCatalog(own, temporary.resolve("sets"));
    assertThat(datasets.dataset("norway-2018").title()).isEqualTo("other");
    assertThat(new DatasetCatalog(own, null).dataset("norway-2018").size()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "../here", "/etc", "here/../here", "", "NORWAY-2018", "a\nb"})
  void an_unknown_id_is_refused_with_the_known_ones(String id) throws IOException {
    Path own = dataset("here", "small", "own");
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> new DatasetCatalog(own, temporary).dataset(id));
    assertThat(refused.violations()).hasSize(1);
    assertThat(refused.violations().get(0).pointer()).isEqualTo("/dataset");
    assertThat(refused.violations().get(0).choices())
        .isEqualTo(List.of("here", "norway-2018", "norway-2025", "small"));
  }

  @Test
  void a_folder_whose_description_has_another_id_is_faulty() throws IOException {
    dataset("sets/mine", "yours", "other");
    DatasetCatalog datasets = new DatasetCatalog(null, temporary.resolve("sets"));
    InvalidFilesException refused =
        catchThrowableOfType(InvalidFilesException.class, () -> datasets.dataset("mine"));
    assertThat(refused.faults()).hasSize(1);
    assertThat(refused.faults().get(0).file()).endsWith("dataset.json");
    assertThat(refused.faults().get(0).detail())
        .isEqualTo("says the id is 'yours', found as 'mine'");
  }

  @Test
  void a_description_that_cannot_be_read_counts_as_what_its_folder_is_called() throws IOException {
    Path own = dataset("mine", "mine", "own");
    Files.writeString(own.resolve(DescriptionFile.FILE), "{");
    InvalidFilesException refused =
        catchThrowableOfType(
            InvalidFilesException.class, () -> new DatasetCatalog(own, null).dataset("mine"));
    assertThat(refused.faults().get(0).detail()).startsWith("is not JSON");
  }
}
