package io.bosett.cli.sweep;

import io.bosett.documents.OutputFolder;
import io.bosett.model.CountPhrases;
import io.bosett.service.IoFailureText;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRefusedException;
import io.bosett.sweep.run.SweepRun;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep run FILE}: solves the points of a sweep. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Solves the points of a sweep, each exactly and checked, into a folder of Parquet files.",
      "What has been solved is kept when the run is ended, however it is; the same command goes on.",
      "A run of more than 1,000 points solves 1,000 first, spread over all, and tells what is ahead:"
          + " time, size and the share of infeasible points."
    })
final class SweepRunCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1_024;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

  private final SweepCommandContext context;

  @Parameters(paramLabel = "FILE", description = "A sweep document.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The result folder: a new or empty one, or that of the same sweep.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that solve; default: one for each processor. The files do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--points",
      paramLabel = "A..B",
      description = "Solves only the parts that hold the points A to B, counted from 0.")
  private @Nullable String points;

  @Option(
      names = "--dry-run",
      description =
          "Only solves up to 1,000 points spread over all, tells what is ahead, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--datasets",
      paramLabel = "DIR",
      description = "A folder with one folder per dataset.")
  private @Nullable Path datasets;

  SweepRunCommand(SweepCommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    checkUsage();
    Sweep sweep = new SweepInput(context).of(file, datasets);
    long[] range = range(sweep);
    SweepFolder folder = new SweepFolder(out == null ? Path.of("") : out);
    SweepRun.Options options =
        new SweepRun.Options(
            threads,
            range[0],
            range[1],
            dryRun ? SweepRun.Pilot.ONLY : SweepRun.Pilot.FIRST,
            context.version());
    return ended(sweep, outcome(sweep, folder, options));
  }

  private SweepRun.Outcome outcome(Sweep sweep, SweepFolder folder, SweepRun.Options options) {
    try (SweepCommandContext.Interrupt interrupt =
            context.interrupt("what is solved by now is kept; the same command goes on");
        RunProgress progress = new RunProgress(context.err(), threads)) {
      return new SweepRun(sweep, folder, options, interrupt.cancel(), progress).run();
    } catch (SweepRefusedException e) {
      throw context.badInput(List.of("bosett: " + e.getMessage()));
    } catch (IOException e) {
      throw context.badInput(failure(e));
    }
  }

  private List<String> failure(IOException e) {
    String file = e instanceof FileSystemException system ? system.getFile() + ": " : "";
    List<String> lines = new ArrayList<>(List.of("bosett: " + file + IoFailureText.of(e)));
    if (out != null && Files.isDirectory(out.resolve("points"))) {
      lines.add("bosett: the parts in " + out + " stay; the same command goes on from there");
    }
    return lines;
  }

  private void checkUsage() {
    List<String> faults = new ArrayList<>();
    if (out == null && !dryRun) {
      faults.add("bosett: --out is missing; expected a result folder, or --dry-run");
    } else if (out != null && !dryRun) {
      try {
        OutputFolder.require(out);
      } catch (IOException e) {
        faults.add("bosett: --out " + out + ": " + IoFailureText.of(e));
      }
    }
    if (threads < 1 || threads > MOST_THREADS) {
      faults.add("bosett: --threads is " + threads + "; allowed: 1.." + MOST_THREADS);
    }
    if (!faults.isEmpty()) {
      throw context.badInput(faults);
    }
  }

  /** The first point and the last. */
  private long[] range(Sweep sweep) {
    long last = sweep.plan().points() - 1;
    if (points == null) {
      return new long[] {0, last};
    }
    Matcher range = RANGE.matcher(points);
    if (range.matches()) {
      long from = Long.parseLong(range.group(1));
      long to = Long.parseLong(range.group(2));
      if (from <= to && to <= last) {
        return new long[] {from, to};
      }
    }
    throw context.badInput(
        List.of("bosett: --points is '" + points + "'; allowed: A..B within 0.." + last));
  }

  private Integer ended(Sweep sweep, SweepRun.Outcome outcome) {
    RunTally tally = outcome.tally();
    if (dryRun) {
      return context.code(SweepCommandContext.Ending.DONE);
    }
    context.out().println(tally.line(sweep.plan().points()));
    String late = tally.clockLine();
    if (late != null) {
      context.err().println("bosett: " + late);
    }
    if (outcome.left() > 0) {
      context
          .err()
          .println(
              "bosett: " + CountPhrases.of(outcome.left(), "point is", "points are") + " left");
      return context.code(SweepCommandContext.Ending.LIMIT);
    } else if (tally.of(Status.DEFECT) > 0) {
      context
          .err()
          .println(
              "bosett: a defect of ours: "
                  + CountPhrases.of(tally.of(Status.DEFECT), "row", "rows")
                  + " with the status DEFECT, whose answers the checker refuted or which broke"
                  + " down; see sweep point FILE N");
      return context.code(SweepCommandContext.Ending.DEFECT);
    }
    return context.code(SweepCommandContext.Ending.DONE);
  }
}
