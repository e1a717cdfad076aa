package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.CancellationToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
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

  @Test
  void the_pilot_gives_way_after_each_point_too() throws IOException {
    AtomicLong inPilot = new AtomicLong();
    AtomicLong solved = new AtomicLong();
    RunListener listener =
        new RunListener() {
          @Override
          public void damaged(String file) {}

          @Override
          public void pilot(Pilot pilot) {
            inPilot.set(solved.get());
          }

          @Override
          public void begins(RunTally tally, long points, long there) {}

          @Override
          public void solved() {
            solved.incrementAndGet();
          }
        };
    SweepRun.Options options = new SweepRun.Options(2, 0, 239, true, "test");
    new SweepRun(
            SweepRunTest.sweep(60),
            new SweepFolder(folder),
            options,
            new CancellationToken(),
            listener)
        .run();
    assertThat(inPilot).hasValue(240);
  }
}
