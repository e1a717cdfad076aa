package io.bosett.service.jobs;

import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.ProgressListener;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a job in this process: cancellation, progress, lease, and a guard that its outcome
 * is written once. Times are those of {@link System#nanoTime}, which is monotonic.
 */
public final class Job implements ProgressListener {
  private final KeptJob kept;
  private final JobLog log;
  private final CancellationToken cancel = new CancellationToken();
  private final @Nullable CompiledProblem known;
  private final @Nullable DeferredSubmission deferred;
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
  private volatile JobProgress progress = JobProgress.NONE;
  private volatile long leaseUntil;

  /**
   * @param kept as it was claimed
   * @param known what it asks, or null when that must be read
   * @param deferred its submission when it is not stored yet, or null
   * @param lease from now on until {@link #renewed} says when it was asked for, or null when nobody
   *     else may take the job over
   * @param freesThread lets the next solve begin; run once
   */
  Job(
      KeptJob kept,
      @Nullable CompiledProblem known,
      @Nullable DeferredSubmission deferred,
      @Nullable Duration lease,
      Clock clock,
      Runnable freesThread) {
    this.kept = kept;
    this.known = known;
    this.deferred = deferred;
    this.freesThread = freesThread;
    this.lease = lease;
    log = new JobLog(clock);
    renewed(begin);
  }

  public String id() {
    return kept.id();
  }

  /** As it was claimed. */
  public KeptJob kept() {
    return kept;
  }

  /** What happens to it, for its log. */
  public JobLog log() {
    return log;
  }

  /** Ends the work early. */
  public CancellationToken cancel() {
    return cancel;
  }

  /** What it asks, or null when that must be read. */
  public @Nullable CompiledProblem known() {
    return known;
  }

  /** Its submission when it was begun before it was stored, or null. */
  @Nullable DeferredSubmission deferred() {
    return deferred;
  }

  /** Whether the store has it, as this process's own. */
  boolean isStored() {
    return deferred == null || deferred.isStored();
  }

  /** Requests a stop; the first reason counts. */
  public void stop(StopReason why) {
    if (stop.get() == null) {
      stopSince = System.nanoTime();
    }
    stop.compareAndSet(null, why);
    cancel.request();
  }

  /** The reason of the stop, or null. */
  public @Nullable StopReason stopped() {
    return stop.get();
  }

  /** The time since the stop was requested. */
  Duration stoppingFor() {
    return stop.get() == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - stopSince);
  }

  /** Sets the deadline, from now on. */
  public void limit(Duration time) {
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

  /** Whether the lease has expired, so that another process may own the job. */
  public boolean isLeaseOver() {
    return lease != null && System.nanoTime() - leaseUntil > 0;
  }

  /** Since it began. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void report(@Nullable Long objective, @Nullable Long bound) {
    JobProgress before = progress;
    if (!Objects.equals(objective, before.objective()) || !Objects.equals(bound, before.bound())) {
      progress = new JobProgress(before.sequence() + 1, objective, bound, elapsed().toMillis());
      log.progress(objective, bound);
    }
  }

  /** Counts steps, such as the solves of an analysis. */
  public synchronized void count(long done, long planned) {
    JobProgress before = progress;
    if (done > before.done() || planned > before.planned()) {
      long most = Math.max(done, before.done());
      long all = Math.max(Math.max(most, planned), before.planned());
      progress =
          new JobProgress(before.sequence() + 1, null, null, most, all, elapsed().toMillis());
    }
  }

  /** The present progress. */
  public JobProgress progress() {
    JobProgress last = progress;
    return last.after(elapsed().toMillis());
  }

  /** The job in its present state. */
  KeptJob now() {
    return kept.withProgress(progress());
  }

  /** The stored job, with this job's progress when it is of the same attempt. */
  KeptJob on(KeptJob stored) {
    boolean same = stored.state() == JobState.RUNNING && stored.attempt() == kept.attempt();
    return same ? stored.withProgress(progress()) : stored;
  }
}
