package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished sweep goes on with more draws in its own folder. */
final class SweepGrowthTest {
  @TempDir private Path folder;

  @Test
  void a_finished_sweep_goes_on_with_more_draws_as_if_it_had_had_them() throws IOException {
    Path grown = folder.resolve("grown");
    SweepRunTest.run(SweepRunTest.sweep(20), grown, 2, new SweepRunTest.Ear());
    byte[] first = Files.readAllBytes(grown.resolve("points/part-00000.parquet"));
    SweepRunTest.Ear ear = new SweepRunTest.Ear();
    SweepRunTest.run(SweepRunTest.sweep(60), grown, 2, ear);
    assertThat(ear.there).isEqualTo(50);
    assertThat(ear.damaged).isEmpty();
    Path whole = folder.resolve("whole");
    SweepRunTest.run(SweepRunTest.sweep(60), whole, 1, new SweepRunTest.Ear());
    assertThat(Sweeps.hashes(grown)).isEqualTo(Sweeps.hashes(whole));
    assertThat(Files.readAllBytes(grown.resolve("points/part-00000.parquet"))).isEqualTo(first);
  }

  @Test
  void more_draws_of_a_latin_hypercube_are_another_sweep() throws IOException {
    Path out = folder.resolve("out");
    String latin = "\"seed\": 1, \"method\": \"latinHypercube\"";
    SweepRunTest.run(SweepRunTest.sweep(20, "\"seed\": 1", latin), out, 1, new SweepRunTest.Ear());
    Map<String, String> before = Sweeps.hashes(out);
    assertThatThrownBy(
            () ->
                SweepRunTest.run(
                    SweepRunTest.sweep(21, "\"seed\": 1", latin), out, 1, new SweepRunTest.Ear()))
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("latinHypercube depends on it");
    assertThat(Sweeps.hashes(out)).isEqualTo(before);
  }

  @Test
  void counts_that_cannot_grow_are_made_again() throws IOException {
    Path grown = folder.resolve("grown");
    SweepRunTest.run(SweepRunTest.sweep(20), grown, 1, new SweepRunTest.Ear());
    Path summary = grown.resolve("summary");
    try (OutputStream stream = Files.newOutputStream(folder.resolve("all"))) {
      new SweepFolder(grown).counts().write(stream);
    }
    Files.delete(summary.resolve("part-00001.json.gz"));
    Files.move(
        folder.resolve("all"),
        summary.resolve("counts.json.gz"),
        StandardCopyOption.REPLACE_EXISTING);
    SweepRunTest.run(SweepRunTest.sweep(60), grown, 1, new SweepRunTest.Ear());
    SweepRunTest.run(SweepRunTest.sweep(60), folder.resolve("whole"), 1, new SweepRunTest.Ear());
    assertThat(Sweeps.hashes(grown)).isEqualTo(Sweeps.hashes(folder.resolve("whole")));
  }
}
