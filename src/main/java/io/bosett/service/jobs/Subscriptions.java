package io.bosett.service.jobs;

import io.bosett.common.DaemonThreads;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All subscriptions to the jobs of one kind. Events of this process's jobs come directly; for all
 * others the store is polled, with one query for all. Listeners run on a few threads of their own,
 * however many there are.
 */
final class Subscriptions {
  static final Duration ROUND = Duration.ofMillis(250);

  private static final int THREADS = 2;
  private static final Duration IDLE = Duration.ofMinutes(1);

  /**
   * Polls of an embedded store are rarer by this factor: it changes only through this process, so
   * polling is a safety net.
   */
  private static final int ROUNDS_OF_OWN_STORE = 8;

  private final JobStore store;
  private final WorkerPool workers;
  private final int roundsPerQuestion;
  private final ExecutorService executor = executor();
  private final Map<String, Set<Subscription>> byId = new ConcurrentHashMap<>();
  private final Map<String, Long> toldOfOwn = new HashMap<>();
  private Runnable whenAdded = () -> {};
  private int round;
  private volatile boolean askSoon;

  Subscriptions(JobStore store, boolean shared, WorkerPool workers) {
    this.store = store;
    this.workers = workers;
    this.roundsPerQuestion = shared ? 1 : ROUNDS_OF_OWN_STORE;
  }

  private static ExecutorService executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            DaemonThreads.numbered("listeners"));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Sets the callback for a new subscription. */
  void whenAdded(Runnable action) {
    whenAdded = action;
  }

  /** A subscription to every event with a larger id. */
  Subscription subscription(String id, long afterId, Consumer<JobEvent> listener) {
    return new Subscription(id, afterId, false, listener, () -> {}, executor, this::remove);
  }

  /**
   * A subscription to the final event alone, or to the news that there will be none. The listener
   * is told on the thread that has the news, and must not wait.
   */
  Subscription waiter(String id, Consumer<JobEvent> listener, Runnable gone) {
    return new Subscription(id, -1, true, listener, gone, Runnable::run, this::remove);
  }

  /** Activates a subscription, starting with the present state; false when there is no such job. */
  boolean add(Subscription subscription) {
    byId.compute(
        subscription.id,
        (key, set) -> {
          Set<Subscription> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          all.add(subscription);
          return all;
        });
    Optional<KeptJob> now = Optional.empty();
    try {
      now = now(subscription.id);
      now.ifPresent(job -> subscription.offer(new JobEvent(job)));
    } finally {
      if (now.isEmpty()) {
        subscription.close();
      }
    }
    whenAdded.run();
    return now.isPresent();
  }

  /** As it is now; the store is not asked of what runs here, for its end will be told. */
  private Optional<KeptJob> now(String id) {
    Job own = workers.running(id);
    return own == null ? store.find(id).map(this::asOfNow) : Optional.of(own.now());
  }

  /** The job with the progress of this process's own solve. */
  KeptJob asOfNow(KeptJob kept) {
    Job job = workers.running(kept.id());
    return job == null ? kept : job.on(kept);
  }

  private void remove(Subscription subscription) {
    byId.computeIfPresent(
        subscription.id,
        (key, set) -> {
          set.remove(subscription);
          return set.isEmpty() ? null : set;
        });
  }

  /** Publishes the state of a job. */
  void tell(KeptJob job) {
    Set<Subscription> subscriptions = byId.get(job.id());
    if (subscriptions != null) {
      JobEvent event = new JobEvent(job);
      subscriptions.forEach(subscription -> subscription.offer(event));
    }
  }

  /**
   * Tells what a solve has come to; when the store does not answer, the next round will.
   *
   * @param ended the job as it ended; empty when the store must be asked
   */
  void settled(String id, Optional<KeptJob> ended) {
    if (byId.containsKey(id)) {
      try {
        ended.or(() -> store.find(id)).ifPresent(this::tell);
      } catch (StoreUnavailableException e) {
        askSoon = true;
      }
    }
  }

  /** Polls once; returns the delay until the next poll. */
  Duration look() {
    Set<String> others = new HashSet<>(byId.keySet());
    Set<String> own = new HashSet<>();
    for (Job job : workers.running()) {
      if (others.remove(job.id())) {
        own.add(job.id());
        tellOfOwn(job);
      }
    }
    toldOfOwn.keySet().retainAll(own);
    boolean asks = askSoon || round++ % roundsPerQuestion == 0;
    if (asks && !others.isEmpty()) {
      ask(others);
      askSoon = false;
    }
    return byId.isEmpty() ? IDLE : ROUND;
  }

  private void tellOfOwn(Job job) {
    KeptJob now = job.now();
    long id = new JobEvent(now).id();
    Long before = toldOfOwn.put(job.id(), id);
    if (before == null || before != id) {
      tell(now);
    }
  }

  private void ask(Set<String> ids) {
    for (KeptJob found : store.find(ids)) {
      tell(found);
      ids.remove(found.id());
    }
    for (String deleted : ids) {
      Set<Subscription> subscriptions = byId.getOrDefault(deleted, Set.of());
      subscriptions.forEach(Subscription::gone);
    }
  }

  /** The number of subscriptions. */
  int size() {
    return byId.values().stream().mapToInt(Set::size).sum();
  }

  /** Ends all subscriptions. */
  void close() {
    List<Subscription> all = new ArrayList<>();
    byId.values().forEach(all::addAll);
    all.forEach(Subscription::gone);
    executor.shutdown();
  }
}
