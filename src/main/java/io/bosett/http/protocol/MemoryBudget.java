package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that large requests may take together: bodies with what is parsed of them, and large
 * answers while they are made. Each reserves what it is estimated to need; over the budget,
 * requests get 503 with {@code Retry-After}. The rest of the heap is for what is kept, solved, and
 * small.
 */
public final class MemoryBudget {
  private static final int KILOBYTE = 1_024;

  /** The budget is one part in so many of the memory. */
  private static final int SHARE = 2;

  private final int most;
  private final Semaphore kilobytes;

  /**
   * @param memory of the process, in bytes
   */
  public MemoryBudget(long memory) {
    most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / SHARE / KILOBYTE));
    kilobytes = new Semaphore(most);
  }

  /** The whole budget, in bytes. */
  public long bytes() {
    return (long) most * KILOBYTE;
  }

  /**
   * Reserves memory until a request ends. What is above the budget takes all of it and is handled
   * alone.
   */
  public void take(Exchange exchange, long bytes) {
    int size = size(bytes);
    if (!kilobytes.tryAcquire(size)) {
      throw ProblemTypes.tooManyBodies().exception();
    }
    exchange.whenEnded(() -> kilobytes.release(size));
  }

  /**
   * Reserves memory as soon as there is enough.
   *
   * @param longest how long to wait
   * @param otherwise the problem to throw when there is not enough by then
   */
  public Reservation await(long bytes, Duration longest, ProblemDocument otherwise) {
    int size = size(bytes);
    try {
      if (kilobytes.tryAcquire(size, longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Reservation(size);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw otherwise.exception();
  }

  private int size(long bytes) {
    return (int) Math.min(most, bytes / KILOBYTE + 1);
  }

  /** Reserved memory. Thread-safe. */
  public final class Reservation implements AutoCloseable {
    private int size;

    private Reservation(int size) {
      this.size = size;
    }

    /** Gives back what is above so many bytes. */
    public synchronized void shrinkTo(long bytes) {
      int smaller = Math.min(size, size(bytes));
      kilobytes.release(size - smaller);
      size = smaller;
    }

    @Override
    public synchronized void close() {
      kilobytes.release(size);
      size = 0;
    }
  }
}
