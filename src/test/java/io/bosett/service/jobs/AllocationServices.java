package io.bosett.service.jobs;

import static org.awaitility.Awaitility.await;

import io.bosett.service.SolveUseCase;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Allocation services for tests, and operations on them. */
final class AllocationServices {
  private static final long PATIENCE_SECONDS = 60;
  private static final Duration RUNNING_WITHIN = Duration.ofSeconds(20);

  private AllocationServices() {}

  static QueueSettings settings() {
    return new QueueSettings(
        2, 1, 1_000, 500, Duration.ofMinutes(2), 1_000, 20, 500, 1, Duration.ofSeconds(5), "test");
  }

  static QueueSettings withLease(Duration lease) {
    return new QueueSettings(
        2, 1, 1_000, 500, Duration.ofMinutes(2), 1_000, 20, 500, 1, lease, "test");
  }

  static QueueSettings withLongest(Duration solve) {
    return new QueueSettings(
        2, 1, 1_000, 500, solve, 1_000, 20, 500, 1, Duration.ofSeconds(5), "test");
  }

  static QueueSettings withThreads(int threads) {
    return new QueueSettings(
        threads,
        1,
        1_000,
        500,
        Duration.ofMinutes(2),
        1_000,
        20,
        500,
        1,
        Duration.ofSeconds(5),
        "test");
  }

  static AllocationService open(Store store) {
    return open(store, settings(), SolveUseCase::answer);
  }

  static AllocationService open(
      Store store, QueueSettings settings, SolveRunner.Answerer answerer) {
    return open(store, settings, answerer, JobListener.NONE);
  }

  static AllocationService open(
      Store store, QueueSettings settings, SolveRunner.Answerer answerer, JobListener listener) {
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    return AllocationService.open(
        new AllocationService.Surroundings(store, datasets, Clock.systemUTC(), listener, answerer),
        settings);
  }

  static Submission submission(byte[] document) {
    return new Submission(document, null, "somebody", null);
  }

  /** Hands in a scenario and gives the id of the allocation. */
  static String submit(AllocationService allocations, byte[] document) {
    return submit(allocations, document, "somebody");
  }

  static String submit(AllocationService allocations, byte[] document, String caller) {
    JobStore.Submission kept = allocations.submit(new Submission(document, null, caller, null));
    return ((JobStore.Submission.Accepted) kept).job().id();
  }

  /** Waits until an allocation is being solved. */
  static void awaitRunning(AllocationService allocations, String id) {
    await()
        .atMost(RUNNING_WITHIN)
        .until(() -> allocations.find(id).orElseThrow().state() == JobState.RUNNING);
  }

  static KeptJob ended(AllocationService allocations, String id) throws Exception {
    return allocations.ended(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static KeptJob solved(AllocationService allocations, byte[] document) throws Exception {
    return ended(allocations, submit(allocations, document));
  }
}
