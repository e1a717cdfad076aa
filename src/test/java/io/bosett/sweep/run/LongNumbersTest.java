package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ParquetReader;
import io.bosett.sweep.parquet.ParquetWriter;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.run.SweepRunTest.Ear;
import io.bosett.sweep.summary.Counts;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of more than 2,000 municipalities, in a table of their own. */
final class LongNumbersTest {
  private static final int WIDE = 2_001;
  private static final int PART = 10;

  @TempDir private Path folder;

  /** Every other point has more persons than fit. */
  private Sweep sweep(int municipalities, int draws) throws IOException {
    String list =
        IntStream.range(0, municipalities)
            .mapToObj(
                i ->
                    "{\"id\": \"%04d\", \"indicators\": {\"population\": {\"2017\": %d}}}"
                        .formatted(i, 500 + i * 37 % 9_000))
            .collect(Collectors.joining(", "));
    String scenario =
        "{\"name\": \"Wide\", \"year\": 2018, \"demand\": {\"persons\": 6000, \"minors\": 300},"
            + " \"places\": {\"minimum\": 3, \"maximum\": 9}, \"selection\": {\"share\": 0.5},"
            + " \"criteria\": [{\"id\": \"population\", \"weight\": 1,"
            + " \"base\": {\"indicator\": \"population\", \"year\": 2017}}],"
            + " \"municipalities\": ["
            + list
            + "]}";
    String text =
        "{\"scenario\": \"s\", \"keep\": [\"totals\", \"selected\", \"numbers\"],"
            + " \"grid\": [{\"name\": \"demand\", \"at\": \"/demand/persons\", \"values\": [6000, 900000]}],"
            + " \"draws\": {\"count\": "
            + draws
            + ", \"seed\": 1, \"axes\": [{\"name\": \"minimum\", \"at\": \"/places/minimum\", \"between\": [2, 6]}]}}";
    Path file = Files.writeString(folder.resolve("scenario.json"), scenario);
    SweepPlan plan = Sweeps.plan(file, text);
    byte[] document = text.getBytes(StandardCharsets.UTF_8);
    return new Sweep(
        plan,
        SweepFormat.read(document),
        ParsedScenario.read(Files.readAllBytes(file)),
        new TreeMap<>(),
        PART);
  }

  private Sweep sweep() throws IOException {
    return sweep(WIDE, 17);
  }

