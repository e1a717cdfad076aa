package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.service.SweepLoader;
import io.bosett.sweep.Sweeps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose parts are made elsewhere: the same bytes as in one process. */
final class DistributedRunTest {
  @TempDir private Path folder;

  private final List<PartReport> reports = new ArrayList<>();

  /** Makes parts backwards, each from the record alone, and fails before a part; -1 for never. */
  record Elsewhere(Path out, int failing) implements DistributedRun.Workers {
    @Override
    public List<PartReport> make(byte[] record, List<PartOrder> orders) throws IOException {
      List<PartReport> reports = new ArrayList<>();
      List<PartOrder> backwards = new ArrayList<>(orders);
      Collections.reverse(backwards);
      for (PartOrder order : backwards) {
        if (order.part() == failing) {
          throw new IOException("killed");
        }
        Sweep sweep = SweepLoader.ofRecord(SweepRecord.read(record));
        reports.add(sent(PartWork.make(sweep, new SweepFolder(out), sent(order))));
      }
      return reports;
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // as a cluster sends it
    private static <T> T sent(T value) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (T) in.readObject();
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  private SweepRun.Outcome run(Sweep sweep, Path out, int batch, int failing) throws IOException {
    return run(sweep, out, 0, sweep.plan().points() - 1, batch, failing);
  }

  private SweepRun.Outcome run(Sweep sweep, Path out, long first, long last, int batch, int failing)
      throws IOException {
    DistributedRun.Options options = new DistributedRun.Options(first, last, 1, batch, "test");
    reports.clear();
    return new DistributedRun(sweep, new SweepFolder(out), options, new Elsewhere(out, failing))
        .run((made, done, parts) -> reports.addAll(made));
  }

  @Test
  void parts_made_elsewhere_are_the_bytes_of_a_run_in_one_process() throws IOException {
    Sweep sweep = SweepRunTest.sweep(60);
    SweepRun.Outcome here =
        SweepRunTest.run(sweep, folder.resolve("here"), 2, new SweepRunTest.Ear());
    SweepRun.Outcome elsewhere = run(sweep, folder.resolve("elsewhere"), 3, -1);
    assertThat(Sweeps.hashes(folder.resolve("elsewhere")))
        .isEqualTo(Sweeps.hashes(folder.resolve("here")))
        .hasSize(5 + 4); // lock, record, counts, and those of the last part, which is not full
    assertThat(elsewhere.tally().numbers()).isEqualTo(here.tally().numbers());
    assertThat(elsewhere.left()).isZero();
    assertThat(reports).hasSize(5).allMatch(PartReport::isMade);
  }

  @Test
  void after_a_failure_the_same_run_makes_only_what_is_missing() throws IOException {
    Sweep sweep = SweepRunTest.sweep(60);
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> run(sweep, out, 4, 1)).hasMessage("killed");
    assertThat(out.resolve("points")).isDirectoryContaining("glob:**part-00003.parquet");
    Files.writeString(out.resolve("partial/part-00001.parquet.x"), "of a process that was killed");
    SweepRun.Outcome rest = run(sweep, out, 4, -1);
    assertThat(rest.tally().points()).isEqualTo(50 * 2 + 40);
    assertThat(out.resolve("partial")).isEmptyDirectory();
    SweepRunTest.run(sweep, folder.resolve("here"), 2, new SweepRunTest.Ear());
    assertThat(Sweeps.hashes(out)).isEqualTo(Sweeps.hashes(folder.resolve("here")));
    assertThat(run(sweep, out, 2, -1).tally().points()).isZero();
  }

  @Test
  void progress_counts_what_is_there_and_its_rate_what_was_made_since() throws IOException {
    Sweep sweep = SweepRunTest.sweep(60);
    Path out = folder.resolve("out");
    run(sweep, out, 100, 149, 1, -1);
    DistributedRun.Options options = new DistributedRun.Options(0, 239, 1, 1, "test");
    DistributedRun whole =
        new DistributedRun(sweep, new SweepFolder(out), options, new Elsewhere(out, -1));
    DistributedProgress progress = whole.progress();
    assertThat(progress.line(10)).isEqualTo("50 of 240 points are there");
    run(sweep, out, 0, 49, 1, -1);
    assertThat(progress.line(10))
        .isEqualTo("100 of 240 points are there, 5 a second, about 28 s left");
    whole.run((made, done, parts) -> {});
    assertThat(progress.line(10))
        .isEqualTo("240 of 240 points are there, 19 a second, about 0 s left");
  }

  @Test
  void a_part_that_is_cut_short_is_made_again_and_counted_once() throws IOException {
    Sweep sweep = SweepRunTest.sweep(60);
    Path out = folder.resolve("out");
    run(sweep, out, 100, 149, 1, -1);
    assertThat(reports).hasSize(1);
    run(sweep, out, 10, -1);
    Map<String, String> before = Sweeps.hashes(out);
    Path part = out.resolve("points/part-00002.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
    run(sweep, out, 10, -1);
    assertThat(reports.stream().filter(PartReport::damaged)).hasSize(1);
    assertThat(reports.stream().filter(PartReport::isMade)).hasSize(1);
    assertThat(Sweeps.hashes(out)).isEqualTo(before);
  }
}
