package io.bosett.service.allocations;

import io.bosett.service.Answering;
import io.bosett.service.Overview;
import io.bosett.service.kept.KeptAnswers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.NewAllocation;
import io.bosett.store.State;
import io.bosett.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The desk at which allocations are handed in and given out. Safe for use from many threads. */
public final class Allocations implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final long CLOSING_MILLIS = 3_000;

  private final AllocationStore store;
  private final String owner;
  private final Settings settings;
  private final Reception reception;
  private final Crew crew;
  private final Claims claims;
  private final Watchers watchers;
  private final Beat claiming;
  private final Beat renewing;
  private final Beat guarding;
  private final Beat watching;
  private volatile boolean closed;

  private Allocations(Surroundings at, Settings settings) {
    Store whole = at.store;
    store = whole.allocations();
    owner = Ids.next();
    this.settings = settings;
    reception = new Reception(at.datasets, settings);
    Endings endings = new Endings(settings.version());
    KeptAnswers kept = new KeptAnswers(store, at.datasets);
    crew =
        new Crew(
            settings,
            whole.isShared() ? settings.lease() : null,
            at.clock,
            new Solving(at.answerer, kept, settings, endings),
            new Settling(store, owner, endings, at.listener),
            at.listener);
    claims = new Claims(store, whole.isShared(), owner, settings.lease(), crew);
    watchers = new Watchers(store, whole.isShared(), crew);
    Leases leases = new Leases(store, owner, settings.lease(), crew);
    Watchdog watchdog = new Watchdog(crew, endings);
    claiming = new Beat("claims", Duration.ZERO, LONGEST_PAUSE, claims::fetch);
    renewing = new Beat("leases", leases.pause(), LONGEST_PAUSE, leases::renew);
    guarding = new Beat("watchdog", Watchdog.ROUND, LONGEST_PAUSE, watchdog::look);
    watching = new Beat("watchers", Watchers.ROUND, LONGEST_PAUSE, watchers::look);
  }

  /** What a desk works with. */
  record Surroundings(
      Store store,
      StoredDatasets datasets,
      Clock clock,
      SolveListener listener,
      Solving.Answerer answerer) {}

  /**
   * Opens the desk on a store and starts the threads that solve. What another process left behind
   * in a store that is not shared waits again at once; in a shared one when its lease has run out.
   */
  public static Allocations open(Store store, Settings settings) {
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
  public static Allocations open(
      Store store,
      Settings settings,
      StoredDatasets datasets,
      Clock clock,
      SolveListener listener) {
    return open(new Surroundings(store, datasets, clock, listener, Answering::answer), settings);
  }

  static Allocations open(Surroundings surroundings, Settings settings) {
    Allocations desk = new Allocations(surroundings, settings);
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
          if (claims.expectsMore()) {
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
   * @throws ClosedException when the desk has closed
   * @throws io.bosett.store.StoreUnavailableException when it cannot be kept now
   */
  public AllocationStore.Submission submit(Submission submission) {
    if (closed) {
      throw new ClosedException();
    }
    Reception.Taken taken = reception.take(submission);
    boolean place = crew.reserve();
    boolean used = false;
    try {
      NewAllocation.Claim claim =
          place ? new NewAllocation.Claim(owner, settings.lease().toMillis()) : null;
      AllocationStore.Submission kept = store.submit(reception.kept(taken, claim), limits());
      used = place && isClaimed(kept);
      if (kept instanceof AllocationStore.Submission.Accepted accepted) {
        if (used) {
          crew.start(accepted.allocation(), taken.problem());
        } else {
          claims.expectMore();
        }
      }
      return kept;
    } finally {
      if (place && !used) {
        crew.unreserve(1);
      }
      if (claims.expectsMore()) {
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
        && accepted.allocation().state() == State.RUNNING
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
  public Overview validate(byte[] document) {
    return Overview.of(reception.problem(document));
  }

  /** One allocation as it is now, the progress of this process's own solves included. */
  public Optional<KeptAllocation> find(String id) {
    return store.find(id).map(watchers::asOfNow);
  }

  /**
   * Completes when an allocation has ended, whichever process solves it; exceptionally when this
   * desk closes before ({@link ClosedException}), and when there is no such allocation or it was
   * deleted ({@link NoSuchElementException}). To cancel the future is to wait no longer.
   */
  public CompletableFuture<KeptAllocation> ended(String id) {
    CompletableFuture<KeptAllocation> end = new CompletableFuture<>();
    Watcher waiter =
        watchers.waiter(
            id,
            event -> end.complete(event.allocation()),
            () -> end.completeExceptionally(closed ? new ClosedException() : unknown(id)));
    end.whenComplete((allocation, failure) -> waiter.close());
    if (!watchers.add(waiter)) {
      end.completeExceptionally(unknown(id));
    } else if (closed) {
      end.completeExceptionally(new ClosedException());
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
   * @param afterId tells only events with a larger {@link Event#id()}
   * @return ends the telling when closed
   * @throws NoSuchElementException when there is no such allocation
   */
  public AutoCloseable watch(String id, long afterId, Consumer<Event> listener) {
    Watcher watcher = watchers.watcher(id, afterId, listener);
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
        job.stop(Stop.CANCELED);
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
