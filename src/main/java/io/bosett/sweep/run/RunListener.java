package io.bosett.sweep.run;

/** Receives the events of a sweep's run: damaged parts, the pilot, the start, each point. */
public interface RunListener {
  /** A part is there already but cut short, and is made again. */
  void damaged(String file);

  /**
   * Points spread over all that is left have been solved to see what is ahead; they are solved
   * again in their parts.
   */
  default void pilot(Pilot pilot) {}

  /**
   * The run begins.
   *
   * @param tally which grows
   * @param points that are to be solved
   * @param there points that were there already
   */
  void begins(RunTally tally, long points, long there);

  /**
   * A point of a part was solved; called by the thread that solved it, which goes on when this
   * returns.
   */
  default void solved() {}

  /**
   * What the pilot found.
   *
   * @param tally of its points
   * @param seconds that it took with all threads
   * @param bytes of its rows
   * @param left points that are to be solved
   */
  record Pilot(RunTally tally, double seconds, long bytes, long left) {}
}
