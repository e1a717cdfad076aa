package io.bosett.documents.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.imports.ImportSamples;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of today's municipalities. */
final class Norway2025Test {
  private static final Path FOLDER = Path.of("models/norway-2025");
  private static final Dataset NORWAY = DatasetFolder.read(FOLDER);

  @ParameterizedTest
  @CsvSource({
    "population, 2018, 355, 5230547",
    "population, 2024, 357, 5550203",
    "population, 2025, 357, 5594340",
    "population, 2026, 357, 5627400",
    "requested, 2025, 357, 12640"
  })
  void columns_have_their_numbers_and_sums(String indicator, int year, int numbers, long expected) {
    Column column = NORWAY.column(indicator, year);
    int counted = 0;
    double sum = 0;
    for (int i = 0; i < NORWAY.size(); i++) {
      counted += column.isNumber(i) ? 1 : 0;
      sum += column.isNumber(i) ? column.value(i) : 0;
    }
    assertThat(counted).isEqualTo(numbers);
    assertThat(sum).isEqualTo((double) expected);
  }

  @Test
  void the_converter_makes_the_files_that_are_there(@TempDir Path made) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                FOLDER.resolve("Convert.java").toString(),
                FOLDER.resolve("source").toString(),
                made.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    for (String name :
        List.of("municipalities.csv", "indicators.csv", "tiles.csv", "languages.csv")) {
      assertThat(made.resolve(name)).hasSameBinaryContentAs(FOLDER.resolve(name));
    }
  }

  @Test
  void every_municipality_has_a_tile_of_its_own() throws IOException {
    List<String> tiles = Files.readAllLines(FOLDER.resolve("tiles.csv"));
    assertThat(tiles).hasSize(358);
    HashSet<String> cells = new HashSet<>();
    tiles.forEach(tile -> cells.add(tile.substring(tile.indexOf(','))));
    assertThat(cells).hasSize(358);
  }

  @Test
  void both_datasets_know_the_same_names_and_changes() {
    for (String name : List.of("names.csv", "changes.csv")) {
      assertThat(FOLDER.resolve(name)).hasSameBinaryContentAs(ImportSamples.NORWAY.resolve(name));
    }
  }
}
