package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.SolveUseCase;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.AllocationStore;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.NewAllocation;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The allocation service: submit, find, wait, watch and cancel allocations, which background
 * threads solve. Thread-safe.
 */
public final class AllocationService implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final long CLOSING_MILLIS = 3_000;

  private final AllocationStore store;
  private final String owner;
  private final QueueSettings settings;
  private final SubmissionValidator submissionValidator;
  private final SolverPool crew;
  private final QueuePoller queuePoller;
  private final Subscriptions watchers;
  private final BackgroundLoop claiming;
  private final BackgroundLoop renewing;
  private final BackgroundLoop guarding;
  private final BackgroundLoop watching;
  private volatile boolean closed;

  private AllocationService(Surroundings at, QueueSettings settings) {
    Store whole = at.store;
    store = whole.allocations();
    owner = RandomIds.hex();
    this.settings = settings;
    submissionValidator = new SubmissionValidator(at.datasets, settings);
    Outcomes outcomes = new Outcomes(settings.version());
    KeptResults kept = new KeptResults(store, at.datasets);
    crew =
        new SolverPool(
            settings,
            whole.isShared() ? settings.lease() : null,
            at.clock,
            new JobRun(at.answerer, kept, settings, outcomes),
            new OutcomeWriter(store, owner, outcomes, at.listener),
            at.listener);
    queuePoller = new QueuePoller(store, whole.isShared(), owner, settings.lease(), crew);
    watchers = new Subscriptions(store, whole.isShared(), crew);
    LeaseHeartbeat leaseHeartbeat = new LeaseHeartbeat(store, owner, settings.lease(), crew);
    Watchdog watchdog = new Watchdog(crew, outcomes);
    claiming = new BackgroundLoop("claims", Duration.ZERO, LONGEST_PAUSE, queuePoller::fetch);
    renewing =
        new BackgroundLoop("leases", leaseHeartbeat.pause(), LONGEST_PAUSE, leaseHeartbeat::renew);
    guarding = new BackgroundLoop("watchdog", Watchdog.ROUND, LONGEST_PAUSE, watchdog::look);
    watching = new BackgroundLoop("watchers", Subscriptions.ROUND, LONGEST_PAUSE, watchers::look);
  }

  /** The collaborators of the service. */
  record Surroundings(
      Store store,
      StoredDatasets datasets,
      Clock clock,
      SolveListener listener,
      JobRun.Answerer answerer) {}

  /**
   * Opens the service on a store and starts the threads that solve. What a process that died was
   * solving is queued again: at once in an embedded store, when its lease has expired in a shared
   * one.
   */
  public static AllocationService open(Store store, QueueSettings settings) {
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    return open(store, settings, datasets, Clock.systemUTC(), SolveListener.NONE);
  }

  /**
   * Opens the service with more collaborators given.
   *
   * @param datasets of the same store
   * @param clock for the times in the logs of solves
   * @param listener is told of solves
   */
  public static AllocationService open(
      Store store,
      QueueSettings settings,
      StoredDatasets datasets,
      Clock clock,
      SolveListener listener) {
    return open(new Surroundings(store, datasets, clock, listener, SolveUseCase::answer), settings);
  }

  static AllocationService open(Surroundings surroundings, QueueSettings settings) {
    AllocationService desk = new AllocationService(surroundings, settings);
    if (!surroundings.store.isShared()) {
      desk.store.releaseAll(desk.owner);
    }
    desk.start();
    return desk;
  }

  private void start() {
    crew.tell(
        () -> {
          guarding.wake();
          renewing.wake();
        },
        () -> {
          if (queuePoller.expectsMore()) {
            claiming.wake();
          }
        },
        watchers::settled);
    watchers.whenAdded(watching::wake);
    claiming.start();
    renewing.start();
    guarding.start();
    watching.start();
  }

  /**
   * Submits a scenario: validates and stores it, to be solved when its turn comes. Durable once
   * this returns.
   *
   * @throws io.bosett.model.InvalidInputException with all violations, limits of this service
   *     included; nothing is stored then
   * @throws ServiceClosedException when the service is closed
   * @throws StuckSolverException when too many solves of the solver did not stop when told
   * @throws io.bosett.store.StoreUnavailableException when it cannot be stored now
   */
  public AllocationStore.Submission submit(Submission submission) {
    if (closed) {
      throw new ServiceClosedException();
    }
    SubmissionValidator.Taken taken = submissionValidator.take(submission);
    if (crew.isStuckWith(taken.solver())) {
      throw new StuckSolverException(taken.solver(), crew.strays());
    }
    boolean place = crew.reserve();
    boolean used = false;
    try {
      NewAllocation.Claim claim =
          place ? new NewAllocation.Claim(owner, settings.lease().toMillis()) : null;
      NewAllocation asking = submissionValidator.kept(taken, claim);
      long asked = System.nanoTime();
      AllocationStore.Submission kept = store.submit(asking, limits());
      used = place && isClaimed(kept);
      if (kept instanceof AllocationStore.Submission.Accepted accepted) {
        if (used) {
          crew.start(accepted.allocation(), taken.compiled(), asked);
        } else {
          queuePoller.expectMore();
        }
      }
      return kept;
    } finally {
      if (place && !used) {
        crew.unreserve(1);
      }
      if (queuePoller.expectsMore()) {
        claiming.wake();
      }
    }
  }

  /**
   * The result of a caller's earlier request with this idempotency key, even when scenario or
   * dataset have changed since; empty when there was none.
   */
  public Optional<AllocationStore.Submission> earlier(
      String caller, NewAllocation.Idempotency asked) {
    return store.earlier(caller, asked);
  }

  private boolean isClaimed(AllocationStore.Submission kept) {
    return kept instanceof AllocationStore.Submission.Accepted accepted
        && accepted.allocation().state() == JobState.RUNNING
        && owner.equals(accepted.allocation().owner());
  }

  private AllocationStore.QueueLimits limits() {
    return new AllocationStore.QueueLimits(settings.waiting(), settings.waitingOfOneCaller());
  }

  /**
   * The overview of a scenario, without solving it; checks the limits of this service as well.
   *
   * @throws io.bosett.model.InvalidInputException with all violations
   */
  public ScenarioOverview validate(byte[] document) {
    return ScenarioOverview.of(submissionValidator.problem(document));
  }

  /**
   * Validates a scenario against the limits of this service and compiles it; neither stored nor
   * solved.
   *
   * @throws io.bosett.model.InvalidInputException with all violations
   */
  public CompiledProblem compiled(ScenarioReading reading) {
    return submissionValidator.problem(reading);
  }

  /** One allocation in its present state, with the progress of this process's own solves. */
  public Optional<KeptAllocation> find(String id) {
    return store.find(id).map(watchers::asOfNow);
  }

  /**
   * Completes when an allocation has ended, whichever process solves it; exceptionally when this
   * service closes first ({@link ServiceClosedException}), and when the allocation does not exist
   * or was deleted ({@link NoSuchElementException}). Canceling the future ends the wait.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // whatever the end, the waiter is taken away
  public CompletableFuture<KeptAllocation> ended(String id) {
    CompletableFuture<KeptAllocation> end = new CompletableFuture<>();
    Subscription waiter =
        watchers.waiter(
            id,
            event -> end.complete(event.allocation()),
            () -> end.completeExceptionally(closed ? new ServiceClosedException() : unknown(id)));
    end.whenComplete((allocation, failure) -> waiter.close());
    if (!watchers.add(waiter)) {
      end.completeExceptionally(unknown(id));
    } else if (closed) {
      end.completeExceptionally(new ServiceClosedException());
    }
    return end;
  }

  private static NoSuchElementException unknown(String id) {
    return new NoSuchElementException("there is no allocation '" + id + "'");
  }

  /**
   * Subscribes a listener to an allocation, whichever process solves it: it gets the present state,
   * then each change, one event at a time and in order, on another thread. The listener must not
   * block. Events closer than a quarter of a second are conflated to the newest.
   *
   * @param afterId delivers only events with a larger {@link AllocationEvent#id()}
   * @return ends the subscription when closed
   * @throws NoSuchElementException when there is no such allocation
   */
  public AutoCloseable watch(String id, long afterId, Consumer<AllocationEvent> listener) {
    Subscription watcher = watchers.watcher(id, afterId, listener);
    if (!watchers.add(watcher)) {
      throw unknown(id);
    }
    return watcher;
  }

  /** Requests cancellation; the solve hears of it within a second, in whichever process it runs. */
  public AllocationStore.Cancellation cancel(String id) {
    AllocationStore.Cancellation answer = store.cancel(id);
    if (answer instanceof AllocationStore.Cancellation.Ended ended) {
      watchers.tell(ended.allocation());
    } else if (answer instanceof AllocationStore.Cancellation.Asked) {
      Job job = crew.running(id);
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

  /** The number of solves of this process that run, and have not been given up. */
  public int running() {
    return crew.running().size();
  }

  /** The number of stuck solves of this process: told to stop, and still running. */
  public int strays() {
    return crew.strays();
  }

  /** The number of subscriptions in this process. */
  public int watchers() {
    return watchers.size();
  }

  /** Shuts down: starts no new solve, returns running ones to the queue, and ends the threads. */
  @Override
  public void close() {
    closed = true;
    claiming.close();
    crew.stop();
    try {
      crew.end(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    renewing.close();
    guarding.close();
    watching.close();
    watchers.close();
  }
}
