package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import java.util.concurrent.Semaphore;

/**
 * Limits the memory that request bodies take together. A body grows about tenfold while it is
 * parsed, so a few large ones could exhaust the heap. Over the limit, requests get 503 with {@code
 * Retry-After}.
 */
public final class BodyMemoryLimit {
  private static final int KILOBYTE = 1_024;

  /** Bodies take at most one part in so many of the memory. */
  private static final int SHARE = 20;

  private final int most;
  private final Semaphore kilobytes;

  /**
   * @param memory of the process, in bytes
   */
  public BodyMemoryLimit(long memory) {
    most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / SHARE / KILOBYTE));
    kilobytes = new Semaphore(most);
  }

  /**
   * Reserves memory for a body until its request ends. A body above the limit takes all of it and
   * is read alone.
   */
  void take(Exchange exchange, long bytes) {
    int size = (int) Math.min(most, bytes / KILOBYTE + 1);
    if (!kilobytes.tryAcquire(size)) {
      throw ProblemTypes.tooManyBodies().exception();
    }
    exchange.whenEnded(() -> kilobytes.release(size));
  }
}
