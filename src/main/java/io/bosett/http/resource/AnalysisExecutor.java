package io.bosett.http.resource;

import io.bosett.common.DaemonThreads;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.LargeResponse;
import io.bosett.http.protocol.MemoryBudget;
import io.bosett.http.protocol.Spool;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The bulkhead for expensive answers, such as explanations and large tables: few threads, a bounded
 * queue and a memory budget, so that they never starve other requests. When queue or budget is
 * full, requests get 503 with {@code Retry-After}.
 */
public final class AnalysisExecutor implements AutoCloseable {
  private static final int QUEUE = 64;

  /** How long a thread waits for memory. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;
  private final Executor answering;
  private final MemoryBudget memoryBudget;

  /**
   * @param size number of threads
   * @param answering writes the responses
   * @param memoryBudget what the answers may take while they are made
   */
  public AnalysisExecutor(int size, Executor answering, MemoryBudget memoryBudget) {
    this.answering = answering;
    this.memoryBudget = memoryBudget;
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

  /**
   * Computes a document on a thread of this pool and sends it.
   *
   * @param weight estimate of the memory that it takes, in bytes
   */
  void answer(Context ctx, String mediaType, long weight, Computation computation) {
    CompletableFuture<Spool> document;
    Exchange exchange = Exchange.of(ctx);
    try {
      document = CompletableFuture.supplyAsync(() -> made(exchange, weight, computation), threads);
    } catch (RejectedExecutionException e) {
      throw ProblemTypes.tooManyAnalyses(Duration.ofSeconds(2)).exception();
    }
    ctx.future(
        () ->
            document.thenComposeAsync(
                spool -> LargeResponse.send(ctx, 200, mediaType, spool), answering));
  }

  /** The document is kept, compressed, until the request ends. */
  private Spool made(Exchange exchange, long weight, Computation computation) {
    MemoryBudget.Reservation reserved =
        memoryBudget.await(
            weight, LONGEST_WAIT, ProblemTypes.tooManyAnalyses(Duration.ofSeconds(2)));
    boolean done = false;
    try {
      Spool spool = KeptAllocationLookup.ours(() -> spooled(computation));
      reserved.shrinkTo(spool.weight());
      exchange.whenEnded(reserved::close);
      done = true;
      return spool;
    } finally {
      if (!done) {
        reserved.close();
      }
    }
  }

  private static Spool spooled(Computation computation) {
    try (Spool spool = new Spool()) {
      computation.write(spool);
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Computes a response body. */
  @FunctionalInterface
  interface Computation {
    void write(OutputStream out) throws IOException;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
