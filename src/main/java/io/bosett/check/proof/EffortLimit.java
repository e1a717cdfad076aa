package io.bosett.check.proof;

import java.util.function.BooleanSupplier;

/**
 * What a search may still spend. States are what it remembers, steps what it looks at: both take
 * time, and whoever asked for the check waits for it.
 */
public final class EffortLimit {
  /** Cells of all tables together. */
  private static final long MOST_CELLS = 4_000_000;

  /** Steps allowed for each state allowed. */
  private static final int STEPS_PER_STATE = 32;

  private final long stateLimit;
  private final BooleanSupplier isStopped;
  private long states;
  private long steps;
  private long cells;

  /**
   * @param stateLimit how many states may be looked at
   * @param isStopped whether the search is to end at once; asked often
   */
  public EffortLimit(long stateLimit, BooleanSupplier isStopped) {
    this.stateLimit = stateLimit;
    this.isStopped = isStopped;
  }

  /** A quarter of what is allowed in all, for a first attempt; its states count here at its end. */
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
  }

  /**
   * @param more steps
   * @param growing states that are not counted yet
   */
  void addSteps(long more, int growing) throws EffortExceededException {
    steps += more;
    check(growing);
  }

  /** A table of so many cells, or of none when the number is negative. */
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
    if (isStopped.getAsBoolean()) {
      throw new EffortExceededException("it was stopped");
    }
  }
}
