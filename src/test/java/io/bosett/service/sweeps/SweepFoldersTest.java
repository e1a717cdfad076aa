package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result folders of a service. */
final class SweepFoldersTest {
  private static final String KEPT = "0123456789abcdef0123456789abcdef";
  private static final String GONE = "fedcba9876543210fedcba9876543210";

  @TempDir private Path place;

  private Path with(String name) throws IOException {
    Path points = Files.createDirectories(place.resolve(name).resolve("points"));
    Files.writeString(points.resolve("part-00000.parquet"), "twelve bytes");
    return place.resolve(name);
  }

  @Test
  void what_is_kept_no_longer_is_deleted_and_nothing_else() throws IOException {
    Path kept = with(KEPT);
    Path gone = with(GONE);
    Path other = with("my own files");
    SweepFolders folders = new SweepFolders(place);
    assertThat(folders.bytes()).isEqualTo(36);
    folders.deleteGone(KEPT::equals);
    assertThat(gone).doesNotExist();
    assertThat(kept.resolve("points/part-00000.parquet")).exists();
    assertThat(other).exists();
    assertThat(folders.bytes()).isEqualTo(24);
    new SweepFolders(place.resolve("none")).deleteGone(id -> false);
    assertThat(new SweepFolders(place.resolve("none")).bytes()).isZero();
  }
}
