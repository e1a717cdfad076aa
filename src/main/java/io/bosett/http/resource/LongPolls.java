package io.bosett.http.resource;

import io.bosett.service.jobs.JobQueue;
import io.bosett.store.KeptJob;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Long polling for the ends of jobs of one kind without holding a thread: the wait is that of
 * {@code Prefer: wait=N} ({@link io.bosett.http.protocol.PreferHeader}). The end of the job
 * completes it; at the timeout the caller gets 202 and the link.
 */
@SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, as is meant
public final class LongPolls {
  private final JobQueue jobs;
  private final Executor executor;
  private volatile boolean closed;
  private final Map<CompletableFuture<KeptJob>, KeptJob> pending = new ConcurrentHashMap<>();

  /**
   * @param executor runs the continuation of a wait
   */
  public LongPolls(JobQueue jobs, Executor executor) {
    this.jobs = jobs;
    this.executor = executor;
  }

  /**
   * The job when it has ended, or its state at the timeout, whichever comes first.
   *
   * @param stored completes when the job is stored, with its end if that came soon; then what
   *     follows runs on the thread that stored it, and must not wait there
   */
  CompletableFuture<KeptJob> forEnd(CompletableFuture<KeptJob> stored, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    return stored.thenCompose(
        job ->
            job.state().isEnded()
                ? CompletableFuture.completedFuture(job)
                : forEnd(job, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
  }

  private CompletableFuture<KeptJob> forEnd(KeptJob job, Duration longest) {
    CompletableFuture<KeptJob> ended = jobs.ended(job.id());
    CompletableFuture<KeptJob> wait = ended.copy();
    pending.put(wait, job);
    if (closed) {
      wait.complete(job);
    }
    return wait.completeOnTimeout(job, longest.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> job)
        .thenApplyAsync(
            now -> {
              pending.remove(wait);
              ended.cancel(false);
              return now.state().isEnded() ? now : jobs.find(now.id()).orElse(now);
            },
            executor);
  }

  /** Ends all waits; their callers get the current state and the link to ask again. */
  public void close() {
    closed = true;
    pending.forEach(CompletableFuture::complete);
  }
}
