package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run counts, and where it names points that the clock ended. */
final class RunTallyTest {
  @TempDir private Path out;

  private static PointOutcome late(PointOutcome outcome) {
    Result result = outcome.result();
    return new PointOutcome(
        outcome.point(),
        outcome.status(),
        result == null ? null : result.withStopped(Result.Stopped.TIME_LIMIT),
        outcome.persons(),
        outcome.minors(),
        List.of());
  }

  @Test
  void points_that_the_clock_ended_are_in_the_line_in_the_log_and_told_of() throws IOException {
    Sweep sweep = SweepRunTest.sweep(1);
    PointSolver solver = new PointSolver(sweep.plan(), List.of(), new CancellationToken());
    PointOutcome point = solver.solve(0);
    RunTally tally = new RunTally();
    tally.add(point);
    assertThat(tally.clockLine()).isNull();
    tally.add(late(point));
    assertThat(tally.clockLine())
        .isEqualTo(
            "1 point ran into the net of 10 minutes, and may come out otherwise on another machine");
    tally.add(late(point));
    assertThat(tally.clockLine()).startsWith("2 points ran into the net");
    assertThat(tally.line(4)).endsWith("0 out of effort, 2 out of time");
    SweepRecord record = SweepRecord.of(sweep, "test");
    SweepFolder folder = new SweepFolder(out);
    folder.prepare(record);
    RunLog.write(folder, record, 1, tally, 1);
    assertThat(Files.readString(out.resolve("run.json")).replaceAll("\\s", ""))
        .contains("\"effort\":0,\"clock\":2");
  }
}
