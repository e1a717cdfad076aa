package io.bosett.benchmark.load;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Does something at a fixed rate, whether or not what was begun before has ended. */
final class Pacer implements AutoCloseable {
  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_KEPT = 50;

  private final Use use;
  private final SplittableRandom random;
  private final Times times = new Times();
  private final AtomicLong surprises = new AtomicLong();
  private final List<String> first = new CopyOnWriteArrayList<>();
  private final ExecutorService callers = Executors.newFixedThreadPool(MOST_AT_ONCE);
  private final Thread clock;
  private volatile boolean stopped;

  private Pacer(Use use, int rate, long seed) {
    this.use = use;
    random = new SplittableRandom(seed);
    clock = new Thread(() -> tick(rate), "pacer");
    clock.setDaemon(true);
  }

  static Pacer start(Use use, int rate, long seed) {
    Pacer pacer = new Pacer(use, rate, seed);
    pacer.clock.start();
    return pacer;
  }

  private void tick(int rate) {
    long begun = System.nanoTime();
    for (long k = 0; !stopped; k++) {
      long due = begun + k * 1_000_000_000L / rate;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        io.bosett.faults.ServiceClient.pause(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
      }
      SplittableRandom own = random.split();
      callers.execute(() -> act(due, own));
    }
  }

  private void act(long due, SplittableRandom own) {
    Use.Deed deed = Use.Deed.drawn(own);
    try {
      use.run(deed, own);
    } catch (IOException | RuntimeException e) {
      if (!stopped) {
        surprises.incrementAndGet();
        if (first.size() < MOST_KEPT) {
          first.add(deed + ": " + e);
        }
      }
    }
    times.add((System.nanoTime() - due) / 1e6);
  }

  /** Times since the last call, sorted. */
  double[] times() {
    return times.take();
  }

  long surprises() {
    return surprises.get();
  }

  /** The first of them, in words. */
  List<String> firstSurprises() {
    return List.copyOf(first);
  }

  @Override
  public void close() {
    stopped = true;
    try {
      clock.join();
      callers.shutdown();
      callers.awaitTermination(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    callers.shutdownNow();
  }
}
