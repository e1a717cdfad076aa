package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ColumnType;
import io.bosett.sweep.parquet.ParquetReader;
import io.bosett.sweep.parquet.ParquetWriter;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.summary.Counts;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of small sweeps: the same bytes however they come about, and folders that are refused. */
@Tag("slow")
final class SweepRunTest {
  private static final String SMALL =
      """
      {"scenario": "s",
       "grid": [{"name": "fit", "at": "/fit", "values": ["proportional", "overlap"]},
                {"name": "cap", "cases": {"none": {}, "of ten": {"places": {"maximum": 10}}}}],
       "draws": {"count": %d, "seed": 1, "axes": [
         {"name": "demand", "at": "/demand/persons", "between": [1, 40]},
         {"name": "weight", "at": "/criteria/0/weight", "normal": {"mean": 2, "deviation": 1}}]},
       "keep": ["totals", "fits", "selected", "numbers"]}
      """;

  @TempDir private Path folder;

  static Sweep sweep(int draws) throws IOException {
    return sweep(draws, "", "");
  }

  static Sweep sweep(int draws, String from, String to) throws IOException {
    String text = SMALL.formatted(draws).replace(from, to);
    String scenario =
        Files.readString(Sweeps.THREE).replace("\"places\"", "\"fit\": \"score\", \"places\"");
    byte[] document = text.getBytes(StandardCharsets.UTF_8);
    Path file = Files.writeString(Files.createTempFile("scenario", ".json"), scenario);
    SweepPlan plan = Sweeps.plan(file, text);
    Files.delete(file);
    SortedMap<String, Integer> persons = new TreeMap<>(Map.of("A", 12, "C", 3));
    ComparedAllocation fixed = new ComparedAllocation("x", persons, null, 0, null, null);
    byte[] bytes = scenario.getBytes(StandardCharsets.UTF_8);
    return new Sweep(
        plan,
        SweepFormat.read(document),
        ParsedScenario.read(bytes),
        new TreeMap<>(Map.of("x", fixed)),
        50);
  }

  /** Remembers what it is told, and cancels after so many points when asked to. */
  static final class Ear implements RunListener {
    final List<String> damaged = new ArrayList<>();
    long there;

    @Override
    public void damaged(String file) {
      damaged.add(file);
    }

    @Override
    public void pilot(Pilot pilot) {
      assertThat(pilot.tally().points()).isPositive();
    }

    @Override
    public void begins(RunTally tally, long points, long before) {
      there = before;
    }
  }

  static SweepRun.Outcome run(Sweep sweep, Path out, int threads, Ear ear) throws IOException {
    return run(sweep, out, threads, 0, sweep.plan().points() - 1, ear);
  }

  private static SweepRun.Outcome run(
      Sweep sweep, Path out, int threads, long first, long last, Ear ear) throws IOException {
    SweepRun.Options options =
        new SweepRun.Options(threads, first, last, SweepRun.Pilot.FIRST, "test");
    return new SweepRun(sweep, new SweepFolder(out), options, new CancellationToken(), ear).run();
  }

  @Test
  void one_thread_and_three_write_the_same_bytes() throws IOException {
    Sweep sweep = sweep(60);
    SweepRun.Outcome one = run(sweep, folder.resolve("one"), 1, new Ear());
    SweepRun.Outcome three = run(sweep, folder.resolve("three"), 3, new Ear());
    assertThat(Sweeps.hashes(folder.resolve("one")))
        .isEqualTo(Sweeps.hashes(folder.resolve("three")))
        .containsKeys("points/part-00000.parquet", "points/part-00004.parquet", "sweep.json")
        .containsKey("summary/counts.json.gz")
        .containsKey("summary/part-00004.json.gz")
        .hasSize(5 + 4);
    assertThat(one.left()).isZero();
    for (Status status : Status.values()) {
      assertThat(one.tally().of(status)).isEqualTo(three.tally().of(status));
    }
    assertThat(one.tally().of(Status.OPTIMAL)).isPositive();
    assertThat(one.tally().of(Status.INFEASIBLE)).isPositive();
    assertThat(one.tally().of(Status.INVALID)).isPositive();
    assertThat(one.tally().of(Status.DEFECT)).isZero();
    assertThat(one.tally().points()).isEqualTo(240);
  }

