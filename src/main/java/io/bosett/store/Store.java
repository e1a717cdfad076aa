package io.bosett.store;

/** The persistent store: datasets, scenarios, jobs, API keys. Thread-safe. */
public interface Store extends AutoCloseable {
  /** Uploaded datasets, and the contents of all that were used. */
  DatasetStore datasets();

  /** Scenario documents. */
  ScenarioStore scenarios();

  /** The jobs of one kind: queued, running, ended. */
  JobStore jobs(JobKind kind);

  /** The allocations. */
  default JobStore allocations() {
    return jobs(JobKind.ALLOCATION);
  }

  /** API keys. */
  KeyStore keys();

  /** Whether the database answers now; never throws. */
  boolean isAvailable();

  /** Whether other processes may work on the same jobs. */
  boolean isShared();

  @Override
  void close();
}
