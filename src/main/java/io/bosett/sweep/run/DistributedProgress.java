package io.bosett.sweep.run;

import java.io.IOException;
import java.util.Locale;

/**
 * How far a run by other processes has come, by the parts in its folder. The rate is that of the
 * whole run so far, its start included, and counts no part that was there before.
 */
public final class DistributedProgress {
  private static final double LONG_SECONDS = 120;
  private static final double MINUTE = 60;

  private final Sweep sweep;
  private final SweepFolder folder;
  private final int from;
  private final int to;
  private final long planned;
  private final long before;

  /**
   * @param from the first part of the run
   * @param to the part after its last
   */
  DistributedProgress(Sweep sweep, SweepFolder folder, int from, int to) throws IOException {
    this.sweep = sweep;
    this.folder = folder;
    this.from = from;
    this.to = to;
    planned = sweep.end(to - 1) - sweep.first(from);
    before = there();
  }

  private long there() throws IOException {
    return folder.points(sweep, from, to);
  }

  /**
   * How far it is, in a line.
   *
   * @param seconds since the run began
   * @throws IOException when the folder cannot be read
   */
  public String line(double seconds) throws IOException {
    long there = there();
    double rate = (there - before) / seconds;
    String line = String.format(Locale.ROOT, "%,d of %,d points are there", there, planned);
    return rate > 0
        ? line
            + String.format(Locale.ROOT, ", %,d a second, ", Math.round(rate))
            + left(there, rate)
        : line;
  }

  private String left(long there, double rate) {
    double seconds = (planned - there) / rate;
    return seconds < LONG_SECONDS
        ? String.format(Locale.ROOT, "about %.0f s left", seconds)
        : String.format(Locale.ROOT, "about %,.0f min left", seconds / MINUTE);
  }
}
