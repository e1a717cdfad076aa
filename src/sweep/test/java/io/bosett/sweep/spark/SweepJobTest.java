package io.bosett.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.SweepLoader;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.run.RunListener;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on a real Spark, as processes, over the real figures: however the points come about, the
 * files are those of a run in this process. 20,000 points with {@code -Dbosett.cases=1.0}.
 */
final class SweepJobTest {
  private static final double CASES = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  /** Whole parts of 1,000 points, enough to kill something half way. */
  private static final int POINTS = (int) Math.max(6_000, 20_000 * CASES);

  private static final long PART = 1_000;

  @TempDir private static Path shared;
  private static Path document;
  private static Map<String, String> expected;

  @TempDir private Path folder;

  @BeforeAll
  static void runs_in_this_process() throws IOException {
    Path letter = Path.of("models", "norway-2018", "letter.json").toAbsolutePath();
    String weights = Files.readString(Path.of("models", "sweeps", "weights.json"));
    document =
        Files.writeString(
            shared.resolve("sweep.json"),
            weights
                .replaceAll("\"count\": \\d+", "\"count\": " + POINTS)
                .replaceAll("\"scenario\": \"[^\"]*\"", "\"scenario\": \"" + letter + "\""));
    Sweep sweep = SweepLoader.ofFile(document, null);
    assertThat(sweep.plan().points()).isEqualTo(POINTS);
    Path out = shared.resolve("here");
    SweepRun.Options options =
        new SweepRun.Options(2, 0, POINTS - 1, SweepRun.Pilot.FIRST, SparkHome.version());
    new SweepRun(sweep, new SweepFolder(out), options, new CancellationToken(), new Silence())
        .run();
    expected = Sweeps.hashes(out);
    assertThat(expected).containsKeys("points/part-00005.parquet", "summary/counts.json.gz");
  }

  private static final class Silence implements RunListener {
    @Override
    public void damaged(String file) {}

    @Override
    public void begins(RunTally tally, long points, long there) {}
  }

  private static List<String> arguments(Path out) {
    return List.of(document.toString(), "--out", out.toUri().toString());
  }

  private static long parts(Path out) throws IOException {
    Path points = out.resolve("points");
    if (!Files.isDirectory(points)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(points)) {
      return files.count();
    }
  }

  /** Waits until half of the parts are there, or the driver has ended, and says how many. */
  private static long half(Path out, Process driver) {
    return Awaitility.await("half of the parts are there")
        .atMost(Duration.ofSeconds(CASES < 1 ? 120 : 600))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> parts(out), there -> there >= POINTS / PART / 2 || !driver.isAlive());
  }

  @Test
  void two_threads_of_the_driver_write_the_same_bytes_and_do_nothing_the_second_time()
      throws IOException {
    Path out = folder.resolve("out");
    try (SparkHome spark = new SparkHome(folder)) {
      Process first = spark.submit("first", "local[2]", arguments(out));
      assertThat(spark.ended("first", first, 0))
          .contains(String.format("%,d points solved of %<,d", POINTS));
      assertThat(Sweeps.hashes(out)).isEqualTo(expected);
      Process second = spark.submit("second", "local[2]", arguments(out));
      assertThat(spark.ended("second", second, 0)).contains("\n0 points solved of");
      assertThat(Sweeps.hashes(out)).isEqualTo(expected);
    }
  }

  @Test
  void a_cluster_writes_the_same_bytes_though_a_worker_is_killed_half_way() throws IOException {
    Path out = folder.resolve("out");
    try (SparkHome spark = new SparkHome(folder)) {
      String master = spark.master();
      Process lost = spark.worker("lost", master);
      spark.worker("stays", master);
      Process driver = spark.submit("driver", master, arguments(out));
      assertThat(half(out, driver))
          .as("parts at the kill")
          .isBetween(POINTS / PART / 2, POINTS / PART - 1);
      SparkHome.kill(lost);
      assertThat(spark.ended("driver", driver, 0)).contains("Lost executor");
      assertThat(Sweeps.hashes(out)).isEqualTo(expected);
    }
  }

  @Test
  void after_a_kill_of_the_driver_the_same_command_ends_in_the_same_bytes() throws IOException {
    Path out = folder.resolve("out");
    try (SparkHome spark = new SparkHome(folder)) {
      String master = spark.master();
      spark.worker("one", master);
      spark.worker("two", master);
      Process killed = spark.submit("killed", master, arguments(out));
      assertThat(half(out, killed))
          .as("parts at the kill")
          .isBetween(POINTS / PART / 2, POINTS / PART - 1);
      SparkHome.kill(killed);
      Process again = spark.submit("again", master, arguments(out));
      assertThat(spark.ended("again", again, 0))
          .doesNotContain(String.format("%,d points solved of %<,d", POINTS))
          .contains(" points solved of ");
      assertThat(Sweeps.hashes(out)).isEqualTo(expected);
    }
  }

  @Test
  void duckdb_and_spark_read_the_same_sums() throws IOException, SQLException {
    String points = shared.resolve("here").resolve("points").toString();
    String columns =
        "select count(*), count(objective), sum(objective), sum(selected), sum(persons),"
            + " sum(minors), sum(point), min(status), max(proof), min(md5(asked)),"
            + " max(md5(asked)), count(distinct md5(asked)), sum(demand), min(employment),"
            + " max(strength), max(fit_total) from ";
    List<String> duck = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(columns + "'" + points + "/*.parquet'")) {
      assertThat(row.next()).isTrue();
      for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
        duck.add(row.getString(c));
      }
    }
    assertThat(duck).first().isEqualTo(Integer.toString(POINTS));
    try (SparkHome spark = new SparkHome(folder)) {
      Process reader = spark.reader("reader", columns + "parquet.`" + points + "`");
      String log = spark.ended("reader", reader, 0);
      assertThat(log.lines().filter(line -> line.startsWith(SparkReader.MARK)).toList())
          .containsExactly(SparkReader.MARK + String.join("|", duck));
    }
  }

  @Test
  void bad_input_is_told_in_lines_and_ends_with_2() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.json"),
            Files.readString(document).replace("/places/minimum", "/places/nothing"));
    try (SparkHome spark = new SparkHome(folder)) {
      List<String> arguments = List.of(wrong.toString(), "--out", folder.toUri() + "out");
      Process job = spark.submit("job", "local[1]", arguments);
      assertThat(spark.ended("job", job, 2)).contains("bosett: " + wrong, "/places/nothing");
      assertThat(folder.resolve("out")).doesNotExist();
      Files.createDirectories(folder.resolve("mine").resolve("letter"));
      List<String> taken = List.of(document.toString(), "--out", folder.toUri() + "mine");
      Process refused = spark.submit("refused", "local[1]", taken);
      assertThat(spark.ended("refused", refused, 2)).contains("holds other files");
    }
  }
}
