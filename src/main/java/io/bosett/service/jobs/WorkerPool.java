package io.bosett.service.jobs;

import io.bosett.common.DaemonThreads;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptJob;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of threads that do the jobs of one kind, with a fixed number of slots. A stuck thread,
 * which does not return when told to stop, gives up its slot to a new thread, and its late result
 * is discarded.
 */
final class WorkerPool {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final long IDLE_SECONDS = 60;

  /** Limit on the outcomes that are being written while their slots already solve the next job. */
  private static final int MOST_WRITING = 32;

  private final int size;
  private final @Nullable Duration lease;
  private final Clock clock;
  private final JobRun jobRun;
  private final OutcomeWriter outcomeWriter;
  private final JobListener listener;
  private final Semaphore free;
  private final Semaphore writing = new Semaphore(MOST_WRITING);
  private final ThreadPoolExecutor threads;
  private final Map<String, Job> running = new ConcurrentHashMap<>();

  /** The number of stuck threads, by solver. */
  private final Map<String, Integer> stuck = new ConcurrentHashMap<>();

  private volatile Runnable whenFree = () -> {};
  private volatile Runnable whenStarted = () -> {};
  private volatile BiConsumer<String, Optional<KeptJob>> whenSettled = (id, ended) -> {};
  private volatile boolean closing;

  /**
   * @param name of its threads
   * @param size number of slots
   * @param lease of claimed jobs, or null when no other process may take them over
   */
  WorkerPool(
      String name,
      int size,
      @Nullable Duration lease,
      Clock clock,
      JobRun jobRun,
      OutcomeWriter outcomeWriter,
      JobListener listener) {
    this.size = size;
    this.lease = lease;
    this.clock = clock;
    this.jobRun = jobRun;
    this.outcomeWriter = outcomeWriter;
    this.listener = listener;
    free = new Semaphore(size);
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.numbered(name));
  }

  /** Sets the callbacks: a solve has started, a slot is free, an outcome is written. */
  void tell(Runnable started, Runnable freed, BiConsumer<String, Optional<KeptJob>> settled) {
    whenStarted = started;
    whenFree = freed;
    whenSettled = settled;
  }

  /** Reserves a slot if one is free. */
  boolean reserve() {
    return !closing && free.tryAcquire();
  }

  /** Reserves all free slots. */
  int reserveAll() {
    return closing ? 0 : free.drainPermits();
  }

  /** Returns reserved slots that were not used. */
  void unreserve(int places) {
    free.release(places);
  }

  /**
   * Does a job that this process owns, in a reserved slot.
   *
   * @param asked when the claim was sent to the store, by {@link System#nanoTime}
   * @return false when no thread could be had; then it is given back, and its slot too
   */
  boolean start(KeptJob kept, @Nullable CompiledProblem known, long asked) {
    return start(new Job(kept, known, null, lease, clock, this::freed), asked);
  }

  /** Does a job that is not stored yet, in a reserved slot. */
  void start(DeferredSubmission deferred) {
    Job job = new Job(deferred.begun(), deferred.known(), deferred, lease, clock, this::freed);
    start(job, System.nanoTime());
  }

  private boolean start(Job job, long asked) {
    job.renewed(asked);
    Job before = running.put(job.id(), job);
    if (before != null) {
      // Its lease expired unnoticed, and this same process has claimed the job again.
      before.stop(StopReason.LOST);
    }
    if (closing) {
      job.stop(StopReason.CLOSING);
    }
    try {
      whenStarted.run();
      threads.execute(() -> work(job));
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      // Nothing is thrown: who starts it may be in the middle of settling another job.
      LOG.error("job {} finds no thread and waits again", job.id(), e);
      settle(job, null);
      return false;
    }
  }

  private void freed() {
    free.release();
    whenFree.run();
  }

  private void work(Job job) {
    @Nullable Outcome outcome = null;
    try {
      listener.started(job.kept().label());
      job.log().add(job.kept().createdAt(), "submitted");
      job.log().add("claimed, attempt " + job.kept().attempt());
      outcome = jobRun.end(job);
    } finally {
      settle(job, outcome);
      if (job.back()) {
        stuck.computeIfPresent(
            job.kept().solver(), (solver, count) -> count == 1 ? null : count - 1);
      }
      job.freeThread();
    }
  }

  private void settle(Job job, @Nullable Outcome outcome) {
    if (!job.settle()) {
      return;
    }
    boolean aside = writing.tryAcquire();
    Optional<KeptJob> ended = Optional.empty();
    try {
      if (aside && !job.isAstray()) {
        // Frees the slot before the write, so that the next solve does not wait for the disk.
        job.freeThread();
      }
      ended = outcomeWriter.settle(job, outcome);
    } finally {
      running.remove(job.id(), job);
      if (!job.isAstray()) {
        job.freeThread();
      }
      if (aside) {
        writing.release();
      }
      if (job.deferred() != null) {
        job.deferred().publish();
      }
    }
    whenSettled.accept(job.id(), ended);
  }

  /**
   * Counts a stuck thread, and replaces it unless as many are stuck already as there are slots:
   * then it keeps its slot until it returns.
   */
  void replace(Job job) {
    if (job.stray()) {
      stuck.merge(job.kept().solver(), 1, Integer::sum);
      listener.strayed(job.kept().label());
      job.log().add("does not stop");
    }
    if (strays() <= size && job.isAstray() && job.freeThread()) {
      job.log().add("its thread was replaced");
    }
  }

  /** Runs something short beside the jobs. */
  void execute(Runnable action) {
    threads.execute(action);
  }

  /** Stores a job that was begun before, as it does not end soon. */
  void store(Job job) {
    threads.execute(() -> outcomeWriter.store(job));
  }

  /** Settles a job whose thread is stuck. */
  void giveUp(Job job, @Nullable Outcome outcome) {
    threads.execute(() -> settle(job, outcome));
  }

  Collection<Job> running() {
    return running.values();
  }

  @Nullable Job running(String id) {
    return running.get(id);
  }

  /** The number of stuck solves. */
  int strays() {
    return stuck.values().stream().mapToInt(count -> count).sum();
  }

  /** Whether no more stuck threads are replaced and this solver has some of them. */
  boolean isStuckWith(String solver) {
    return stuck.containsKey(solver) && strays() > size;
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
