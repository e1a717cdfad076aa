package io.bosett.documents.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapCsvTest {
  private static final Path NORWAY = Path.of("models", "norway-2018");

  @TempDir private Path folder;

  private Dataset with(String name, String text) throws IOException {
    for (String file : new String[] {"dataset.json", "municipalities.csv", "indicators.csv"}) {
      Files.copy(NORWAY.resolve(file), folder.resolve(file));
    }
    if (!name.isEmpty()) {
      Files.writeString(folder.resolve(name), text);
    }
    return DatasetFolder.read(folder);
  }

  @Test
  void every_municipality_of_norway_has_a_tile_of_its_own() {
    Dataset norway = DatasetFolder.read(NORWAY);
    Set<Tile> tiles = new HashSet<>();
    for (int i = 0; i < norway.size(); i++) {
      tiles.add(norway.tile(i));
    }
    assertThat(tiles).hasSize(422).doesNotContainNull();
    assertThat(norway.language(norway.position("0301"))).isEqualTo("neutral");
    assertThat(norway.language(norway.position("1401"))).isEqualTo("nn");
  }

  @Test
  void tiles_and_languages_do_not_enter_the_hash_but_the_document() throws IOException {
    Dataset plain = with("", "");
    Dataset norway = DatasetFolder.read(NORWAY);
    assertThat(norway.contentHash()).isEqualTo(plain.contentHash());
    byte[] document = DatasetDocument.write(norway);
    Dataset again = DatasetDocument.read(document);
    assertThat(again.tile(0)).isEqualTo(norway.tile(0)).isNotNull();
    assertThat(DatasetDocument.write(again)).isEqualTo(document);
    assertThat(new String(DatasetDocument.write(plain), StandardCharsets.UTF_8))
        .doesNotContain("\"tile\"", "\"language\"");
  }

  @Test
  void all_faults_of_tiles_are_told_at_once() {
    String tiles = "municipality,column,row\n0101,1,2\n0104,1,2\n9999,3,4\n0105,x,-1\n0101,7,7\n";
    assertThatThrownBy(() -> with("tiles.csv", tiles))
        .isInstanceOf(InvalidFilesException.class)
        .hasMessageContaining("tiles.csv:3:6: and row are the tile of '0101' too")
        .hasMessageContaining("tiles.csv:4:1: is '9999', not a municipality")
        .hasMessageContaining("tiles.csv:5:6: is 'x', expected 0..9999")
        .hasMessageContaining("tiles.csv:5:8: is '-1', expected 0..9999")
        .hasMessageContaining("tiles.csv:6:1: is '0101', named before");
  }

  @Test
  void a_language_is_one_of_three() {
    assertThatThrownBy(() -> with("languages.csv", "municipality,language\n0101,no\n"))
        .isInstanceOf(InvalidFilesException.class)
        .hasMessageContaining("languages.csv:2:6: is 'no', expected nb, nn or neutral");
  }
}
