package io.bosett.service.jobs;

import io.bosett.common.DaemonThreads;
import io.bosett.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does the same again and again, and whom nothing ends but {@link #close}: after a
 * failure it waits a little, twice as long with each that follows, and goes on.
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

  /** What is done; gives the time until it is to be done again unless it is woken before. */
  interface Work {
    Duration once();
  }

  /**
   * @param least time between the end of one round and the next, even when it is woken
   * @param longestWait after failures
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

  /** Lets it be done now, or once more when it is being done. */
  void wake() {
    lock.lock();
    try {
      wakeAsked = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (sleep(once())) {
      // All is done in the condition.
    }
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
      LOG.error("{} failed and goes on", thread.getName(), e);
    }
    failing = true;
    Duration now = wait;
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(longestWait) > 0 ? longestWait : twice;
    return now;
  }

  /** False when it is over. After a failure nothing wakes it early. */
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

  /** Ends it; returns once it is over, or after two seconds. */
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
