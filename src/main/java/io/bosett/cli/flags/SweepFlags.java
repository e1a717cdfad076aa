package io.bosett.cli.flags;

import io.bosett.service.sweeps.RetryBackoff;
import io.bosett.service.sweeps.SweepSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of the sweeps of a service. */
public final class SweepFlags {
  /** The folder of results below that of the store. */
  public static final String FOLDER = "sweeps";

  private static final long MEGABYTE = 1_000_000;

  @Option(
      names = "--sweeps",
      paramLabel = "DIR",
      description =
          "Folder of the results of sweeps; default the folder sweeps of --data. Processes on one"
              + " database share it.")
  private @Nullable Path folder;

  @Option(
      names = "--sweep-threads",
      paramLabel = "N",
      description =
          "Threads of the sweep that runs, which give way to solves; default half as many as solve,"
              + " at least one.")
  private @Nullable Integer threads;

  @Option(
      names = "--max-points",
      paramLabel = "N",
      description = "Limit on the points of a sweep; default 1000000.")
  private long points = SweepSettings.POINTS;

  @Option(
      names = "--max-sweeps",
      paramLabel = "MB",
      description =
          "Limit on the results of all sweeps together; default 10000. More sweeps get 429.")
  private int megabytes = (int) (SweepSettings.BYTES / MEGABYTE);

  @Mixin private final SparkFlags spark = new SparkFlags();

  /**
   * The settings; adds values out of range to the errors.
   *
   * @param data the folder of the store
   * @param solving threads that solve
   */
  public SweepSettings settings(FlagRanges flagRanges, Path data, int solving) {
    int ofSweeps = threads == null ? SweepSettings.usualThreads(solving) : threads;
    flagRanges.check("--sweep-threads", ofSweeps, 1, 1_000);
    flagRanges.check("--max-points", points, 1, 10_000_000_000L);
    flagRanges.check("--max-sweeps", megabytes, 1, 1_000_000_000);
    return new SweepSettings(
        folder == null ? data.resolve(FOLDER) : folder,
        ofSweeps,
        points,
        megabytes * MEGABYTE,
        spark.settings(flagRanges),
        RetryBackoff.USUAL);
  }
}
