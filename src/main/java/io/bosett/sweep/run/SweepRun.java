package io.bosett.sweep.run;

import io.bosett.common.DaemonThreads;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ParquetWriter;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointSolver;
import io.bosett.sweep.points.StratifiedSample;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A run of a sweep in this process, by threads that each make one part after the other. */
public final class SweepRun {
  /** Points of a pilot; runs of no more have none, for they are over as soon. */
  private static final int PILOT = 1_000;

  private final Sweep sweep;
  private final SweepFolder folder;
  private final Options options;
  private final CancellationToken cancel;
  private final RunListener listener;

  /**
   * What is run.
   *
   * @param threads at least 1
   * @param first of the points; the whole part that holds it is made
   * @param last of the points
   * @param pilot whether points spread over all are solved first, to see what is ahead
   * @param version of the program, for the record
   */
  public record Options(int threads, long first, long last, Pilot pilot, String version) {}

  /** Whether a run has a pilot, see {@link RunListener#pilot}. */
  public enum Pilot {
    /** Nobody would read it. */
    NONE,
    /** Before a run of more than 1,000 points. */
    FIRST,
    /** Nothing else is solved, and nothing written. */
    ONLY
  }

  /**
   * How a run ended.
   *
   * @param tally of the points solved
   * @param left points that were to be solved and are not
   */
  public record Outcome(RunTally tally, long left) {}

  /**
   * @param cancel ends the run; what is in its place by then stays
   */
  public SweepRun(
      Sweep sweep,
      SweepFolder folder,
      Options options,
      CancellationToken cancel,
      RunListener listener) {
    this.sweep = sweep;
    this.folder = folder;
    this.options = options;
    this.cancel = cancel;
    this.listener = listener;
  }

  /**
   * Runs the sweep, or what is left of it.
   *
   * @throws IOException when a file cannot be read or written; what is in its place stays
   * @throws SweepRefusedException when the folder is that of something else
   */
  @SuppressWarnings("try") // the lock is held and not used
  public Outcome run() throws IOException {
    if (options.pilot == Pilot.ONLY) {
      List<Integer> all = new ArrayList<>();
      for (int part = part(options.first); part <= part(options.last); part++) {
        all.add(part);
      }
      return pilot(all, points(all));
    }
    SweepRecord record = SweepRecord.of(sweep, options.version);
    try (Closeable lock = folder.lock()) {
      folder.prepare(record);
      folder.clearPartial();
      PartSummaries summaries = new PartSummaries(folder, sweep.unfilled());
      List<Integer> parts = missing(summaries);
      long left = points(parts);
      if (options.pilot == Pilot.FIRST && left > PILOT) {
        pilot(parts, left);
      }
      RunTally tally = new RunTally();
      listener.begins(tally, left, requested() - left);
      long start = System.nanoTime();
      Work work = new Work(parts, summaries, tally);
      try {
        work.run();
      } finally {
        summaries.merge();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      RunLog.write(folder, record, options.threads, tally, seconds);
      return new Outcome(tally, left - tally.points() + work.abandoned());
    }
  }

  private int part(long point) {
    return (int) (point / sweep.partSize());
  }

  private long requested() {
    return sweep.end(part(options.last)) - sweep.first(part(options.first));
  }

  private long points(List<Integer> parts) {
    return parts.stream().mapToLong(part -> sweep.end(part) - sweep.first(part)).sum();
  }

  private List<Integer> missing(PartSummaries summaries) throws IOException {
    List<Integer> parts = new ArrayList<>();
    for (int part = part(options.first); part <= part(options.last); part++) {
      @Nullable Boolean whole = folder.isWhole(sweep, part);
      if (whole != null && !whole) {
        listener.damaged(folder.place(part));
      }
      if (whole == null || !whole || !summaries.has(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Solves a sample of points spread over the parts, of which no more is kept than a part has. */
  private Outcome pilot(List<Integer> parts, long left) throws IOException {
    int count = (int) Math.min(PILOT, left);
    PartRows table = new PartRows(sweep.plan(), sweep.againstNames());
    RunTally tally = new RunTally();
    long start = System.nanoTime();
    Threads threads = new Threads();
    AtomicInteger next = new AtomicInteger();
    threads.run(
        solver -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            PointOutcome outcome =
                solver.solve(pilotPoint(parts, StratifiedSample.place(i, count, left)));
            if (threads.isStopped()) {
              return;
            }
            synchronized (table) {
              table.add(outcome);
            }
            tally.add(outcome);
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    if (tally.points() == count) {
      listener.pilot(new RunListener.Pilot(tally, seconds, bytes(table), left));
    }
    return new Outcome(tally, count - tally.points());
  }

  private static long bytes(PartRows table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetWriter.write(table.columns(), bytes);
    @Nullable List<ColumnData> numbers = table.numbers();
    if (numbers != null) {
      ParquetWriter.write(numbers, bytes);
    }
    return bytes.size();
  }

  /** The point at a place among those of some parts, all of which but the last are full. */
  private long pilotPoint(List<Integer> parts, long place) {
    int part = parts.get((int) (place / sweep.partSize()));
    return Math.min(sweep.first(part) + place % sweep.partSize(), sweep.end(part) - 1);
  }

  /** Does something with a solver of its own. */
  @FunctionalInterface
  private interface SolverTask {
    void run(PointSolver solver) throws IOException;
  }

  /** Threads that all do the same, until one fails or all are told to stop. */
  private final class Threads {
    private volatile @Nullable Throwable failure;

    boolean isStopped() {
      return cancel.isRequested() || failure != null;
    }

    void run(SolverTask task) throws IOException {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < options.threads; i++) {
        threads.add(DaemonThreads.named("sweep").newThread(() -> guarded(task)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        join(thread);
      }
      rethrow(failure);
    }

    private void guarded(SolverTask task) {
      try {
        task.run(new PointSolver(sweep.plan(), sweep.against().values(), cancel));
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
    }

    private void join(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        cancel.request();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    } else if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    }
  }

  /** The parts that are to be made. */
  private final class Work {
    private final List<Integer> parts;
    private final PartSummaries summaries;
    private final RunTally tally;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Threads threads = new Threads();

    Work(List<Integer> parts, PartSummaries summaries, RunTally tally) {
      this.parts = parts;
      this.summaries = summaries;
      this.tally = tally;
    }

    /** Points that were solved for parts that were not made. */
    long abandoned() {
      return abandoned.get();
    }

    void run() throws IOException {
      threads.run(
          solver -> {
            for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
              if (threads.isStopped() || !make(parts.get(i), solver)) {
                return;
              }
            }
          });
    }

    private boolean make(int part, PointSolver solver) throws IOException {
      int[] solved = new int[1];
      PartTask.@Nullable Made made =
          PartTask.make(
              sweep,
              part,
              solver,
              threads::isStopped,
              outcome -> {
                solved[0]++;
                tally.add(outcome);
                listener.solved();
              });
      if (made == null) {
        abandoned.addAndGet(solved[0]);
        return false;
      }
      summaries.keep(part, made.counts());
      folder.write(part, made);
      summaries.committed();
      return true;
    }
  }
}
