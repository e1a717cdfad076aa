package io.bosett.store;

/** All that is kept, by kind. Safe for use from many threads. */
public interface Store extends AutoCloseable {
  /** Datasets that were uploaded, and the contents of all that were used. */
  DatasetStore datasets();

  /** Scenario documents. */
  ScenarioStore scenarios();

  /** Allocations: waiting, being solved, ended. */
  AllocationStore allocations();

  /** Keys by which callers are known. */
  KeyStore keys();

  /** Whether the database answers now; never throws. */
  boolean isAvailable();

  /** Whether other processes may work on the same allocations. */
  boolean isShared();

  @Override
  void close();
}
