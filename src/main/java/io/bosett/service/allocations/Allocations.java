package io.bosett.service.allocations;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Store;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The desk at which allocations are handed in and given out. Safe for use from many threads. */
public final class Allocations implements AutoCloseable {
  private Allocations() {}

  /**
   * Opens the desk on a store and starts the threads that solve. What another process left behind in
   * a store that is not shared waits again at once; in a shared one when its lease has run out.
   */
  public static Allocations open(Store store, Settings settings) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a scenario in and keeps it; it is solved as soon as its turn has come. Durable once this
   * returns.
   *
   * @throws io.bosett.model.InvalidInputException with all faults of the scenario, bounds of this
   *     service included; nothing is kept then
   */
  public AllocationStore.Submission submit(Submission submission) {
    throw new UnsupportedOperationException();
  }

  /** One allocation as it is now, the progress of this process's own solves included. */
  public Optional<KeptAllocation> find(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Completes when an allocation has ended, whichever process solves it; exceptionally when this desk
   * closes before. To cancel the future is to wait no longer.
   */
  public CompletableFuture<KeptAllocation> ended(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells a listener what is and then what happens, whichever process solves it; from another thread,
   * one event at a time, each newer than the one before. The listener must not block. When events
   * come faster than every quarter of a second only the newest is told.
   *
   * @param afterId tells only events with a larger {@link Event#id()}
   * @return ends the telling when closed
   */
  public AutoCloseable watch(String id, long afterId, Consumer<Event> listener) {
    throw new UnsupportedOperationException();
  }

  /** Asks that a solve stop; heard within a second, wherever it is solved. */
  public AllocationStore.Cancellation cancel(String id) {
    throw new UnsupportedOperationException();
  }

  /** Solves nothing new, lets what is being solved wait again, and ends the threads. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
