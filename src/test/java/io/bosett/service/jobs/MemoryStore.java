package io.bosett.service.jobs;

import io.bosett.store.DatasetStore;
import io.bosett.store.KeyStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import java.time.Clock;

/**
 * A store in memory, for tests of the job queue: it can be made unavailable, and has a settable
 * clock.
 */
final class MemoryStore implements Store {
  private final boolean shared;
  private final MemoryAllocations allocations;
  private volatile boolean down;

  MemoryStore(boolean shared, Clock clock) {
    this.shared = shared;
    allocations = new MemoryAllocations(this, clock);
  }

  /** Makes the store unavailable, or available again. */
  void setDown(boolean value) {
    down = value;
  }

  void answer() {
    if (down) {
      throw new StoreUnavailableException("is down", new IllegalStateException("by a test"));
    }
  }

  @Override
  public MemoryAllocations allocations() {
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
