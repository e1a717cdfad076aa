package io.bosett.http.resource;

import io.bosett.common.DaemonThreads;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Responses;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The bulkhead for expensive analyses, such as explanations: few threads and a bounded queue, so
 * that analyses never starve other requests. When the queue is full, requests get 503 with {@code
 * Retry-After}.
 */
public final class AnalysisExecutor implements AutoCloseable {
  private static final int QUEUE = 64;

  private final ThreadPoolExecutor threads;
  private final Executor answering;

  /**
   * @param size number of threads
   * @param answering writes the responses
   */
  public AnalysisExecutor(int size, Executor answering) {
    this.answering = answering;
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(QUEUE),
            DaemonThreads.numbered("analysis"));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Computes a document on a thread of this pool and sends it. */
  void answer(Context ctx, String mediaType, Computation computation) {
    CompletableFuture<byte[]> document;
    try {
      document =
          CompletableFuture.supplyAsync(
              () -> KeptAllocationLookup.ours(computation::document), threads);
    } catch (RejectedExecutionException e) {
      throw ProblemTypes.tooManyAnalyses(Duration.ofSeconds(2)).exception();
    }
    ctx.future(
        () ->
            document.thenAcceptAsync(
                bytes -> Responses.bytes(ctx, 200, mediaType, bytes), answering));
  }

  /** Computes a response body. */
  @FunctionalInterface
  interface Computation {
    byte[] document();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
