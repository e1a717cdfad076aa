package io.bosett.service.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.SweepLoader;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.run.RunListener;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import io.bosett.sweep.run.SweepRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result folders of a service. */
final class SweepFoldersTest {
  private static final String KEPT = "0123456789abcdef0123456789abcdef";
  private static final String GONE = "fedcba9876543210fedcba9876543210";

  private static final String NEW = "00000000000000000000000000000000";

  @TempDir private Path place;
  private long already;

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

  private static Sweep sweep(Path folder) throws IOException {
    Files.copy(Path.of("models/small/three-places.json"), folder.resolve("three.json"));
    Path file =
        Files.writeString(
            folder.resolve("many.json"),
            """
            {"scenario": "three.json", "draws": {"count": 2000, "seed": 1, "axes": [
              {"name": "demand", "at": "/demand/persons", "between": [1, 40]}]}}
            """);
    return SweepLoader.ofFile(file, null);
  }

  private void run(Sweep sweep, String id, long last, String version) throws IOException {
    SweepRun.Options options = new SweepRun.Options(2, 0, last, SweepRun.Pilot.NONE, version);
    RunListener silence =
        new RunListener() {
          @Override
          public void damaged(String file) {
            throw new IllegalStateException(file);
          }

          @Override
          public void begins(RunTally tally, long points, long there) {
            already = there;
          }
        };
    SweepFolder folder = new SweepFolder(place.resolve(id));
    new SweepRun(sweep, folder, options, new CancellationToken(), silence).run();
  }

  @Test
  void parts_of_the_same_sweep_that_ended_early_are_taken_over_once(@TempDir Path documents)
      throws IOException {
    Sweep sweep = sweep(documents);
    SweepFolders folders = new SweepFolders(place);
    SweepRecord record = SweepRecord.of(sweep, "test");
    assertThat(folders.takeEarlier(NEW, sweep, record)).as("there are none").isFalse();
    run(sweep, GONE, 999, "another");
    assertThat(folders.takeEarlier(NEW, sweep, record)).as("of another version").isFalse();
    run(sweep, KEPT, 999, "test");
    long before = folders.bytes();
    assertThat(folders.takeEarlier(NEW, sweep, record)).isTrue();
    long own = Files.size(place.resolve(NEW).resolve("sweep.json"));
    assertThat(folders.bytes()).as("shared files count once").isEqualTo(before + own);
    assertThat(folders.takeEarlier(NEW, sweep, record)).as("is begun").isFalse();
    run(sweep, NEW, 1_999, "test");
    assertThat(already).isEqualTo(1_000);
    run(sweep, KEPT, 1_999, "test");
    for (String file :
        List.of("sweep.json", "summary/counts.json.gz", "points/part-00001.parquet")) {
      assertThat(place.resolve(NEW).resolve(file))
          .hasSameBinaryContentAs(place.resolve(KEPT).resolve(file));
    }
    String other = "11111111111111111111111111111111";
    assertThat(folders.takeEarlier(other, sweep, record)).as("all have ended").isFalse();
    assertThat(place.resolve(other)).doesNotExist();
  }
}
