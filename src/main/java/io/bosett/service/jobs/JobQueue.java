package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobKind;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one kind: submit, find, wait, watch and cancel them, while background threads of this
 * process, and of others on the same store, do them. What a kind does is its {@link JobRunner}; the
 * rest is the same for all. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final long CLOSING_MILLIS = 3_000;

  private final JobKind kind;
  private final JobStore store;
  private final String owner = RandomIds.hex();
  private final QueueSettings settings;
  private final Clock clock;
  private final WorkerPool workers;
  private final Watchdog watchdog;
  private final Handoff handoff;
  private final QueuePoller queuePoller;
  private final Subscriptions subscriptions;
  private final BackgroundLoop claiming;
  private final BackgroundLoop renewing;
  private final BackgroundLoop guarding;
  private final BackgroundLoop watching;
  private volatile boolean closed;

  private JobQueue(Surroundings at, JobRunner runner) {
    kind = at.kind;
    store = at.store.jobs(kind);
    settings = at.settings;
    clock = at.clock;
    boolean shared = at.store.isShared();
    Duration lease = settings.lease();
    Outcomes outcomes = new Outcomes(settings.version());
    workers =
        new WorkerPool(
            kind.word(),
            at.threads,
            shared ? lease : null,
            at.clock,
            new JobRun(runner, outcomes),
            new OutcomeWriter(store, owner, outcomes, at.listener),
            at.listener);
    queuePoller = new QueuePoller(store, shared, owner, lease, workers);
    subscriptions = new Subscriptions(store, shared, workers);
    LeaseHeartbeat heartbeat = new LeaseHeartbeat(store, owner, lease, workers);
    watchdog = new Watchdog(workers, outcomes, runner);
    handoff = new Handoff(store, limits(), workers, at.threads, this::wakeGuard, this::expectMore);
    claiming = loop("queue-poller", Duration.ZERO, this::poll);
    renewing = loop("lease-heartbeat", heartbeat.pause(), heartbeat::renew);
    guarding = loop("watchdog", Watchdog.ROUND, this::guard);
    watching = loop("subscriptions", Subscriptions.ROUND, subscriptions::look);
  }

  private BackgroundLoop loop(String what, Duration least, BackgroundLoop.Work work) {
    return new BackgroundLoop(what + " of " + kind.plural(), least, LONGEST_PAUSE, work);
  }

  /**
   * The collaborators of a queue.
   *
   * @param threads jobs of this kind at the same time
   * @param settings queue limits, lease and version
   * @param clock for the times in the logs of jobs
   * @param listener is told of jobs
   */
  public record Surroundings(
      Store store,
      JobKind kind,
      int threads,
      QueueSettings settings,
      Clock clock,
      JobListener listener) {}

  /**
   * Opens the queue on a store and starts its threads. What a process that died was doing is queued
   * again: at once in an embedded store, when its lease has expired in a shared one.
   */
  public static JobQueue open(Surroundings surroundings, JobRunner runner) {
    JobQueue queue = new JobQueue(surroundings, runner);
    if (!surroundings.store.isShared()) {
      queue.store.releaseAll(queue.owner);
    }
    queue.start();
    return queue;
  }

  /** Which jobs these are. */
  public JobKind kind() {
    return kind;
  }

  private void start() {
    workers.tell(
        () -> {
          guarding.wake();
          renewing.wake();
        },
        this::freed,
        subscriptions::settled);
    subscriptions.whenAdded(watching::wake);
    claiming.start();
    renewing.start();
    guarding.start();
    watching.start();
  }

  /**
   * Submits a job, to be done when its turn comes. Durable once this returns.
   *
   * @param known the problem that it poses, or null when it is to be read again
   * @throws ServiceClosedException when the service is closed
   * @throws StuckSolverException when too many solves of the solver did not stop when told
   * @throws io.bosett.store.StoreUnavailableException when it cannot be stored now
   */
  public JobStore.Submission submit(NewJob job, @Nullable CompiledProblem known) {
    refuseIfStopped(job);
    boolean place = !queuePoller.expectsMore() && !queuePoller.isStarved() && workers.reserve();
    boolean used = false;
    try {
      NewJob asking = place ? job.withClaim(claim(null)) : job;
      long asked = System.nanoTime();
      JobStore.Submission kept = store.submit(asking, limits());
      used = place && isClaimed(kept);
      if (kept instanceof JobStore.Submission.Accepted accepted) {
        if (used) {
          workers.start(accepted.job(), known, asked);
        } else {
          queuePoller.expectMore();
        }
      }
      return kept;
    } finally {
      if (place && !used) {
        workers.unreserve(1);
        freed();
      }
      if (queuePoller.expectsMore()) {
        claiming.wake();
      }
    }
  }

  /**
   * Submits a job whose caller waits for its end: like {@link #submit}, but where nothing is known
   * to wait, it begins as soon as a thread is free and is stored with its end, in one write, when
   * that comes within a moment ({@link DeferredSubmission}).
   *
   * @param known the problem that it poses
   * @return the job as it is stored first, ended, running or queued; exceptionally when it cannot
   *     be stored now ({@link io.bosett.store.StoreUnavailableException})
   */
  public CompletableFuture<JobStore.Submission> submitAwaited(NewJob job, CompiledProblem known) {
    refuseIfStopped(job);
    DeferredSubmission deferred =
        new DeferredSubmission(
            job.withClaim(claim(clock.instant().truncatedTo(ChronoUnit.MILLIS))), known);
    if (queuePoller.expectsMore() || !handoff.offer(deferred)) {
      return CompletableFuture.completedFuture(submit(job, known));
    }
    return deferred.published();
  }

  /** A slot is free: for those that wait in memory, but now and then for others' jobs. */
  private void freed() {
    if (!queuePoller.isStarved()) {
      handoff.startWaiting();
    }
    if (queuePoller.isStarved() || queuePoller.expectsMore()) {
      claiming.wake();
    }
  }

  /** There is a queued job, to be claimed. */
  private void expectMore() {
    queuePoller.expectMore();
    claiming.wake();
  }

  private void wakeGuard() {
    guarding.wake();
  }

  /** The poll takes all free slots for a moment; who came meanwhile is started after it. */
  private Duration poll() {
    try {
      return queuePoller.fetch();
    } finally {
      handoff.startWaiting();
    }
  }

  private Duration guard() {
    handoff.queueOverdue();
    Duration next = watchdog.look();
    return handoff.isEmpty() ? next : Watchdog.ROUND;
  }

  private void refuseIfStopped(NewJob job) {
    if (closed) {
      throw new ServiceClosedException();
    }
    if (workers.isStuckWith(job.solver())) {
      throw new StuckSolverException(job.solver(), workers.strays());
    }
  }

  private NewJob.Claim claim(@Nullable Instant begun) {
    return new NewJob.Claim(owner, settings.lease().toMillis(), begun);
  }

  /**
   * The result of a caller's earlier request with this idempotency key, even when scenario or
   * dataset have changed since; empty when there was none.
   */
  public Optional<JobStore.Submission> earlier(String caller, NewJob.Idempotency asked) {
    return store.earlier(caller, asked);
  }

  private boolean isClaimed(JobStore.Submission kept) {
    return kept instanceof JobStore.Submission.Accepted accepted
        && accepted.job().state() == JobState.RUNNING
        && owner.equals(accepted.job().owner());
  }

  private JobStore.QueueLimits limits() {
    return new JobStore.QueueLimits(settings.waiting(), settings.waitingOfOneCaller());
  }

  /** One job in its present state, with the progress of this process's own ones. */
  public Optional<KeptJob> find(String id) {
    return store.find(id).map(subscriptions::asOfNow);
  }

  /**
   * Completes when a job has ended, whichever process does it; exceptionally when this service
   * closes first ({@link ServiceClosedException}), and when the job does not exist or was deleted
   * ({@link NoSuchElementException}). Canceling the future ends the wait. What follows on it runs
   * on a thread of this queue unless it names another, and must not wait there.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // whatever the end, the waiter is taken away
  public CompletableFuture<KeptJob> ended(String id) {
    CompletableFuture<KeptJob> end = new CompletableFuture<>();
    Subscription waiter =
        subscriptions.waiter(
            id,
            event -> end.complete(event.job()),
            () -> end.completeExceptionally(closed ? new ServiceClosedException() : unknown(id)));
    end.whenComplete((job, failure) -> waiter.close());
    if (!subscriptions.add(waiter)) {
      end.completeExceptionally(unknown(id));
    } else if (closed) {
      end.completeExceptionally(new ServiceClosedException());
    }
    return end;
  }

  private NoSuchElementException unknown(String id) {
    return new NoSuchElementException("there is no " + kind.word() + " '" + id + "'");
  }

  /**
   * Subscribes a listener to a job, whichever process does it: it gets the present state, then each
   * change, one event at a time and in order, on another thread. The listener must not block.
   * Events closer than a quarter of a second are conflated to the newest.
   *
   * @param afterId delivers only events with a larger {@link JobEvent#id()}
   * @return ends the subscription when closed
   * @throws NoSuchElementException when there is no such job
   */
  public AutoCloseable watch(String id, long afterId, Consumer<JobEvent> listener) {
    Subscription subscription = subscriptions.subscription(id, afterId, listener);
    if (!subscriptions.add(subscription)) {
      throw unknown(id);
    }
    return subscription;
  }

  /** Requests cancellation; the job hears of it within a second, in whichever process it runs. */
  public JobStore.Cancellation cancel(String id) {
    JobStore.Cancellation answer = store.cancel(id);
    if (answer instanceof JobStore.Cancellation.Ended ended) {
      subscriptions.tell(ended.job());
    } else if (answer instanceof JobStore.Cancellation.Asked) {
      Job job = workers.running(id);
      if (job != null) {
        job.stop(StopReason.CANCELED);
      }
    }
    return answer;
  }

  /** Whether every background thread is alive, on which claims, leases, limits and events rest. */
  public boolean isWorking() {
    return Stream.of(claiming, renewing, guarding, watching).allMatch(BackgroundLoop::isAlive);
  }

  /** The number of jobs of this process that run, and have not been given up. */
  public int running() {
    return workers.running().size();
  }

  /** The number of stuck jobs of this process: told to stop, and still running. */
  public int strays() {
    return workers.strays();
  }

  /** The number of subscriptions in this process. */
  public int subscriptions() {
    return subscriptions.size();
  }

  /** Shuts down: starts no new job, returns running ones to the queue, and ends the threads. */
  @Override
  public void close() {
    closed = true;
    claiming.close();
    workers.stop();
    handoff.close();
    try {
      workers.end(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    renewing.close();
    guarding.close();
    watching.close();
    subscriptions.close();
  }
}
