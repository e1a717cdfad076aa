package io.bosett.service.allocations;

import static org.awaitility.Awaitility.await;

import io.bosett.service.Answering;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.State;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Desks and what tests do at them. */
final class Desks {
  private static final long PATIENCE_SECONDS = 60;
  private static final Duration RUNNING_WITHIN = Duration.ofSeconds(20);

  private Desks() {}

  static Settings settings() {
    return new Settings(
        2, 1_000, 500, Duration.ofMinutes(2), 1_000, 20, 500, 1, Duration.ofSeconds(5), "test");
  }

  static Settings withLease(Duration lease) {
    return new Settings(2, 1_000, 500, Duration.ofMinutes(2), 1_000, 20, 500, 1, lease, "test");
  }

  static Settings withThreads(int threads) {
    return new Settings(
        threads,
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

  static Allocations open(Store store) {
    return open(store, settings(), Answering::answer);
  }

  static Allocations open(Store store, Settings settings, Solving.Answerer answerer) {
    return open(store, settings, answerer, SolveListener.NONE);
  }

  static Allocations open(
      Store store, Settings settings, Solving.Answerer answerer, SolveListener listener) {
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    return Allocations.open(
        new Allocations.Surroundings(store, datasets, Clock.systemUTC(), listener, answerer),
        settings);
  }

  static Submission submission(byte[] document) {
    return new Submission(document, null, "somebody", null);
  }

  /** Hands in a scenario and gives the id of the allocation. */
  static String submit(Allocations desk, byte[] document) {
    return submit(desk, document, "somebody");
  }

  static String submit(Allocations desk, byte[] document, String caller) {
    AllocationStore.Submission kept = desk.submit(new Submission(document, null, caller, null));
    return ((AllocationStore.Submission.Accepted) kept).allocation().id();
  }

  /** Waits until an allocation is being solved. */
  static void awaitRunning(Allocations desk, String id) {
    await()
        .atMost(RUNNING_WITHIN)
        .until(() -> desk.find(id).orElseThrow().state() == State.RUNNING);
  }

  static KeptAllocation ended(Allocations desk, String id) throws Exception {
    return desk.ended(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static KeptAllocation solved(Allocations desk, byte[] document) throws Exception {
    return ended(desk, submit(desk, document));
  }
}
