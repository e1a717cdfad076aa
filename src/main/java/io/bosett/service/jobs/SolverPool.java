package io.bosett.service.jobs;

import io.bosett.common.DaemonThreads;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that solve. So many solves run at the same time as there are threads by the settings;
 * a thread that does not come back when told gives up its place to another, and what it brings home
 * later is thrown away.
 */
final class SolverPool {
  private static final long IDLE_SECONDS = 60;

  /** Ends that may be on their way to the store beside what is solved. */
  private static final int MOST_WRITING = 32;

  private final QueueSettings settings;
  private final @Nullable Duration lease;
  private final Clock clock;
  private final JobRun jobRun;
  private final OutcomeWriter outcomeWriter;
  private final SolveListener listener;
  private final Semaphore free;
  private final Semaphore writing = new Semaphore(MOST_WRITING);
  private final ThreadPoolExecutor threads;
  private final Map<String, Job> running = new ConcurrentHashMap<>();
  private final AtomicInteger strays = new AtomicInteger();
  private volatile Runnable whenFree = () -> {};
  private volatile Runnable whenStarted = () -> {};
  private volatile BiConsumer<String, Optional<KeptAllocation>> whenSettled = (id, ended) -> {};
  private volatile boolean closing;

  /**
   * @param lease of what is solved, or null when nobody else may take it over
   */
  SolverPool(
      QueueSettings settings,
      @Nullable Duration lease,
      Clock clock,
      JobRun jobRun,
      OutcomeWriter outcomeWriter,
      SolveListener listener) {
    this.settings = settings;
    this.lease = lease;
    this.clock = clock;
    this.jobRun = jobRun;
    this.outcomeWriter = outcomeWriter;
    this.listener = listener;
    free = new Semaphore(settings.threads());
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.numbered("solve"));
  }

  /** Says who is told when a solve has begun, a thread is free again, an end is written. */
  void tell(
      Runnable started, Runnable freed, BiConsumer<String, Optional<KeptAllocation>> settled) {
    whenStarted = started;
    whenFree = freed;
    whenSettled = settled;
  }

  /** Takes a place for a solve if there is one. */
  boolean reserve() {
    return !closing && free.tryAcquire();
  }

  /** Takes all places that there are. */
  int reserveAll() {
    return closing ? 0 : free.drainPermits();
  }

  /** Gives places back that were taken for nothing. */
  void unreserve(int places) {
    free.release(places);
  }

  /** Solves an allocation that this process owns, in a place that was reserved for it. */
  void start(KeptAllocation allocation, @Nullable CompiledProblem known) {
    Job job = new Job(allocation, known, lease, clock, this::freed);
    Job before = running.put(job.id(), job);
    if (before != null) {
      // Its lease ran out unnoticed, and this very process has taken the allocation over.
      before.stop(StopReason.LOST);
    }
    if (closing) {
      job.stop(StopReason.CLOSING);
    }
    boolean begun = false;
    try {
      whenStarted.run();
      threads.execute(() -> work(job));
      begun = true;
    } finally {
      if (!begun) {
        settle(job, null);
      }
    }
  }

  private void freed() {
    free.release();
    whenFree.run();
  }

  private void work(Job job) {
    @Nullable Outcome ending = null;
    try {
      listener.started(job.allocation.solver());
      job.log.add(job.allocation.createdAt(), "submitted");
      job.log.add("claimed, attempt " + job.allocation.attempt());
      ending = jobRun.end(job);
    } finally {
      settle(job, ending);
      if (job.back()) {
        strays.decrementAndGet();
      }
    }
  }

  private void settle(Job job, @Nullable Outcome ending) {
    if (!job.settle()) {
      return;
    }
    boolean aside = writing.tryAcquire();
    if (aside) {
      // The next is solved while the disk is waited for.
      job.freeThread();
    }
    Optional<KeptAllocation> ended = Optional.empty();
    try {
      ended = outcomeWriter.settle(job, ending);
    } finally {
      running.remove(job.id(), job);
      job.freeThread();
      if (aside) {
        writing.release();
      }
    }
    whenSettled.accept(job.id(), ended);
  }

  /** Fills the place of a thread that does not come back, unless too many do not. */
  void replace(Job job) {
    if (strays.incrementAndGet() <= settings.threads() && job.stray()) {
      listener.strayed(job.allocation.solver());
      job.log.add("does not stop; its thread was replaced");
      job.freeThread();
    } else {
      strays.decrementAndGet();
    }
  }

  /** Ends a job whose thread does not come back. */
  void giveUp(Job job, @Nullable Outcome ending) {
    threads.execute(() -> settle(job, ending));
  }

  Collection<Job> running() {
    return running.values();
  }

  @Nullable Job running(String id) {
    return running.get(id);
  }

  /** Solves that run in the places there are, and those that do not stop. */
  int strays() {
    return strays.get();
  }

  /** Starts nothing more and stops what runs. */
  void stop() {
    closing = true;
    running.values().forEach(job -> job.stop(StopReason.CLOSING));
  }

  /** Waits until nothing runs, for a limited time, and ends the threads. */
  void end(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!running.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    threads.shutdownNow();
    threads.awaitTermination(1, TimeUnit.SECONDS);
  }
}
