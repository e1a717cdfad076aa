package io.bosett.analysis.session;

import io.bosett.common.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered tasks, in their order on the caller's own thread, or on several threads. */
final class TaskThreads {
  private TaskThreads() {}

  /** Returns when all tasks have ended; the first exception of a task is thrown again. */
  static void run(int threads, int count, IntConsumer task) {
    if (threads <= 1 || count <= 1) {
      for (int k = 0; k < count; k++) {
        task.accept(k);
      }
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, count), DaemonThreads.named("solve-session"));
    try {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> ends = new ArrayList<>();
      for (int t = 0; t < Math.min(threads, count); t++) {
        ends.add(pool.submit(() -> take(next, count, task)));
      }
      ends.forEach(TaskThreads::await);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void take(AtomicInteger next, int count, IntConsumer task) {
    for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
      task.accept(k);
    }
  }

  private static void await(Future<?> end) {
    try {
      end.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an analysis solves", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
