package io.bosett.http;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures which part of a processor a thread of this process gets that always has work: a thread
 * of its own computes for a few milliseconds of processor time, again and again, and looks at the
 * clock. With it durations are compared with limits however loaded the machine is.
 */
final class ProcessorShare implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long BURST_NANOS = 4_000_000;
  private static final long PAUSE_NANOS = 60_000_000;

  private final List<Burst> bursts = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  private record Burst(Instant from, Instant to, long processorNanos) {
    boolean overlaps(Instant start, Instant end) {
      return from.isBefore(end) && to.isAfter(start);
    }
  }

  ProcessorShare() {
    Thread thread = new Thread(this::measure, "processor-share");
    thread.setDaemon(true);
    thread.start();
  }

  private void measure() {
    while (!closed) {
      Instant from = Instant.now();
      long began = THREADS.getCurrentThreadCpuTime();
      long used = 0;
      while (used < BURST_NANOS) {
        used = THREADS.getCurrentThreadCpuTime() - began;
      }
      bursts.add(new Burst(from, Instant.now(), used));
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The processor time that one thread could have had between two moments. */
  Duration between(Instant start, Instant end) {
    long wall = 0;
    long processor = 0;
    for (Burst burst : bursts) {
      if (burst.overlaps(start, end)) {
        wall += Duration.between(burst.from, burst.to).toNanos();
        processor += burst.processorNanos;
      }
    }
    double share = wall == 0 ? 1 : Math.min(1, (double) processor / wall);
    return Duration.ofNanos((long) (Duration.between(start, end).toNanos() * share));
  }

  @Override
  public void close() {
    closed = true;
  }
}
