package io.bosett.documents.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.BrokenDatasetsTest;
import io.bosett.documents.SameDataset;
import io.bosett.documents.Schemas;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Boundary;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code boundaries.geojson} of a dataset, and the same in its document. */
final class BoundariesTest {
  /** With what other programs write too: heights, boxes, properties, a number that is no id. */
  private static final String SOUND =
      """
      {"type": "FeatureCollection", "name": "from another program", "bbox": [10, 59, 12, 60],
       "features": [
         {"type": "Feature", "id": "A", "properties": {"area": 3},
          "geometry": {"type": "Polygon", "coordinates": [
            [[10, 59, 120.5], [11, 59], [11, 60], [10, 59]],
            [[10.5, 59.2], [10.6, 59.2], [10.6, 59.3], [10.5, 59.2]]]}},
         {"type": "Feature", "properties": {"id": "B"},
          "geometry": {"type": "MultiPolygon", "coordinates": [
            [[[11, 59], [12, 59], [12, 60], [11, 59]]],
            [[[-11.25, 59], [-11, 59], [-11, 60], [-11.25, 59]]]]}}]}
      """;

  private static final String RIGHT =
      "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"A\","
          + " \"geometry\": {\"type\": \"Polygon\","
          + " \"coordinates\": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}}]}";

  private static final String FEATURES = "{\"type\": \"FeatureCollection\", \"features\": [%s]}";

  @TempDir private Path folder;

