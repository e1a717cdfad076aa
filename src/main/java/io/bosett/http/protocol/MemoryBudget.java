package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that requests may take together: bodies with what is parsed of them, and large answers
 * while they are made. Each reserves what it is estimated to need; over the budget, requests get
 * 503 with {@code Retry-After}. Small ones have a budget of their own, so that they never wait for
 * large ones. The rest of the heap is for what is kept and solved.
 */
public final class MemoryBudget {
  private static final int KILOBYTE = 1_024;

  /** The large requests' part of the memory, in sixteenths. */
  private static final int LARGE = 6;

  /** The small requests' part. */
  private static final int SMALL = 1;

  private static final int WHOLE = 16;

  /** Up to so many kilobytes a request is small, or a fourth of what small ones have. */
  private static final int SMALL_KILOBYTES = 2_048;

  private final int mostLarge;
  private final int mostSmall;
  private final Semaphore large;
  private final Semaphore small;

  /**
   * @param memory of the process, in bytes
   */
  public MemoryBudget(long memory) {
    mostLarge = part(memory, LARGE);
    int allSmall = part(memory, SMALL);
    mostSmall = Math.min(SMALL_KILOBYTES, allSmall / 4);
    large = new Semaphore(mostLarge);
    small = new Semaphore(allSmall);
  }

  private static int part(long memory, int sixteenths) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / WHOLE * sixteenths / KILOBYTE));
  }

  /** The whole budget of large requests, in bytes. */
  public long bytes() {
    return (long) mostLarge * KILOBYTE;
  }

  private Semaphore of(int size) {
    return size <= mostSmall ? small : large;
  }

  /**
   * Reserves memory until a request ends. What is above the budget takes all of it and is handled
   * alone.
   */
  public void take(Exchange exchange, long bytes) {
    int size = size(bytes);
    Semaphore kilobytes = of(size);
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
    Semaphore kilobytes = of(size);
    try {
      if (kilobytes.tryAcquire(size, longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Reservation(kilobytes, size);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw otherwise.exception();
  }

  private int size(long bytes) {
    return (int) Math.min(mostLarge, bytes / KILOBYTE + 1);
  }

  /** Reserved memory. Thread-safe. */
  public static final class Reservation implements AutoCloseable {
    private final Semaphore kilobytes;
    private int size;

    private Reservation(Semaphore kilobytes, int size) {
      this.kilobytes = kilobytes;
      this.size = size;
    }

    /** Gives back what is above so many bytes. */
    public synchronized void shrinkTo(long bytes) {
      int smaller = (int) Math.min(size, bytes / KILOBYTE + 1);
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
