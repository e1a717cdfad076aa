package io.bosett.service.jobs;

import io.bosett.common.DaemonThreads;
import io.bosett.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that repeats a task until {@link #close}, with exponential backoff after
 * failures.
 */
final class BackgroundLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration JOIN = Duration.ofSeconds(2);

  private final Work work;
  private final Duration least;
  private final Duration longestWait;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean wakeAsked;
  private boolean closed;
  private Duration wait = FIRST_WAIT;
  private boolean failing;

  /** The task; returns the delay until its next run, which a wake-up cuts short. */
  interface Work {
    Duration once();
  }

  /**
   * @param least delay between two runs, even after a wake-up
   * @param longestWait limit of the backoff after failures
   */
  BackgroundLoop(String name, Duration least, Duration longestWait, Work work) {
    this.work = work;
    this.least = least;
    this.longestWait = longestWait;
    thread = DaemonThreads.of(name, this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Runs the task now, or once more when it is running. Who comes when the thread has been told
   * already does not disturb it again: it may still be waiting for its least delay.
   */
  void wake() {
    lock.lock();
    try {
      if (!wakeAsked) {
        wakeAsked = true;
        woken.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean open = true;
    while (open) {
      try {
        open = sleep(once());
      } catch (RuntimeException | Error e) {
        // Even a log line may fail when memory is short; the thread must not end with it.
        LockSupport.parkNanos(FIRST_WAIT.toNanos());
      }
    }
  }

  /** Whether the thread repeats its task. */
  boolean isAlive() {
    return thread.isAlive();
  }

  private Duration once() {
    try {
      Duration next = work.once();
      wait = FIRST_WAIT;
      if (failing) {
        failing = false;
        LOG.info("{} works again", thread.getName());
      }
      return next;
    } catch (StoreUnavailableException e) {
      if (!failing) {
        LOG.warn("{} waits for the store: {}", thread.getName(), e.getMessage());
      }
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed and continues", thread.getName(), e);
    }
    failing = true;
    Duration now = wait;
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(longestWait) > 0 ? longestWait : twice;
    return now;
  }

  /** False when the loop is closed. After a failure a wake-up does not cut the backoff short. */
  private boolean sleep(Duration time) {
    lock.lock();
    try {
      long begin = System.nanoTime();
      long left = time.toNanos();
      while (!closed && left > 0) {
        if (wakeAsked && !failing) {
          left = Math.min(left, least.toNanos() - (System.nanoTime() - begin));
        }
        left = left > 0 ? woken.awaitNanos(left) : 0;
      }
      wakeAsked = false;
      return !closed;
    } catch (InterruptedException e) {
      return !isClosed();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Stops the loop; returns when its thread has ended, or after two seconds. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, JOIN.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
