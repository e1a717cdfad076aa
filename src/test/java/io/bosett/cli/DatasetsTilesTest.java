package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.tiles.TileMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code datasets tiles}. */
@Tag("slow")
final class DatasetsTilesTest {
  @TempDir private Path folder;

  @Test
  void the_map_that_is_made_is_read_with_the_dataset_and_stays() throws IOException {
    for (String name : List.of("dataset.json", "municipalities.csv", "indicators.csv")) {
      Files.copy(Cli.NORWAY.resolve(name), folder.resolve(name));
    }
    Cli.Outcome made = Cli.run("datasets", "tiles", folder);
    assertThat(made.code()).isZero();
    assertThat(made.out()).contains("tiles.csv: 422 tiles");
    var dataset = DatasetFolder.read(folder);
    var tiles = TileMap.of(dataset);
    for (int i = 0; i < dataset.size(); i++) {
      assertThat(dataset.tile(i)).isEqualTo(tiles.get(i));
    }
    byte[] before = Files.readAllBytes(folder.resolve("tiles.csv"));
    Cli.Outcome again = Cli.run("datasets", "tiles", folder);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("tiles.csv: is there already");
    assertThat(Files.readAllBytes(folder.resolve("tiles.csv"))).isEqualTo(before);
    assertThat(Cli.run("datasets", "check", folder).out()).contains("tiles: 422 tiles, 18 of 18");
    Files.writeString(folder.resolve("tiles.csv"), "municipality,column,row\n0301,5,5\n");
    assertThat(Cli.run("datasets", "check", folder).out())
        .contains("tiles: 1 tile, 1 of 1 county in one piece")
        .contains("not on the map: 0101, 0104, 0105, 0106, 0111, ...");
    assertThat(Cli.run("datasets", "tiles", folder, "--overwrite").code()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("tiles.csv"))).isEqualTo(before);
  }

  @Test
  void show_says_how_good_the_tiles_are() {
    assertThat(Cli.run("datasets", "show", "norway-2018").out())
        .contains("tiles: 422 tiles, 18 of 18 counties in one piece, 721 of 904 pairs");
  }

  @Test
  void a_folder_with_faults_gets_no_map() throws IOException {
    Files.writeString(folder.resolve("dataset.json"), "{}");
    Cli.Outcome outcome = Cli.run("datasets", "tiles", folder);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(folder.resolve("tiles.csv")).doesNotExist();
  }
}
