package io.bosett.sweep.spark;

import io.bosett.common.DaemonThreads;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Sha256;
import io.bosett.service.IoFailureText;
import io.bosett.service.SweepLoader;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.DistributedProgress;
import io.bosett.sweep.run.DistributedRun;
import io.bosett.sweep.run.PartReport;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepRefusedException;
import io.bosett.sweep.run.SweepRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a job of Spark: {@code spark-submit --class io.bosett.sweep.spark.SweepJob
 * bosett-sweep.jar FILE --out URI}. The files are those of {@code bosett sweep run}, and the same
 * command goes on where one was ended.
 */
public final class SweepJob {
  private static final int BAD_INPUT = 2;
  private static final int LIMIT = 4;
  private static final int DEFECT = 70;

  /** As by SIGTERM. */
  private static final int ENDED = 143;

  private static final int MOST_SECONDS_OF_END = 10;

  /** What a task says that could not read or write, in the message of Spark. */
  private static final Pattern FAILED_TASK = Pattern.compile("IOException: (.*)");

  /** Batches are so long that the cores wait at their ends for less than a hundredth. */
  private static final int PARTS_PER_CORE = 50;

  private static final int LEAST_BATCH = 1_000;

  /** Between two lines on progress. */
  private static final int PERIOD_SECONDS = 5;

  private final JavaSparkContext context;
  private final JobArguments arguments;
  private final PrintStream err = System.err;

  private SweepJob(JavaSparkContext context, JobArguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** Runs a job; exits with the codes of {@code bosett sweep run} unless all is well. */
  public static void main(String... args) {
    int code;
    try {
      JobArguments arguments = JobArguments.of(args);
      if (arguments.endWithInput()) {
        DaemonThreads.of("input", SweepJob::endWithInput).start();
      }
      SparkConf conf = new SparkConf();
      conf.setIfMissing("spark.app.name", "bosett-sweep");
      try (JavaSparkContext context = new JavaSparkContext(conf)) {
        code = new SweepJob(context, arguments).run();
      }
    } catch (JobRefusedException e) {
      e.lines().forEach(line -> System.err.println("bosett: " + line));
      code = BAD_INPUT;
    } catch (IOException e) {
      System.err.println("bosett: " + IoFailureText.of(e));
      System.err.println("bosett: the parts that are there stay; the same command goes on");
      code = BAD_INPUT;
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Ends this process with its standard input, that is, when whoever has started it is gone. */
  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // what comes says nothing
      }
    } catch (IOException e) {
      // ended too
    }
    DaemonThreads.of("late", SweepJob::haltLate).start();
    System.exit(ENDED);
  }

  /** Spark stops its context when the process exits, which takes long where a network is gone. */
  private static void haltLate() {
    try {
      TimeUnit.SECONDS.sleep(MOST_SECONDS_OF_END);
    } catch (InterruptedException e) {
      // the sooner
    }
    Runtime.getRuntime().halt(ENDED);
  }

