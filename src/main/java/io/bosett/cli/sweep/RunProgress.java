package io.bosett.cli.sweep;

import io.bosett.cli.table.NumberText;
import io.bosett.common.DaemonThreads;
import io.bosett.model.CountPhrases;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.RunListener;
import io.bosett.sweep.run.RunTally;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says how a run goes, every five seconds: the rate is that of the whole run so far, so that the
 * time left rests on slow points as well as on quick ones.
 */
final class RunProgress implements RunListener, AutoCloseable {
  private static final int PERIOD_SECONDS = 5;
  private static final double HUNDRED = 100;
  private static final double KILOBYTE = 1_000;
  private static final int LONG_SECONDS = 120;
  private static final int LONG_MINUTES = 120;

  private final PrintStream err;
  private final int threads;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("progress"));

  RunProgress(PrintStream err, int threads) {
    this.err = err;
    this.threads = threads;
  }

  @Override
  public void damaged(String file) {
    err.println("bosett: " + file + " is cut short, and made again");
  }

  @Override
  public void pilot(Pilot pilot) {
    RunTally tally = pilot.tally();
    double rate = tally.points() / pilot.seconds();
    long infeasible = tally.of(Status.INFEASIBLE);
    double bytes = (double) pilot.bytes() / tally.points();
    err.println(
        "pilot: "
            + CountPhrases.of(tally.points(), "point", "points")
            + " in "
            + duration(pilot.seconds())
            + " with "
            + CountPhrases.of(threads, "thread", "threads")
            + ", "
            + CountPhrases.count(Math.round(rate))
            + " a second; "
            + NumberText.decimal(infeasible * HUNDRED / tally.points(), 1)
            + " % infeasible, "
            + CountPhrases.count(tally.points() - tally.certified())
            + " without proof");
    err.println(
        "pilot: "
            + CountPhrases.of(pilot.left(), "point", "points")
            + " ahead: about "
            + duration(pilot.left() / rate)
            + " and "
            + NumberText.decimal(bytes * pilot.left() / KILOBYTE / KILOBYTE, 1)
            + " MB");
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the lines
  public void begins(RunTally tally, long points, long there) {
    if (there > 0) {
      err.println(CountPhrases.of(there, "point is", "points are") + " there already");
    }
    long start = System.nanoTime();
    clock.scheduleAtFixedRate(
        () -> say(tally, points, (System.nanoTime() - start) / 1e9),
        PERIOD_SECONDS,
        PERIOD_SECONDS,
        TimeUnit.SECONDS);
  }

  private void say(RunTally tally, long points, double seconds) {
    long done = tally.points();
    double rate = done / seconds;
    err.println(
        CountPhrases.count(done)
            + " of "
            + CountPhrases.count(points)
            + " points in "
            + duration(seconds)
            + ", "
            + CountPhrases.count(Math.round(rate))
            + " a second"
            + (done == 0 || done == points
                ? ""
                : ", about " + duration((points - done) / rate) + " left"));
  }

  private static String duration(double seconds) {
    if (seconds < LONG_SECONDS) {
      return NumberText.decimal(seconds, seconds < 10 ? 1 : 0) + " s";
    }
    double minutes = seconds / TimeUnit.MINUTES.toSeconds(1);
    return minutes < LONG_MINUTES
        ? NumberText.decimal(minutes, 0) + " min"
        : NumberText.decimal(minutes / TimeUnit.HOURS.toMinutes(1), 1) + " h";
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