  @Test
  void one_thread_and_two_and_a_resumed_run_write_the_same_bytes() throws IOException {
    Sweep sweep = sweep();
    Path one = folder.resolve("one");
    SweepRunTest.run(sweep, one, 1, new Ear());
    Map<String, String> expected = Sweeps.hashes(one);
    assertThat(expected).containsKeys("numbers/part-00000.parquet", "numbers/part-00003.parquet");
    try (var points = Files.list(one.resolve("points"))) {
      assertThat(points).hasSize(4).allMatch(Files::isRegularFile);
    }
    Path two = folder.resolve("two");
    SweepRunTest.run(sweep, two, 2, new Ear());
    assertThat(Sweeps.hashes(two)).isEqualTo(expected);
    Files.delete(two.resolve("points/part-00001.parquet"));
    Files.delete(two.resolve("numbers/part-00002.parquet"));
    Path cut = two.resolve("numbers/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Ear ear = new Ear();
    SweepRunTest.run(sweep, two, 2, ear);
    assertThat(ear.there).isEqualTo(4);
    assertThat(ear.damaged).hasSize(2);
    assertThat(Sweeps.hashes(two)).isEqualTo(expected);
  }

  @Test
  void parts_made_elsewhere_are_the_same_bytes() throws IOException {
    Sweep sweep = sweep(WIDE, 7);
    Path here = folder.resolve("here");
    SweepRunTest.run(sweep, here, 1, new Ear());
    Path elsewhere = folder.resolve("elsewhere");
    DistributedRun.Options options = new DistributedRun.Options(0, 13, 1, 2, "test");
    DistributedRun.Workers workers = new DistributedRunTest.Elsewhere(elsewhere, -1);
    new DistributedRun(sweep, new SweepFolder(elsewhere), options, workers)
        .run((made, done, parts) -> assertThat(made).allMatch(PartReport::isMade));
    assertThat(Sweeps.hashes(elsewhere)).isEqualTo(Sweeps.hashes(here));
  }

  @Test
  void more_draws_go_on_to_the_same_bytes() throws IOException {
    Path grown = folder.resolve("grown");
    SweepRunTest.run(sweep(WIDE, 7), grown, 1, new Ear());
    SweepRunTest.run(sweep(), grown, 1, new Ear());
    Path whole = folder.resolve("whole");
    SweepRunTest.run(sweep(), whole, 1, new Ear());
    assertThat(Sweeps.hashes(grown)).isEqualTo(Sweeps.hashes(whole));
  }

  @Test
  void two_thousand_municipalities_have_a_column_each() throws IOException {
    Path out = folder.resolve("out");
    SweepRunTest.run(sweep(WIDE - 1, 1), out, 1, new Ear());
    assertThat(out.resolve("numbers")).doesNotExist();
    assertThat(ParquetReader.read(out.resolve("points/part-00000.parquet")))
        .hasSizeGreaterThan(2_000);
  }

  @Test
  void duckdb_reads_the_sums_of_points_and_summary() throws IOException, SQLException {
    Path out = folder.resolve("out");
    SweepRunTest.run(sweep(), out, 2, new Ear());
    Counts counts = new SweepFolder(out).counts();
    String sums =
        "select count(*), count(distinct point), sum(persons), sum(minors),"
            + " min(persons), sum(persons) filter (where municipality = '0243') from '"
            + out.resolve("numbers")
            + "/*.parquet'";
    String totals =
        "select sum(selected), count(persons), sum(persons), sum(minors), count(*) from '"
            + out.resolve("points")
            + "/*.parquet'";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        Statement other = connection.createStatement();
        ResultSet row = statement.executeQuery(sums);
        ResultSet total = other.executeQuery(totals)) {
      assertThat(row.next()).isTrue();
      assertThat(total.next()).isTrue();
      assertThat(row.getLong(2)).isPositive().isLessThan(total.getLong(5));
      for (int column = 1; column <= 4; column++) {
        assertThat(row.getLong(column)).as("column " + column).isEqualTo(total.getLong(column));
      }
      assertThat(row.getLong(5)).isPositive();
      long[] persons = counts.get("persons/0243");
      long sum = IntStream.range(0, persons.length).mapToLong(i -> persons[i] * i).sum();
      assertThat(row.getLong(6)).isEqualTo(sum).isPositive();
    }
  }

  @Test
  void a_check_finds_a_number_that_was_changed() throws IOException {
    Path out = folder.resolve("out");
    Sweep sweep = sweep(WIDE, 5);
    SweepRunTest.run(sweep, out, 1, new Ear());
    assertThat(SweepCheck.check(sweep, new SweepFolder(out), 10).differences()).isEmpty();
    Path file = out.resolve("numbers/part-00000.parquet");
    List<ColumnData> changed = new ArrayList<>();
    for (ColumnData column : ParquetReader.read(file)) {
      ColumnData copy = new ColumnData(column.name(), column.type(), false);
      for (int row = 0; row < column.size(); row++) {
        boolean forged = column.name().equals("persons") && row == 0;
        copy.add(forged ? Long.valueOf(99) : column.values().get(row));
      }
      changed.add(copy);
    }
    try (OutputStream stream = Files.newOutputStream(file)) {
      ParquetWriter.write(changed, stream);
    }
    assertThat(SweepCheck.check(sweep, new SweepFolder(out), 10).differences())
        .singleElement()
        .asString()
        .startsWith("point 0: ")
        .contains(" is 99/");
  }
}
