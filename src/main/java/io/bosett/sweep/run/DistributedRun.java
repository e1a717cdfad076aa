package io.bosett.sweep.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of a sweep whose parts are made by other processes that reach its folder. It solves no
 * pilot, as {@link SweepRun} does to estimate its time, and writes the same files as that.
 */
public final class DistributedRun {
  private final Sweep sweep;
  private final SweepFolder folder;
  private final Options options;
  private final Workers workers;

  /**
   * What is run.
   *
   * @param first of the points; the whole part that holds it is made
   * @param last of the points
   * @param threads of all workers together, for the log
   * @param batch parts that are ordered at a time; after each batch the summaries are merged
   * @param version of the program, for the record
   */
  public record Options(long first, long last, int threads, int batch, String version) {}

  /** The other processes. */
  @FunctionalInterface
  public interface Workers {
    /**
     * Has parts made, in any order, each by {@link PartWork}.
     *
     * @param record from which the sweep can be loaded, in the folder as {@code sweep.json}
     * @return one report a part
     */
    List<PartReport> make(byte[] record, List<PartOrder> orders) throws IOException;
  }

  /** Is notified of each batch. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A batch is done.
     *
     * @param reports of it
     * @param done parts of all so far
     * @param parts of the whole run
     */
    void done(List<PartReport> reports, long done, long parts);
  }

  /**
   * A run that is yet to begin.
   *
   * @param folder that the workers reach too
   */
  public DistributedRun(Sweep sweep, SweepFolder folder, Options options, Workers workers) {
    this.sweep = sweep;
    this.folder = folder;
    this.options = options;
    this.workers = workers;
  }

  /**
   * How far the run has come, from now on.
   *
   * @throws IOException when its folder cannot be read
   */
  public DistributedProgress progress() throws IOException {
    int from = (int) (options.first / sweep.partSize());
    int to = (int) (options.last / sweep.partSize()) + 1;
    return new DistributedProgress(sweep, folder, from, to);
  }

  /**
   * Runs the sweep, or what is left of it.
   *
   * @throws IOException when a file cannot be read or written; what is in its place stays
   * @throws SweepRefusedException when the folder is that of something else
   */
  @SuppressWarnings("try") // the lock is held and not used
  public SweepRun.Outcome run(Listener listener) throws IOException {
    SweepRecord record = SweepRecord.of(sweep, options.version);
    byte[] bytes = record.bytes();
    long start = System.nanoTime();
    try (Closeable lock = folder.lock()) {
      folder.prepare(record);
      folder.clearPartial();
      PartSummaries summaries = new PartSummaries(folder, sweep.unfilled());
      summaries.merge();
      RunTally tally = new RunTally();
      int from = (int) (options.first / sweep.partSize());
      int to = (int) (options.last / sweep.partSize()) + 1;
      for (int part = from; part < to; part += options.batch) {
        int end = Math.min(to, part + options.batch);
        List<PartReport> reports = workers.make(bytes, orders(part, end, summaries));
        reports.forEach(report -> tally.add(report.tally()));
        summaries.merge();
        listener.done(reports, end - from, to - from);
      }
      RunLog.write(folder, record, options.threads, tally, (System.nanoTime() - start) / 1e9);
      return new SweepRun.Outcome(tally, left(from, to, summaries));
    }
  }

  private static List<PartOrder> orders(int from, int end, PartSummaries summaries)
      throws IOException {
    List<PartOrder> orders = new ArrayList<>();
    for (int part = from; part < end; part++) {
      orders.add(new PartOrder(part, summaries.has(part)));
    }
    return orders;
  }

  /** Points of parts that are not counted: another run has written to the same folder. */
  private long left(int from, int to, PartSummaries summaries) throws IOException {
    long left = 0;
    for (int part = from; part < to; part++) {
      left += summaries.has(part) && folder.has(part) ? 0 : sweep.end(part) - sweep.first(part);
    }
    return left;
  }
}
