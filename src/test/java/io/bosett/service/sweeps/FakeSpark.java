package io.bosett.service.sweeps;

import io.bosett.service.SweepLoader;
import io.bosett.sweep.run.DistributedRun;
import io.bosett.sweep.run.PartReport;
import io.bosett.sweep.run.PartWork;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code spark-submit} without Spark: a script that starts {@link #main}, which makes the parts
 * in one process, and ends with its standard input as the real job does. How it goes stands in a
 * file.
 */
public final class FakeSpark {
  private static final int KILLED = 137;
  private static final int ENDED = 143;

  private final Path folder;

  private FakeSpark(Path folder) {
    this.folder = folder;
  }

  /** How a driver goes. */
  public enum Way {
    /** To its end. */
    THROUGH,
    /** Two parts far, then it waits to be ended. */
    STAYS,
    /** Two parts far, then as by {@code kill -9}, and the next one to its end. */
    KILLED,
    /** It is killed before it makes anything. */
    KILLED_AT_ONCE,
    /** It says what stands in the file {@code says}, and ends with 1. */
    FAILS
  }

  /** Writes the script and what stands for the jar. */
  public static FakeSpark in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String options = "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    Path script = folder.resolve("spark-submit");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' %s -cp '%s' %s '%s' \"$@\"\n"
            .formatted(
                java,
                options,
                System.getProperty("java.class.path"),
                FakeSpark.class.getName(),
                folder.toAbsolutePath()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("bosett-sweep.jar"), "");
    FakeSpark spark = new FakeSpark(folder);
    spark.goes(Way.THROUGH);
    return spark;
  }

  /** The settings of a service with it. */
  public SparkSettings settings() {
    return new SparkSettings("spark://fake:7077", submit(), job());
  }

  public Path submit() {
    return folder.resolve("spark-submit");
  }

  public Path job() {
    return folder.resolve("bosett-sweep.jar");
  }

  /** Says how the next driver goes. */
  public void goes(Way way) throws IOException {
    Files.writeString(folder.resolve("way"), way.name());
  }

  /** Says what a driver says that fails. */
  public void says(String text) throws IOException {
    Files.writeString(folder.resolve("says"), text);
  }

  /** The arguments of the last driver. */
  public String arguments() throws IOException {
    return Files.readString(folder.resolve("arguments"));
  }

  /** Whether the last driver runs. */
  public boolean isRunning() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")));
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** The driver. */
  public static void main(String... args) throws IOException {
    Path folder = Path.of(args[0]);
    List<String> given = List.of(args).subList(1, args.length);
    Files.writeString(folder.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
    Files.writeString(folder.resolve("arguments"), String.join(" ", given));
    Way way = Way.valueOf(Files.readString(folder.resolve("way")));
    switch (way) {
      case KILLED -> new FakeSpark(folder).goes(Way.THROUGH);
      case KILLED_AT_ONCE -> Runtime.getRuntime().halt(KILLED);
      case FAILS -> {
        System.err.print(Files.readString(folder.resolve("says")));
        System.exit(1);
      }
      default -> {}
    }
    System.out.println("26/11/27 00:00:00 INFO SparkContext: Running");
    run(way, Path.of(URI.create(given.get(given.indexOf("--out") + 1))));
  }

  private static void run(Way way, Path out) throws IOException {
    try {
      SweepFolder folder = new SweepFolder(out);
      Sweep sweep = SweepLoader.ofFolder(folder);
      String version = folder.record().version();
      DistributedRun.Options options =
          new DistributedRun.Options(0, sweep.plan().points() - 1, 1, 2, version);
      DistributedRun.Workers workers =
          (record, orders) -> {
            List<PartReport> reports = new ArrayList<>();
            for (var order : orders) {
              reports.add(PartWork.make(sweep, folder, order));
            }
            return reports;
          };
      new DistributedRun(sweep, folder, options, workers)
          .run((reports, done, parts) -> batch(way, done, parts));
    } catch (SweepRefusedException e) {
      System.err.println("bosett: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void batch(Way way, long done, long parts) {
    System.err.println("bosett: " + done + " of " + parts + " parts are there");
    if (way == Way.KILLED) {
      Runtime.getRuntime().halt(KILLED);
    } else if (way == Way.STAYS) {
      try {
        while (System.in.read() >= 0) {
          // until it ends
        }
      } catch (IOException e) {
        // ended too
      }
      System.exit(ENDED);
    }
  }
}
