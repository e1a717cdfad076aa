package io.bosett.service.jobs;

import io.bosett.common.RandomIds;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.SolveUseCase;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
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

/** The desk at which allocations are handed in and given out. Safe for use from many threads. */
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

  /** What a desk works with. */
  record Surroundings(
      Store store,
      StoredDatasets datasets,
      Clock clock,
      SolveListener listener,
      JobRun.Answerer answerer) {}

  /**
   * Opens the desk on a store and starts the threads that solve. What another process left behind
   * in a store that is not shared waits again at once; in a shared one when its lease has run out.
   */
  public static AllocationService open(Store store, QueueSettings settings) {
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    return open(store, settings, datasets, Clock.systemUTC(), SolveListener.NONE);
  }

  /**
   * The same with more of what it works with given.
   *
   * @param datasets of the same store
   * @param clock for the times in the logs of solves
   * @param listener hears of solves
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
   * Takes a scenario in and keeps it; it is solved as soon as its turn has come. Durable once this
   * returns.
   *
   * @throws io.bosett.model.InvalidInputException with all faults of the scenario, bounds of this
   *     service included; nothing is kept then
   * @throws ServiceClosedException when the desk has closed
   * @throws io.bosett.store.StoreUnavailableException when it cannot be kept now
   */
  public AllocationStore.Submission submit(Submission submission) {
    if (closed) {
      throw new ServiceClosedException();
    }
    SubmissionValidator.Taken taken = submissionValidator.take(submission);
    boolean place = crew.reserve();
    boolean used = false;
    try {
      NewAllocation.Claim claim =
          place ? new NewAllocation.Claim(owner, settings.lease().toMillis()) : null;
      AllocationStore.Submission kept =
          store.submit(submissionValidator.kept(taken, claim), limits());
      used = place && isClaimed(kept);
      if (kept instanceof AllocationStore.Submission.Accepted accepted) {
        if (used) {
          crew.start(accepted.allocation(), taken.compiled());
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
   * What became of a caller's earlier request under a key, whatever has become of the scenario and
   * the dataset that it named; empty when there was none.
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
   * What a scenario comes to, without solving it; bounds of this service included.
   *
   * @throws io.bosett.model.InvalidInputException with all faults of the scenario
   */
  public ScenarioOverview validate(byte[] document) {
    return ScenarioOverview.of(submissionValidator.problem(document));
  }

  /** One allocation as it is now, the progress of this process's own solves included. */
  public Optional<KeptAllocation> find(String id) {
    return store.find(id).map(watchers::asOfNow);
  }

  /**
   * Completes when an allocation has ended, whichever process solves it; exceptionally when this
   * desk closes before ({@link ServiceClosedException}), and when there is no such allocation or it
   * was deleted ({@link NoSuchElementException}). To cancel the future is to wait no longer.
   */
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
   * Tells a listener what is and then what happens, whichever process solves it; from another
   * thread, one event at a time, each newer than the one before. The listener must not block. When
   * events come faster than every quarter of a second only the newest is told.
   *
   * @param afterId tells only events with a larger {@link AllocationEvent#id()}
   * @return ends the telling when closed
   * @throws NoSuchElementException when there is no such allocation
   */
  public AutoCloseable watch(String id, long afterId, Consumer<AllocationEvent> listener) {
    Subscription watcher = watchers.watcher(id, afterId, listener);
    if (!watchers.add(watcher)) {
      throw unknown(id);
    }
    return watcher;
  }

  /** Asks that a solve stop; heard within a second, wherever it is solved. */
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

  /** How many solves run in this process, those that do not stop when told included. */
  public int running() {
    return crew.running().size();
  }

  /** How many solves of this process did not stop when told and still run. */
  public int strays() {
    return crew.strays();
  }

  /** How many are waiting for or watching allocations in this process. */
  public int watchers() {
    return watchers.size();
  }

  /** Solves nothing new, lets what is being solved wait again, and ends the threads. */
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
