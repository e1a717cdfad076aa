package io.bosett.cli.flags;

import io.bosett.service.jobs.QueueSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the job queues: threads, queue limits, limits on scenarios. */
public final class QueueFlags {
  private static final QueueSettings USUAL = QueueSettings.defaults("");

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Simultaneous solves; default one for each processor.")
  private int threads = USUAL.threads();

  @Option(
      names = "--analysis-threads",
      paramLabel = "N",
      description = "Simultaneous analyses, beside the solves; default half as many, at least one.")
  private @Nullable Integer analysisThreads;

  @Option(
      names = "--waiting",
      paramLabel = "N",
      description =
          "Limit on queued allocations, and on queued analyses; default 1000. More get 429.")
  private int waiting = USUAL.waiting();

  @Option(
      names = "--waiting-per-caller",
      paramLabel = "N",
      description = "Limit on those of one caller; default 500, or --waiting if that is less.")
  private @Nullable Integer waitingOfOneCaller;

  @Option(
      names = "--max-time-limit",
      paramLabel = "SECONDS",
      description = "The largest time limit that a scenario may set; default 600.")
  private int longestSolve = (int) USUAL.longestSolve().toSeconds();

  @Option(
      names = "--max-municipalities",
      paramLabel = "N",
      description = "Limit on the municipalities of a scenario; default 100000.")
  private int municipalities = USUAL.municipalities();

  @Option(
      names = "--max-criteria",
      paramLabel = "N",
      description = "Limit on criteria; default 50.")
  private int criteria = USUAL.criteria();

  @Option(
      names = "--max-regions",
      paramLabel = "N",
      description = "Limit on regions; default 1000.")
  private int regions = USUAL.regions();

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "How often a solve is retried after its solver broke down; default 0.")
  private int retries = USUAL.retries();

  @Option(
      names = "--lease",
      paramLabel = "SECONDS",
      description =
          "Without a heartbeat for so long, a process on a shared database counts as dead;"
              + " default 15.")
  private int lease = (int) USUAL.lease().toSeconds();

  /** The settings; adds values out of range to the errors. */
  public QueueSettings settings(FlagRanges flagRanges) {
    flagRanges.check("--threads", threads, 1, 1_000);
    int ofAnalyses = analysisThreads == null ? Math.max(1, threads / 2) : analysisThreads;
    flagRanges.check("--analysis-threads", ofAnalyses, 1, 1_000);
    flagRanges.check("--waiting", waiting, 0, 10_000_000);
    int ofOneCaller =
        waitingOfOneCaller == null
            ? Math.min(USUAL.waitingOfOneCaller(), waiting)
            : waitingOfOneCaller;
    flagRanges.check("--waiting-per-caller", ofOneCaller, 0, 10_000_000);
    flagRanges.notAbove("--waiting-per-caller", ofOneCaller, "--waiting", waiting);
    flagRanges.check("--max-time-limit", longestSolve, 1, 86_400);
    flagRanges.check("--max-municipalities", municipalities, 1, 2_000_000);
    flagRanges.check("--max-criteria", criteria, 1, 50);
    flagRanges.check("--max-regions", regions, 0, 1_000);
    flagRanges.check("--retries", retries, 0, 10);
    flagRanges.check("--lease", lease, 3, 3_600);
    return new QueueSettings(
        threads,
        ofAnalyses,
        waiting,
        ofOneCaller,
        Duration.ofSeconds(longestSolve),
        municipalities,
        criteria,
        regions,
        retries,
        Duration.ofSeconds(lease),
        VersionProvider.text());
  }
}
