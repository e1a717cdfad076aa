package io.bosett.service.jobs;

import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.ProgressListener;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.SolveProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to solve an allocation in this process: cancellation, progress, lease, and a guard
 * that its outcome is written once. Times are those of {@link System#nanoTime}, which is monotonic.
 */
final class Job implements ProgressListener {
  final KeptAllocation allocation;
  final SolveLog log;
  final CancellationToken cancel = new CancellationToken();

  private final @Nullable CompiledProblem known;
  private final @Nullable Duration lease;
  private final Runnable freesThread;
  private final long begin = System.nanoTime();
  private final AtomicReference<@Nullable StopReason> stop = new AtomicReference<>();
  private final AtomicBoolean settled = new AtomicBoolean();
  private final AtomicBoolean threadFree = new AtomicBoolean();
  private final AtomicReference<Whereabouts> whereabouts =
      new AtomicReference<>(Whereabouts.AT_WORK);
  private volatile long stopSince;
  private volatile @Nullable Long deadline;
  private volatile SolveProgress progress = SolveProgress.NONE;
  private volatile long leaseUntil;

  /**
   * @param allocation as it was claimed
   * @param known what it asks, or null when that must be read
   * @param lease from now on until {@link #renewed} says when it was asked for, or null when nobody
   *     else may take the allocation over
   * @param freesThread lets the next solve begin; run once
   */
  Job(
      KeptAllocation allocation,
      @Nullable CompiledProblem known,
      @Nullable Duration lease,
      Clock clock,
      Runnable freesThread) {
    this.allocation = allocation;
    this.known = known;
    this.freesThread = freesThread;
    this.lease = lease;
    log = new SolveLog(clock);
    renewed(begin);
  }

  String id() {
    return allocation.id();
  }

  @Nullable CompiledProblem known() {
    return known;
  }

  /** Requests a stop; the first reason counts. */
  void stop(StopReason why) {
    if (stop.get() == null) {
      stopSince = System.nanoTime();
    }
    stop.compareAndSet(null, why);
    cancel.request();
  }

  /** The reason of the stop, or null. */
  @Nullable StopReason stopped() {
    return stop.get();
  }

  /** The time since the stop was requested. */
  Duration stoppingFor() {
    return stop.get() == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - stopSince);
  }

  /** Sets the deadline, from now on. */
  void limit(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  boolean isOverdue() {
    Long time = deadline;
    return time != null && System.nanoTime() - time > 0;
  }

  /** Whether the caller is the first to settle the job, and so the one to write its outcome. */
  boolean settle() {
    return settled.compareAndSet(false, true);
  }

  boolean isSettled() {
    return settled.get();
  }

  /** The state of the solver thread. */
  private enum Whereabouts {
    AT_WORK,
    ASTRAY,
    BACK
  }

  /** Marks the thread as abandoned; false when it has returned, or was abandoned before. */
  boolean stray() {
    return whereabouts.compareAndSet(Whereabouts.AT_WORK, Whereabouts.ASTRAY);
  }

  /** Whether the thread is abandoned and has not returned. */
  boolean isAstray() {
    return whereabouts.get() == Whereabouts.ASTRAY;
  }

  /** Marks the thread as returned; true when it had been abandoned. */
  boolean back() {
    return whereabouts.getAndSet(Whereabouts.BACK) == Whereabouts.ASTRAY;
  }

  /** Lets the next solve begin; true the first time, when it has an effect. */
  boolean freeThread() {
    boolean first = threadFree.compareAndSet(false, true);
    if (first) {
      freesThread.run();
    }
    return first;
  }

  /**
   * @param asked when the renewal was sent; the lease counts from the question, not the answer, as
   *     the store may be slow
   */
  void renewed(long asked) {
    leaseUntil = lease == null ? 0 : asked + lease.toNanos();
  }

  /** Whether the lease has expired, so that another process may own the allocation. */
  boolean isLeaseOver() {
    return lease != null && System.nanoTime() - leaseUntil > 0;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void report(@Nullable Long objective, @Nullable Long bound) {
    SolveProgress before = progress;
    if (!Objects.equals(objective, before.objective()) || !Objects.equals(bound, before.bound())) {
      progress = new SolveProgress(before.sequence() + 1, objective, bound, elapsed().toMillis());
      log.progress(objective, bound);
    }
  }

  /** The present progress. */
  SolveProgress progress() {
    SolveProgress last = progress;
    return new SolveProgress(last.sequence(), last.objective(), last.bound(), elapsed().toMillis());
  }

  /** The allocation in its present state. */
  KeptAllocation now() {
    return allocation.withProgress(progress());
  }

  /** The stored allocation, with this job's progress when it is of the same attempt. */
  KeptAllocation on(KeptAllocation kept) {
    boolean same = kept.state() == JobState.RUNNING && kept.attempt() == allocation.attempt();
    return same ? kept.withProgress(progress()) : kept;
  }
}
