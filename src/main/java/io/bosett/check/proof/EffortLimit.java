package io.bosett.check.proof;

import java.util.function.BooleanSupplier;

/**
 * The effort limit of a search: on states (what it remembers) and steps (what it examines), and a
 * stop signal, because a caller waits for the check.
 */
public final class EffortLimit {
  /** Limit on the cells of all tables together. */
  private static final long MOST_CELLS = 4_000_000;

  /** Steps allowed for each state allowed. */
  private static final int STEPS_PER_STATE = 32;

  /** So many steps take about a microsecond, and asking the time at each would take as long. */
  static final int POLL_EVERY = 16;

  private final long stateLimit;
  private final BooleanSupplier isStopped;
  private long states;
  private long steps;
  private long cells;

  /** Steps since the last poll; the first is polled at once. */
  private long unpolled = POLL_EVERY;

  /**
   * @param stateLimit limit on states
   * @param isStopped whether the search is canceled; polled every {@link #POLL_EVERY} steps
   */
  public EffortLimit(long stateLimit, BooleanSupplier isStopped) {
    this.stateLimit = stateLimit;
    this.isStopped = isStopped;
  }

  /**
   * A quarter of the limit, for a first attempt; the caller adds its states to this limit
   * afterwards.
   */
  EffortLimit attempt() {
    return new EffortLimit(stateLimit / 4, isStopped);
  }

  long stateLimit() {
    return stateLimit;
  }

  long states() {
    return states;
  }

  void addStates(long more) throws EffortExceededException {
    states += more;
    check(0);
    poll(more);
  }

  /**
   * @param more steps
   * @param growing states that are not counted yet
   */
  void addSteps(long more, int growing) throws EffortExceededException {
    steps += more;
    check(growing);
    poll(more);
  }

  /** Reserves the cells of a table; none when the number is negative. */
  int cells(long wanted) throws EffortExceededException {
    long more = Math.max(0, wanted);
    if (more > MOST_CELLS - cells) {
      throw new EffortExceededException("the shared rules can move too far");
    }
    cells += more;
    return (int) more;
  }

  private void check(int growing) throws EffortExceededException {
    if (states + growing > stateLimit) {
      throw new EffortExceededException("more than " + stateLimit + " states");
    }
    if (steps / STEPS_PER_STATE > stateLimit) {
      throw new EffortExceededException("more than " + stateLimit + " states' worth of steps");
    }
  }

  private void poll(long more) throws EffortExceededException {
    unpolled += 1 + more;
    if (unpolled >= POLL_EVERY) {
      unpolled = 0;
      if (isStopped.getAsBoolean()) {
        throw new EffortExceededException("it was stopped");
      }
    }
  }
}