  private Dataset read(String boundaries) throws IOException {
    for (Map.Entry<String, String> file : BrokenDatasetsTest.SOUND.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Files.deleteIfExists(folder.resolve(BoundariesFile.FILE));
    if (!boundaries.isEmpty()) {
      Files.writeString(folder.resolve(BoundariesFile.FILE), boundaries);
    }
    return DatasetFolder.read(folder);
  }

  private List<String> faults(String boundaries) {
    return catchThrowableOfType(InvalidFilesException.class, () -> read(boundaries))
        .faults()
        .stream()
        .map(FileFault::toString)
        .toList();
  }

  private static String feature(String id, String geometry) {
    return "{\"type\": \"Feature\", \"id\": \"" + id + "\", \"geometry\": " + geometry + "}";
  }

  private static String polygon(String ring) {
    return "{\"type\": \"Polygon\", \"coordinates\": [" + ring + "]}";
  }

  @Test
  void rings_and_holes_are_read_and_heights_left_out() throws IOException {
    Dataset dataset = read(SOUND);
    Boundary a = dataset.boundary(dataset.position("A"));
    assertThat(a).isNotNull();
    assertThat(a.polygons()).hasSize(1);
    assertThat(a.polygons().get(0)).hasSize(2);
    assertThat(a.positions()).isEqualTo(8);
    assertThat(a.polygons().get(0).get(1).longitude(0)).isEqualTo(10.5);
    assertThat(a.polygons().get(0).get(0).latitude(2)).isEqualTo(60);
    Boundary b = dataset.boundary(dataset.position("B"));
    assertThat(b).isNotNull();
    assertThat(b.polygons()).hasSize(2);
    assertThat(b.polygons().get(1).get(0).longitude(0)).isEqualTo(-11.25);
  }

  @Test
  void document_and_archive_and_copy_carry_them_and_the_hash_does_not() throws IOException {
    Dataset dataset = read(SOUND);
    byte[] document = DatasetDocument.write(dataset);
    SameDataset.assertSame(DatasetDocument.read(document), dataset);
    assertThat(DatasetDocument.write(DatasetDocument.read(document))).isEqualTo(document);
    SameDataset.assertSame(DatasetZip.read(zip(), null), dataset);
    SameDataset.assertSame(DatasetBuilder.of(dataset).build(), dataset);
    Dataset plain = read("");
    assertThat(plain.contentHash()).isEqualTo(dataset.contentHash());
    assertThat(plain.hasBoundaries()).isFalse();
    assertThat(new String(DatasetDocument.write(plain), UTF_8)).doesNotContain("boundaries");
  }

  private byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : List.of("dataset.json", "municipalities.csv", "indicators.csv")) {
        entry(out, name);
      }
      entry(out, BoundariesFile.FILE);
    }
    return bytes.toByteArray();
  }

  private void entry(ZipOutputStream out, String name) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(Files.readAllBytes(folder.resolve(name)));
  }

  @Test
  void all_faults_are_told_at_once_with_their_lines() {
    List<String> features =
        List.of(
            feature("A", polygon("[[10, 59], [11, 59], [11, 60], [10, 60]]")),
            feature("A", polygon("[[10, 59], [11, 59], [10, 59]]")),
            feature("B", polygon("[[599000, 6643000], [600000, 6643000]]")),
            feature("Q", polygon("[[10, 59], [11, 59], [11, 60], [10, 59]]")),
            feature("C", "{\"type\": \"Point\", \"coordinates\": [10, 59]}"),
            "{\"type\": \"Feature\", \"geometry\": null}");
    assertThat(faults(String.format(FEATURES, "\n" + String.join(",\n", features))))
        .satisfiesExactlyInAnyOrder(
            f -> assertThat(f).contains(":2:", "ends elsewhere than it begins"),
            f -> assertThat(f).contains(":3:", "is of 'A', named a second time"),
            f -> assertThat(f).contains(":3:", "has 3 entries; allowed: at least 4"),
            f -> assertThat(f).contains(":4:", "is 599000; allowed: -180..180"),
            f -> assertThat(f).contains(":4:", "is 6643000; allowed: -90..90"),
            f -> assertThat(f).contains(":4:", "has 2 entries; allowed: at least 4"),
            f -> assertThat(f).contains(":5:", "is of 'Q', not a municipality of the dataset"),
            f -> assertThat(f).contains(":6:", "is 'Point'; allowed: "),
            f -> assertThat(f).contains(":6:", "is of 'C', not a municipality of the dataset"),
            f -> assertThat(f).contains(":7:", "names no municipality"),
            f -> assertThat(f).contains(":7:", "/features/5/geometry is null, not an object"));
  }

  @Test
  void a_document_of_ours_has_no_members_beside() throws IOException {
    String document = new String(DatasetDocument.write(read(SOUND)), UTF_8);
    assertThat(Schemas.DATASET.against(document)).isEmpty();
    for (String beside : List.of("\"bbox\":[],\"features\"", "\"name\":\"x\",\"features\"")) {
      String with = document.replace("\"features\"", beside);
      assertThat(Schemas.DATASET.against(with)).isNotEmpty();
      assertThatThrownBy(() -> DatasetDocument.read(with.getBytes(UTF_8)))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void what_is_too_large_is_refused_and_the_limit_is_told() {
    String ring = "[" + "[10, 59], ".repeat(BoundariesFormat.MOST_POSITIONS) + "[10, 59]]";
    assertThat(faults(String.format(FEATURES, feature("A", polygon(ring)))))
        .containsExactly("boundaries.geojson:1:1: has 250001 positions; allowed: at most 250000");
    assertThat(faults(SOUND + " ".repeat(BoundariesFile.MOST_BYTES)))
        .containsExactly(
            "boundaries.geojson: is longer than 16777216 bytes; simplify the boundaries");
    assertThat(faults("no JSON")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"type\": \"Feature\", \"features\": []}",
        "{\"type\": \"FeatureCollection\"}",
        "{\"type\": \"FeatureCollection\", \"features\": {}}",
        "{\"type\": \"FeatureCollection\", \"features\": [1]}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"A\"}]}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": 7,"
            + " \"geometry\": {\"type\": \"Polygon\","
            + " \"coordinates\": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}}]}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"A\","
            + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": []}}]}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"A\","
            + " \"geometry\": {\"type\": \"Polygon\","
            + " \"coordinates\": [[[1, 1], [2, 1], [2, \"2\"], [1, 1]]]}}]}",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"A\","
            + " \"geometry\": {\"type\": \"MultiPolygon\","
            + " \"coordinates\": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}}]}"
      })
  void what_is_no_boundary_is_refused_by_reader_and_schema(String boundaries) throws IOException {
    String document = new String(DatasetDocument.write(read("")), UTF_8);
    String with = document.substring(0, document.length() - 1) + ", \"boundaries\": %s}";
    String wrong = String.format(with, boundaries);
    assertThat(Schemas.DATASET.against(String.format(with, RIGHT))).isEmpty();
    assertThat(DatasetDocument.read(String.format(with, RIGHT).getBytes(UTF_8)).hasBoundaries())
        .isTrue();
    assertThat(Schemas.DATASET.against(wrong)).isNotEmpty();
    assertThatThrownBy(() -> DatasetDocument.read(wrong.getBytes(UTF_8)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(faults(boundaries)).isNotEmpty();
  }
}
