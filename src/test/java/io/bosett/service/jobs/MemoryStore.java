package io.bosett.service.jobs;

import io.bosett.store.DatasetStore;
import io.bosett.store.JobKind;
import io.bosett.store.KeyStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store in memory, for tests of the job queue: it can be made unavailable, and has a settable
 * clock.
 */
final class MemoryStore implements Store {
  private final boolean shared;
  private final MemoryJobs allocations;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean down;
  private volatile long slowMillis;

  MemoryStore(boolean shared, Clock clock) {
    this.shared = shared;
    allocations = new MemoryJobs(this, clock);
  }

  /** Makes the store unavailable, or available again. */
  void setDown(boolean value) {
    down = value;
  }

  /** How often it did not answer. */
  int refused() {
    return refused.get();
  }

  /** From now on it takes so long to answer. */
  void setSlow(Duration time) {
    slowMillis = time.toMillis();
  }

  void answer() {
    if (slowMillis > 0) {
      pause();
    }
    if (down) {
      refused.incrementAndGet();
      throw new StoreUnavailableException("is down", new IllegalStateException("by a test"));
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(slowMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public MemoryJobs allocations() {
    return allocations;
  }

  @Override
  public MemoryJobs jobs(JobKind kind) {
    return allocations;
  }

  @Override
  public DatasetStore datasets() {
    return new NoUploads(allocations);
  }

  @Override
  public ScenarioStore scenarios() {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyStore keys() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAvailable() {
    return !down;
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public void close() {}
}
