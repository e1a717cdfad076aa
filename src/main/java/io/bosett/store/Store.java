package io.bosett.store;

/** The persistent store: datasets, scenarios, allocations, API keys. Thread-safe. */
public interface Store extends AutoCloseable {
  /** Uploaded datasets, and the contents of all that were used. */
  DatasetStore datasets();

  /** Scenario documents. */
  ScenarioStore scenarios();

  /** Allocations: queued, running, ended. */
  AllocationStore allocations();

  /** API keys. */
  KeyStore keys();

  /** Whether the database answers now; never throws. */
  boolean isAvailable();

  /** Whether other processes may work on the same allocations. */
  boolean isShared();

  @Override
  void close();
}
