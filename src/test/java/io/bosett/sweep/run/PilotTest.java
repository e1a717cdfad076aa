package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.CancellationToken;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.points.PointOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run decides before its parts: their size, and the pilot. */
final class PilotTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, 1000",
    "100000000, 1000",
    "100000001, 10000",
    "1000000000, 10000",
    "1000000001, 100000",
    "10000000000, 100000"
  })
  void parts_are_as_small_as_a_hundred_thousand_of_them_allow(long points, long size) {
    assertThat(Sweep.usualSize(points)).isEqualTo(size);
  }

  /** The pilots of a run of the first points of a sweep of 1,040 in parts of 50. */
  private List<RunListener.Pilot> pilots(long points, SweepRun.Pilot pilot) throws IOException {
    List<RunListener.Pilot> heard = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void damaged(String file) {}

          @Override
          public void pilot(Pilot told) {
            heard.add(told);
          }

          @Override
          public void begins(RunTally tally, long left, long there) {
            assertThat(tally.points()).isZero();
          }
        };
    Sweep sweep = SweepRunTest.sweep(260);
    SweepRun.Options options = new SweepRun.Options(2, 0, points - 1, pilot, "test");
    Path out = folder.resolve(pilot + "-" + points);
    SweepRun.Outcome outcome =
        new SweepRun(sweep, new SweepFolder(out), options, new CancellationToken(), listener).run();
    assertThat(outcome.left()).isZero();
    assertThat(outcome.tally().points())
        .isEqualTo(pilot == SweepRun.Pilot.ONLY ? Math.min(1_000, points) : points);
    return heard;
  }

  @Test
  void a_run_of_more_than_a_thousand_points_solves_a_thousand_first_and_tells_what_is_ahead()
      throws IOException {
    assertThat(pilots(1_000, SweepRun.Pilot.FIRST)).isEmpty();
    assertThat(pilots(1_040, SweepRun.Pilot.NONE)).isEmpty();
    RunListener.Pilot one = pilots(1_040, SweepRun.Pilot.FIRST).get(0);
    assertThat(one.tally().points()).isEqualTo(1_000);
    assertThat(one.left()).isEqualTo(1_040);
    assertThat(one.tally().of(Status.INFEASIBLE)).isBetween(1L, 999L);
    assertThat(one.seconds()).isPositive();
    assertThat(Sweeps.hashes(folder.resolve("FIRST-1040")))
        .isEqualTo(Sweeps.hashes(folder.resolve("NONE-1040")));
  }

  @Test
  void the_bytes_that_a_pilot_tells_are_those_of_its_rows() throws IOException {
    RunListener.Pilot all = pilots(50, SweepRun.Pilot.ONLY).get(0);
    assertThat(folder.resolve("ONLY-50")).doesNotExist();
    pilots(50, SweepRun.Pilot.NONE);
    Path part = folder.resolve("NONE-50/points/part-00000.parquet");
    assertThat(all.bytes()).isCloseTo(Files.size(part), Percentage.withPercentage(5));
    assertThat(all.tally().points()).isEqualTo(50);
  }
}
