package io.bosett.service.sweeps;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.sweep.SweepRequest;
import io.bosett.service.IoFailureText;
import io.bosett.service.jobs.Job;
import io.bosett.service.jobs.JobRunner;
import io.bosett.service.jobs.Outcomes;
import io.bosett.service.jobs.StopReason;
import io.bosett.store.JobState;
import io.bosett.store.Outcome;
import io.bosett.store.StoreUnavailableException;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.RunListener;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import io.bosett.sweep.run.SweepRefusedException;
import io.bosett.sweep.run.SweepRun;
import io.bosett.sweep.summary.Counts;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs sweeps, each in its own folder: what is there stays, whatever ends the run, and the next
 * attempt goes on from it. While the service solves, a thread of a sweep pauses after each point,
 * so that solves have the processors; a sweep gets on even then, slowly.
 */
final class SweepRunner implements JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);
  private static final String UNKEPT = "the results cannot be kept: ";
  private static final long PAUSE_MILLIS = 20;
  private static final String GOES_ON =
      "; the parts that are there stay, and the same sweep submitted again goes on from them";

  private final SweepRecords records;
  private final SweepFolders folders;
  private final SweepSettings settings;
  private final String version;
  private final Outcomes outcomes;
  private final BooleanSupplier solving;
  private final Map<String, SweepTimeEstimate> timeEstimates = new ConcurrentHashMap<>();

  /**
   * @param version of the program
   * @param solving whether the service solves just now
   */
  SweepRunner(
      SweepRecords records,
      SweepFolders folders,
      SweepSettings settings,
      String version,
      BooleanSupplier solving) {
    this.records = records;
    this.folders = folders;
    this.settings = settings;
    this.version = version;
    this.solving = solving;
    outcomes = new Outcomes(version);
  }

  @Override
  public @Nullable Outcome run(Job job) {
    try {
      Sweep sweep = records.sweep(job.id());
      return tried(job, sweep);
    } catch (StoreUnavailableException e) {
      pause(PAUSE_MILLIS);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (SparkFailedException | SweepRefusedException e) {
      return outcomes.failed(job, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return outcomes.failed(job, UNKEPT + IoFailureText.of(e) + GOES_ON);
    } finally {
      timeEstimates.remove(job.id());
    }
  }

  /** Its parts are kept at once, so nothing is worth waiting for. */
  @Override
  public boolean hasFound(Job job) {
    return false;
  }

  /** The progress rate of a run; null when it does not run here, or has not begun. */
  @Nullable SweepTimeEstimate timeEstimate(String id) {
    return timeEstimates.get(id);
  }

  /** Tries again when a file cannot be written, for a disk that is full may have room again. */
  private @Nullable Outcome tried(Job job, Sweep sweep)
      throws IOException, InterruptedException, SparkFailedException {
    SweepFolder folder = folders.of(job.id());
    @Nullable Duration pause = null;
    while (true) {
      long before = points(folder, sweep);
      try {
        return ended(job, sweep, folder);
      } catch (IOException e) {
        if (isLeft(job)) {
          return null;
        }
        pause = settings.retries().after(points(folder, sweep) > before ? null : pause);
        if (pause == null) {
          throw e;
        }
        String seconds = PlainDecimals.rounded(pause.toMillis() / 1e3, 3);
        String told = UNKEPT + IoFailureText.of(e) + "; tries again in " + seconds + " s";
        job.log().add(told);
        LOG.warn("sweep {}: {}", job.id(), told);
        for (long t = 0; t < pause.toMillis() && job.stopped() == null; t += PAUSE_MILLIS) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    }
  }

  /**
   * Whether a write failed only because the service closes or has lost the job, for an interrupted
   * write fails as one on a broken disk does. Then the next attempt goes on, and nothing has
   * failed.
   */
  private static boolean isLeft(Job job) {
    StopReason why = job.stopped();
    return Thread.currentThread().isInterrupted() || (why != null && why != StopReason.CANCELED);
  }

  /** Those of the parts that are in their places; 0 when nobody can say. */
  private static long points(SweepFolder folder, Sweep sweep) {
    try {
      return folder.points(sweep);
    } catch (IOException e) {
      return 0;
    }
  }

  private @Nullable Outcome ended(Job job, Sweep sweep, SweepFolder folder)
      throws IOException, InterruptedException, SparkFailedException {
    if (folders.takeEarlier(job.id(), sweep, SweepRecord.of(sweep, version))) {
      job.log().add("the parts of an earlier run of the same sweep are taken over");
    }
    SparkSettings spark = settings.spark();
    boolean onSpark = SweepService.place(job.kept()) == SweepRequest.Place.SPARK;
    if (onSpark && spark == null) {
      job.log().add("this process has no --spark-master, and goes on by itself");
    }
    long left =
        onSpark && spark != null
            ? onSpark(job, sweep, new SparkRun(spark, job, sweep, folder))
            : inProcess(job, sweep, folder);
    StopReason why = job.stopped();
    boolean complete = left == 0;
    if (!complete && why != StopReason.CANCELED) {
      return null;
    }
    job.log().add(complete ? "ended" : "canceled; " + left + " points are left");
    return new Outcome(
        complete ? JobState.SUCCEEDED : JobState.CANCELED,
        null,
        null,
        summary(folder),
        null,
        job.log().text(),
        job.progress(),
        version);
  }

  /** The points that are left. */
  private long inProcess(Job job, Sweep sweep, SweepFolder folder) throws IOException {
    long points = sweep.plan().points();
    job.log().add("sweep of " + points + " points, " + settings.threads() + " threads");
    SweepRun.Options options =
        new SweepRun.Options(settings.threads(), 0, points - 1, SweepRun.Pilot.NONE, version);
    return new SweepRun(sweep, folder, options, job.cancel(), new Progress(job)).run().left();
  }

  /** The points that are left. */
  private long onSpark(Job job, Sweep sweep, SparkRun run)
      throws IOException, InterruptedException, SparkFailedException {
    long points = sweep.plan().points();
    job.log().add("sweep of " + points + " points on Spark");
    long there = run.begin(SweepRecord.of(sweep, version));
    timeEstimates.put(job.id(), new SweepTimeEstimate(there, job.elapsed().toMillis()));
    job.count(there, points);
    return run.run(folders.uri(job.id()));
  }

  /** Points by status, as a JSON object. */
  private static String summary(SweepFolder folder) throws IOException {
    Counts counts = folder.counts();
    long[] status = Arrays.copyOf(counts.get("all/status"), Status.values().length);
    return JsonWriter.text(
        out ->
            out.object(
                () -> {
                  for (Status one : Status.values()) {
                    out.whole(one.name(), status[one.ordinal()]);
                  }
                }));
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts the points of a job, and gives way to solves. */
  private final class Progress implements RunListener {
    private final Job job;
    private volatile long before;
    private volatile long planned;
    private volatile @Nullable RunTally tally;

    Progress(Job job) {
      this.job = job;
    }

    @Override
    public void damaged(String file) {
      job.log().add("a part was cut short, and is made again");
    }

    @Override
    public void begins(RunTally running, long points, long already) {
      before = already;
      planned = already + points;
      tally = running;
      timeEstimates.put(job.id(), new SweepTimeEstimate(already, job.elapsed().toMillis()));
      job.count(before, planned);
    }

    @Override
    public void solved() {
      RunTally running = tally;
      if (running != null) {
        job.count(before + running.points(), planned);
      }
      if (solving.getAsBoolean() && job.stopped() == null) {
        pause(PAUSE_MILLIS);
      }
    }
  }
}
