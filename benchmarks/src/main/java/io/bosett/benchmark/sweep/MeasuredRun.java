package io.bosett.benchmark.sweep;

import com.sun.management.OperatingSystemMXBean;
import io.bosett.benchmark.run.PeakMemory;
import io.bosett.benchmark.sweep.SweepLines.Memory;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.RunListener;
import io.bosett.sweep.run.RunTally;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run of a sweep in this process, measured. */
final class MeasuredRun implements RunListener {
  private static final double MEGABYTE = 1 << 20;

  /** Memory is noted as often as this in a run. */
  private static final int NOTES = 10;

  private final Sweep sweep;
  private final Path out;
  private final int threads;
  private final List<Memory> memory = new ArrayList<>();
  private final long start = System.nanoTime();
  private volatile @Nullable RunTally tally;

  /**
   * @param out an empty folder
   */
  MeasuredRun(Sweep sweep, Path out, int threads) {
    this.sweep = sweep;
    this.out = out;
    this.threads = threads;
  }

  /** Runs the whole sweep. */
  SweepLines.Run run(SweepLines.Origin origin, String note) throws IOException {
    long processor = processor();
    long points = sweep.plan().points();
    SweepRun.Options options =
        new SweepRun.Options(threads, 0, points - 1, SweepRun.Pilot.FIRST, "benchmark");
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    SweepRun.Outcome outcome;
    try {
      outcome =
          new SweepRun(sweep, new SweepFolder(out), options, new CancellationToken(), this).run();
    } finally {
      clock.shutdownNow();
    }
    double seconds = seconds();
    double processorSeconds = (processor() - processor) / 1e9;
    memory.add(now(outcome.tally().points()));
    return new SweepLines.Run(
        origin,
        "in process",
        threads,
        points,
        seconds,
        processorSeconds,
        sweep.parts(),
        bytes(out.resolve("points")),
        statuses(outcome.tally()),
        outcome.tally().certified(),
        outcome.tally().effort(),
        outcome.tally().clock(),
        memory,
        note);
  }

  private static SortedMap<String, Long> statuses(RunTally tally) {
    SortedMap<String, Long> statuses = new TreeMap<>();
    for (Status status : Status.values()) {
      if (tally.of(status) > 0) {
        statuses.put(status.name(), tally.of(status));
      }
    }
    return statuses;
  }

  private synchronized void look() {
    RunTally running = tally;
    long noted = memory.size() + 1L;
    if (running != null && running.points() * NOTES >= noted * sweep.plan().points()) {
      memory.add(now(running.points()));
    }
  }

  private Memory now(long points) {
    return new Memory(points, seconds(), heap(), PeakMemory.megabytes());
  }

  /** Of the pool that outlives young collections, after its last collection. */
  private static double heap() {
    double most = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()) {
        most = Math.max(most, pool.getUsage().getUsed() / MEGABYTE);
      }
    }
    return most;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(MeasuredRun::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Override
  public void damaged(String file) {
    throw new IllegalStateException(file + " in a new folder");
  }

  @Override
  public void begins(RunTally running, long points, long there) {
    tally = running;
  }
}
