package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import java.util.concurrent.Semaphore;

/**
 * How much of all bodies is in memory at the same time. What is read becomes about ten times as
 * much while it is looked at, so that few large bodies at once could use up all memory; who comes
 * when too much is there already is asked to come again.
 */
public final class BodyMemoryLimit {
  private static final int KILOBYTE = 1_024;

  /** Of the memory that there is. */
  private static final int SHARE = 20;

  private final int most;
  private final Semaphore kilobytes;

  /**
   * @param memory that there is, in bytes
   */
  public BodyMemoryLimit(long memory) {
    most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / SHARE / KILOBYTE));
    kilobytes = new Semaphore(most);
  }

  /**
   * Takes a body on until its request has ended. One that is larger than all that may be there has
   * to be alone.
   */
  void take(Exchange exchange, long bytes) {
    int size = (int) Math.min(most, bytes / KILOBYTE + 1);
    if (!kilobytes.tryAcquire(size)) {
      throw ProblemTypes.tooManyBodies().exception();
    }
    exchange.whenEnded(() -> kilobytes.release(size));
  }
}