  private int run() throws IOException {
    ResultPlace place = ResultPlace.of(arguments.out(), context.hadoopConfiguration());
    Sweep sweep = sweep(place);
    long last = sweep.plan().points() - 1;
    if (arguments.last() < Long.MAX_VALUE && arguments.last() > last) {
      throw new JobRefusedException(List.of("--points ends beyond the last point, " + last));
    }
    int cores = context.defaultParallelism();
    DistributedRun.Options options =
        new DistributedRun.Options(
            arguments.first(),
            Math.min(arguments.last(), last),
            cores,
            Math.max(LEAST_BATCH, cores * PARTS_PER_CORE),
            version());
    DistributedRun run = new DistributedRun(sweep, place.folder(), options, workers(place));
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("progress"));
    try {
      sayProgress(clock, run.progress());
      return ended(sweep, run.run(this::progress));
    } catch (SweepRefusedException e) {
      throw new JobRefusedException(List.of(e.getMessage()));
    } finally {
      clock.shutdown();
    }
  }

  /** Batches are long, and say nothing meanwhile. */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the lines
  private void sayProgress(ScheduledExecutorService clock, DistributedProgress progress) {
    long start = System.nanoTime();
    clock.scheduleWithFixedDelay(
        () -> {
          try {
            err.println("bosett: " + progress.line((System.nanoTime() - start) / 1e9));
          } catch (IOException e) {
            // the run itself says what cannot be read
          }
        },
        PERIOD_SECONDS,
        PERIOD_SECONDS,
        TimeUnit.SECONDS);
  }

  /** Each batch is one job of Spark, each part one task. */
  private DistributedRun.Workers workers(ResultPlace place) {
    return (record, orders) -> {
      var input = context.broadcast(new PartFunction.Input(key(record), record, place));
      try {
        return context.parallelize(orders, orders.size()).map(new PartFunction(input)).collect();
      } catch (Exception e) { // Spark's, which is checked and not declared
        Matcher failed = FAILED_TASK.matcher(String.valueOf(e.getMessage()));
        if (failed.find()) {
          throw new IOException(failed.group(1), e);
        }
        throw e;
      } finally {
        input.unpersist(false);
      }
    };
  }

  /** The sweep whose record is in the folder already. */
  private static Sweep recorded(ResultPlace place) throws IOException {
    try {
      return SweepLoader.ofFolder(place.folder());
    } catch (SweepRefusedException e) {
      throw new JobRefusedException(List.of(e.getMessage()));
    } catch (InvalidInputException e) {
      throw new JobRefusedException(
          e.violations().stream().map(v -> "the record of the sweep: " + v).toList());
    }
  }

  private static String key(byte[] record) {
    return Sha256.hex(record);
  }

  private static String version() {
    @Nullable String version = SweepJob.class.getPackage().getImplementationVersion();
    return version == null ? "(not built)" : version;
  }

  private Sweep sweep(ResultPlace place) throws IOException {
    @Nullable String given = arguments.file();
    if (given == null) {
      return recorded(place);
    }
    Path file = Path.of(given);
    if (!Files.exists(file)) {
      Path sent = Path.of(SparkFiles.get(Objects.requireNonNull(file.getFileName()).toString()));
      file = Files.exists(sent) ? sent : file;
    }
    String name = file.toString();
    @Nullable String datasets = arguments.datasets();
    try {
      return SweepLoader.ofFile(file, datasets == null ? null : Path.of(datasets));
    } catch (InvalidInputException e) {
      throw new JobRefusedException(e.violations().stream().map(v -> name + ": " + v).toList());
    } catch (InvalidFilesException e) {
      throw new JobRefusedException(e.faults().stream().map(Object::toString).toList());
    } catch (java.nio.file.NoSuchFileException e) {
      throw new JobRefusedException(
          List.of(name + ": there is no such file where the driver runs, nor one by --files"));
    }
  }

  private void progress(List<PartReport> reports, long done, long parts) {
    for (PartReport report : reports) {
      if (report.damaged()) {
        err.println("bosett: part " + report.part() + " was cut short, and is made again");
      }
    }
    err.println(String.format(Locale.ROOT, "bosett: %,d of %,d parts are there", done, parts));
  }

  private int ended(Sweep sweep, SweepRun.Outcome outcome) {
    RunTally tally = outcome.tally();
    System.out.println(tally.line(sweep.plan().points()));
    @Nullable String late = tally.clockLine();
    if (late != null) {
      err.println("bosett: " + late);
    }
    if (outcome.left() > 0) {
      err.println(
          "bosett: "
              + count(outcome.left())
              + " points are not in "
              + arguments.out()
              + " as the driver sees it; expected a folder that all executors share");
      return LIMIT;
    }
    return tally.of(Status.DEFECT) > 0 ? DEFECT : 0;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
