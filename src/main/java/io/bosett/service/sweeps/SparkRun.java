package io.bosett.service.sweeps;

import io.bosett.service.jobs.Job;
import io.bosett.service.jobs.StopReason;
import io.bosett.sweep.run.ResultsInUseException;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run of a sweep on Spark. The parts that appear in its folder are its progress; what ends early
 * goes on from them. A driver that was killed is started again as long as it got on.
 */
final class SparkRun {
  private static final Logger LOG = LoggerFactory.getLogger(SparkRun.class);
  private static final long LOOK_MILLIS = 250;

  /** The driver of a service that was killed ends by itself within this time. */
  private static final int LOOKS_FOR_FOLDER = 120;

  /** Spark tells its master and its executors. */
  private static final long PATIENCE_MILLIS = 10_000;

  /** A service that shuts down has less time. */
  private static final long CLOSING_MILLIS = 1_500;

  private static final int MOST_LINES = 500;

  /** Some points have the status DEFECT; all points are there. */
  private static final int DEFECT = 70;

  private final SparkSettings spark;
  private final Job job;
  private final Sweep sweep;
  private final SweepFolder folder;
  private final AtomicInteger lines = new AtomicInteger();

  SparkRun(SparkSettings spark, Job job, Sweep sweep, SweepFolder folder) {
    this.spark = spark;
    this.job = job;
    this.sweep = sweep;
    this.folder = folder;
  }

  /**
   * Makes the folder ready, which waits for a driver that an earlier process left behind, and says
   * how many points are there.
   *
   * @throws io.bosett.sweep.run.SweepRefusedException when the folder is that of something else
   */
  long begin(SweepRecord record) throws IOException, InterruptedException {
    for (int look = 1; ; look++) {
      try {
        folder.begin(record);
        return folder.points(sweep);
      } catch (ResultsInUseException e) {
        if (look == LOOKS_FOR_FOLDER || job.stopped() != null) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
  }

  /**
   * Runs the sweep, or what is left of it, until all is there or the job is stopped.
   *
   * @param out the folder, for the driver and the executors
   * @return points that are left
   * @throws SparkFailedException when it ended otherwise
   */
  long run(URI out) throws IOException, InterruptedException, SparkFailedException {
    long left = left();
    while (true) {
      SparkOutput output = new SparkOutput();
      SparkChild child =
          SparkChild.start(spark, "bosett sweep " + job.id(), out, line -> said(output, line));
      watch(child);
      long before = left;
      left = left();
      if (job.stopped() != null || (left == 0 && isThrough(child.code()))) {
        return left;
      }
      if (!child.isKilled() || left == before) {
        throw new SparkFailedException(
            "the job on Spark ended with " + child.code() + ": " + output.reason());
      }
      job.log().add("the driver was killed; it goes on with " + left + " points");
    }
  }

  private static boolean isThrough(int code) {
    return code == 0 || code == DEFECT;
  }

  private long left() throws IOException {
    return sweep.plan().points() - folder.points(sweep);
  }

  private void watch(SparkChild child) throws IOException, InterruptedException {
    try {
      while (!child.hasEnded(LOOK_MILLIS) && job.stopped() == null) {
        job.count(folder.points(sweep), sweep.plan().points());
      }
    } finally {
      child.end(job.stopped() == StopReason.CLOSING ? CLOSING_MILLIS : PATIENCE_MILLIS);
    }
    job.count(folder.points(sweep), sweep.plan().points());
  }

  private void said(SparkOutput output, String line) {
    LOG.debug("sweep {} on Spark: {}", job.id(), line);
    if (output.add(line) && lines.getAndIncrement() < MOST_LINES) {
      job.log().add(line);
    }
  }
}
