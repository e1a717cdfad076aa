package io.bosett.http;

import io.bosett.service.allocations.Allocations;
import io.bosett.store.KeptAllocation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waits for the end of allocations without holding a thread. */
final class Waiting {
  private final Allocations desk;
  private final Executor executor;

  /** @param executor runs what comes after the wait */
  Waiting(Allocations desk, Executor executor) {
    this.desk = desk;
    this.executor = executor;
  }

  /** The allocation as it is when it has ended or the time is over, whichever comes first. */
  CompletableFuture<KeptAllocation> forEnd(KeptAllocation allocation, Duration longest) {
    CompletableFuture<KeptAllocation> ended = desk.ended(allocation.id());
    return ended
        .copy()
        .completeOnTimeout(allocation, longest.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> allocation)
        .thenApplyAsync(
            now -> {
              ended.cancel(false);
              return now.state().isEnded() ? now : desk.find(now.id()).orElse(now);
            },
            executor);
  }
}
