package io.bosett.http.resource;

import io.bosett.service.jobs.AllocationService;
import io.bosett.store.KeptAllocation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Long polling of {@code POST /v1/allocations} without holding a thread: the wait is that of {@code
 * Prefer: wait=N} ({@link io.bosett.http.protocol.PreferHeader}). The end of the solve completes
 * it; at the timeout the caller gets 202 and the link.
 */
@SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, as is meant
public final class LongPolls {
  private final AllocationService desk;
  private final Executor executor;
  private final Map<CompletableFuture<KeptAllocation>, KeptAllocation> pending =
      new ConcurrentHashMap<>();

  /**
   * @param executor runs the continuation of a wait
   */
  public LongPolls(AllocationService desk, Executor executor) {
    this.desk = desk;
    this.executor = executor;
  }

  /** The allocation when it has ended, or its state at the timeout, whichever comes first. */
  CompletableFuture<KeptAllocation> forEnd(KeptAllocation allocation, Duration longest) {
    CompletableFuture<KeptAllocation> ended = desk.ended(allocation.id());
    CompletableFuture<KeptAllocation> wait = ended.copy();
    pending.put(wait, allocation);
    return wait.completeOnTimeout(allocation, longest.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> allocation)
        .thenApplyAsync(
            now -> {
              pending.remove(wait);
              ended.cancel(false);
              return now.state().isEnded() ? now : desk.find(now.id()).orElse(now);
            },
            executor);
  }

  /** Ends all waits; their callers get the current state and the link to ask again. */
  public void close() {
    pending.forEach(CompletableFuture::complete);
  }
}