  @Test
  void a_run_in_pieces_and_out_of_order_ends_in_the_same_bytes() throws IOException {
    Sweep sweep = sweep(60);
    run(sweep, folder.resolve("whole"), 1, new Ear());
    Path pieces = folder.resolve("pieces");
    run(sweep, pieces, 1, 120, 130, new Ear());
    Ear ear = new Ear();
    run(sweep, pieces, 2, 60, 120, ear);
    assertThat(ear.there).isEqualTo(50);
    run(sweep, pieces, 1, new Ear());
    assertThat(Sweeps.hashes(pieces)).isEqualTo(Sweeps.hashes(folder.resolve("whole")));
    run(sweep, pieces, 1, ear);
    assertThat(ear.there).isEqualTo(240);
    assertThat(Sweeps.hashes(pieces)).isEqualTo(Sweeps.hashes(folder.resolve("whole")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_part_or_summary_that_is_lost_is_made_again(boolean short_) throws IOException {
    Sweep sweep = sweep(60);
    Path out = folder.resolve("out");
    run(sweep, out, 1, new Ear());
    Map<String, String> before = Sweeps.hashes(out);
    Path part = out.resolve("points/part-00001.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    if (!short_) {
      Files.delete(out.resolve("summary/counts.json.gz"));
    }
    Files.writeString(out.resolve("partial/left.parquet"), "of a process that was killed");
    Ear ear = new Ear();
    run(sweep, out, 2, ear);
    assertThat(ear.damaged).containsExactly(part.toString());
    assertThat(ear.there).isEqualTo(short_ ? 190 : 40);
    assertThat(Sweeps.hashes(out)).isEqualTo(before);
  }

  @Test
  void a_canceled_run_writes_no_part_of_a_part() throws IOException {
    Sweep sweep = sweep(60);
    CancellationToken cancel = new CancellationToken();
    SweepRun.Options options = new SweepRun.Options(1, 0, 239, SweepRun.Pilot.FIRST, "test");
    RunListener canceling =
        new RunListener() {
          @Override
          public void damaged(String file) {}

          @Override
          public void begins(RunTally tally, long points, long there) {
            Thread waiting =
                new Thread(
                    () -> {
                      while (tally.points() < 70) {
                        Thread.onSpinWait();
                      }
                      cancel.request();
                    });
            waiting.setDaemon(true);
            waiting.start();
          }
        };
    Path out = folder.resolve("out");
    SweepRun.Outcome outcome =
        new SweepRun(sweep, new SweepFolder(out), options, cancel, canceling).run();
    try (Stream<Path> parts = Files.list(out.resolve("points"))) {
      long made = parts.count();
      assertThat(made).isBetween(1L, 4L);
      assertThat(outcome.left()).isEqualTo(240 - Math.min(240, made * 50));
    }
    assertThat(out.resolve("partial")).isEmptyDirectory();
    run(sweep, out, 2, new Ear());
    run(sweep, folder.resolve("whole"), 1, new Ear());
    assertThat(Sweeps.hashes(out)).isEqualTo(Sweeps.hashes(folder.resolve("whole")));
  }

  @Test
  void a_dry_run_writes_nothing() throws IOException {
    Path out = folder.resolve("out");
    SweepRun.Options options = new SweepRun.Options(2, 0, 239, SweepRun.Pilot.ONLY, "test");
    new SweepRun(sweep(60), new SweepFolder(out), options, new CancellationToken(), new Ear())
        .run();
    assertThat(out).doesNotExist();
  }

  @Test
  void folders_of_something_else_are_refused_and_left_alone() throws IOException {
    Path out = folder.resolve("out");
    run(sweep(20), out, 1, new Ear());
    Map<String, String> before = Sweeps.hashes(out);
    assertThatThrownBy(() -> run(sweep(20, "\"seed\": 1", "\"seed\": 2"), out, 1, new Ear()))
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("results of another sweep");
    assertThatThrownBy(() -> run(sweep(19), out, 1, new Ear()))
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("the same sweep with 80 points, more than these 76");
    SweepRun.Options other = new SweepRun.Options(1, 0, 79, SweepRun.Pilot.FIRST, "another");
    assertThatThrownBy(
            () ->
                new SweepRun(
                        sweep(20), new SweepFolder(out), other, new CancellationToken(), new Ear())
                    .run())
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("begun by version test, this is another");
    Files.writeString(folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> run(sweep(20), folder, 1, new Ear()))
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("holds other files");
    try (Closeable lock = new SweepFolder(out).lock()) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> run(sweep(20), out, 1, new Ear()))
          .isInstanceOf(SweepRefusedException.class)
          .hasMessageContaining("another run writes here");
    }
    assertThat(Sweeps.hashes(out)).isEqualTo(before);
    assertThatThrownBy(() -> new SweepFolder(folder).record())
        .isInstanceOf(SweepRefusedException.class)
        .hasMessageContaining("is no result folder");
  }

  @Test
  void a_disk_that_fails_ends_the_run_and_keeps_what_is_whole() throws IOException {
    Path out = folder.resolve("out");
    Sweep sweep = sweep(60);
    run(sweep, out, 1, 0, 99, new Ear());
    Map<String, String> before = Sweeps.hashes(out);
    Files.createDirectories(out.resolve("points/part-00003.parquet/x"));
    assertThatThrownBy(() -> run(sweep, out, 1, 150, 199, new Ear()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("part-00003.parquet: cannot be written");
    assertThat(out.resolve("partial")).isEmptyDirectory();
    assertThat(Sweeps.hashes(out)).containsAllEntriesOf(before);
  }

  @Test
  void a_run_that_ended_before_its_record_was_kept_goes_on() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("partial"));
    Files.writeString(out.resolve(".lock"), "");
    Files.writeString(out.resolve("partial/sweep.json"), "{\"version");
    assertThat(run(sweep(20), out, 1, new Ear()).left()).isZero();
    assertThat(out.resolve("partial")).isEmptyDirectory();
  }

  @Test
  void summaries_merged_in_any_order_are_the_same_bytes() throws IOException {
    Path out = folder.resolve("out");
    Sweep sweep = sweep(60);
    run(sweep, out, 1, new Ear());
    ByteArrayOutputStream merged = new ByteArrayOutputStream();
    new SweepFolder(out).counts().write(merged);
    List<Counts> parts = new ArrayList<>();
    for (int part = 0; part < 5; part++) {
      Path piece = folder.resolve("piece" + part);
      run(sweep, piece, 1, part * 50L, part * 50L, new Ear());
      parts.add(new SweepFolder(piece).counts());
    }
    Collections.reverse(parts);
    Counts all = new Counts();
    parts.forEach(all::merge);
    ByteArrayOutputStream reversed = new ByteArrayOutputStream();
    all.write(reversed);
    assertThat(reversed.toByteArray()).isEqualTo(merged.toByteArray());
  }

  @Test
  void duckdb_reads_the_sums_that_the_summary_counts() throws IOException, SQLException {
    Path out = folder.resolve("out");
    Sweep sweep = sweep(60);
    run(sweep, out, 2, new Ear());
    Counts counts = new SweepFolder(out).counts();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String from = " from '" + out.resolve("points") + "/*.parquet'";
      String sums =
          "select count(*), count(objective), sum(objective::hugeint),"
              + " sum(objective::hugeint * objective), sum(\"n_A\"), sum(point),"
              + " sum(otherwise_x), sum(loss_x), count(*) filter (where status = 'INFEASIBLE'),"
              + " count(*) filter (where cap = 'of ten' and fit = 'overlap'),"
              + " count(*) filter (where (get_bit(asked::bit, 0)) = 1)";
      try (ResultSet row = statement.executeQuery(sums + from)) {
        assertThat(row.next()).isTrue();
        long[] objective = counts.get("all/objective");
        assertThat(row.getLong(1)).isEqualTo(240);
        assertThat(row.getLong(2)).isEqualTo(objective[0]);
        assertThat(row.getString(3))
            .isEqualTo(io.bosett.sweep.summary.Moments.sum(objective).toString());
        assertThat(row.getString(4))
            .isEqualTo(io.bosett.sweep.summary.Moments.squares(objective).toString());
        long[] persons = counts.get("persons/A");
        long sum = 0;
        for (int i = 0; i < persons.length; i++) {
          sum += persons[i] * i;
        }
        assertThat(row.getLong(5)).isEqualTo(sum).isPositive();
        assertThat(row.getLong(6)).isEqualTo(239 * 240 / 2);
        assertThat(row.getString(7))
            .isEqualTo(
                io.bosett.sweep.summary.Moments.sum(counts.get("all/otherwise_x")).toString());
        assertThat(row.getString(8))
            .isEqualTo(io.bosett.sweep.summary.Moments.sum(counts.get("all/loss_x")).toString());
        assertThat(row.getLong(9)).isEqualTo(counts.get("all/status")[Status.INFEASIBLE.ordinal()]);
        assertThat(row.getLong(10)).isEqualTo(60);
        assertThat(row.getLong(11)).isEqualTo(counts.get("all/asked")[0]);
      }
    }
  }

  @Test
  void a_check_confirms_what_was_written_and_finds_a_value_that_was_changed() throws IOException {
    Path out = folder.resolve("out");
    Sweep sweep = sweep(60);
    SweepFolder results = new SweepFolder(out);
    run(sweep, out, 1, 50, 239, new Ear());
    SweepCheck.Findings sound = SweepCheck.check(sweep, results, 1000);
    assertThat(sound.differences()).isEmpty();
    assertThat(sound.checked()).isEqualTo(190);
    Path part = out.resolve("points/part-00002.parquet");
    List<ColumnData> changed =
        ParquetReader.read(part).stream().map(SweepRunTest::changed).collect(Collectors.toList());
    try (OutputStream stream = Files.newOutputStream(part)) {
      ParquetWriter.write(changed, stream);
    }
    assertThat(SweepCheck.check(sweep, results, 1000).differences())
        .containsExactly("point 107: status is FORGED, solved again OPTIMAL");
    assertThat(SweepCheck.check(sweep, results, 10).checked()).isEqualTo(10);
  }

  private static ColumnData changed(ColumnData column) {
    ColumnData copy = new ColumnData(column.name(), column.type(), column.isOptional());
    for (int row = 0; row < column.size(); row++) {
      boolean forged = column.name().equals("status") && row == 7;
      copy.add(forged ? "FORGED" : column.values().get(row));
    }
    assertThat(column.type()).isIn((Object[]) ColumnType.values());
    return copy;
  }
}
