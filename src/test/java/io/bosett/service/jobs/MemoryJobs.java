package io.bosett.service.jobs;

import io.bosett.store.Content;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Outcome;
import io.bosett.store.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An allocation store in memory, under one lock. */
final class MemoryJobs implements JobStore {
  private final MemoryStore store;
  private final Clock clock;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private int outcomes;

  MemoryJobs(MemoryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static final class Row {
    KeptJob kept;
    final NewJob from;
    Instant leaseEnd = Instant.MIN;
    byte @Nullable [] result;
    @Nullable String log;

    Row(KeptJob kept, NewJob from) {
      this.kept = kept;
      this.from = from;
    }

    boolean isOf(String owner, int attempt) {
      return kept.state() == JobState.RUNNING
          && owner.equals(kept.owner())
          && kept.attempt() == attempt;
    }
  }

  /** The number of outcomes written. */
  synchronized int outcomes() {
    return outcomes;
  }

  synchronized Optional<byte[]> content(String hash) {
    store.answer();
    return Optional.ofNullable(contents.get(hash));
  }

  /** Has no idempotency keys. */
  @Override
  public Optional<Submission> earlier(String caller, NewJob.Idempotency asked) {
    return Optional.empty();
  }

  @Override
  public synchronized Submission submit(NewJob a, QueueLimits limits) {
    store.answer();
    Predicate<Row> waits = row -> row.kept.state() == JobState.QUEUED;
    int waiting = (int) rows.values().stream().filter(waits).count();
    boolean claimed = a.claim() != null && (a.hasBegun() || waiting == 0);
    if (!claimed && waiting >= limits.waiting()) {
      return new Submission.TooManyWaiting(waiting);
    }
    keep(a.scenario());
    if (a.dataset() != null) {
      keep(a.dataset());
    }
    NewJob.Claim claim = a.claim();
    boolean begun = claim != null && claim.begun() != null;
    Row row = new Row(a.kept(begun ? claim : null, begun ? claim.begun() : clock.instant()), a);
    rows.put(a.id(), row);
    if (claimed && !begun) {
      begin(row, claim.owner(), Duration.ofMillis(claim.leaseMillis()));
    } else if (begun) {
      row.leaseEnd = clock.instant().plusMillis(claim.leaseMillis());
    }
    return new Submission.Accepted(row.kept);
  }

  @Override
  public synchronized Submission submitEnded(NewJob a, Outcome outcome) {
    Submission submitted = submit(a, QueueLimits.NONE);
    NewJob.Claim claim = Objects.requireNonNull(a.claim());
    return submitted instanceof Submission.Accepted
        ? new Submission.Accepted(finish(a.id(), claim.owner(), 1, outcome).orElseThrow())
        : submitted;
  }

  private void keep(Content content) {
    contents.put(content.hash(), content.bytes());
  }

  private void begin(Row row, String owner, Duration lease) {
    KeptJob k = row.kept;
    row.leaseEnd = clock.instant().plus(lease);
    row.kept = with(k, JobState.RUNNING, k.attempt() + 1, owner, JobProgress.NONE, clock.instant());
  }

  /** The one place that copies a job by position. */
  private static KeptJob copy(
      KeptJob k,
      JobState state,
      int attempt,
      @Nullable String owner,
      boolean stopAsked,
      JobProgress progress,
      @Nullable Instant startedAt,
      @Nullable Outcome e,
      @Nullable Instant endedAt) {
    return new KeptJob(
        k.id(),
        k.caller(),
        k.scenarioId(),
        k.name(),
        k.solver(),
        k.task(),
        k.scenarioContent(),
        k.datasetContent(),
        k.datasetId(),
        k.scenarioHash(),
        k.figuresHash(),
        e == null ? k.version() : e.version(),
        state,
        attempt,
        owner,
        stopAsked,
        progress,
        k.createdAt(),
        startedAt,
        endedAt,
        e == null ? null : e.status(),
        e == null ? null : e.summary(),
        e == null ? null : e.failure());
  }

  private static KeptJob with(
      KeptJob k,
      JobState state,
      int attempt,
      @Nullable String owner,
      JobProgress progress,
      @Nullable Instant startedAt) {
    return copy(k, state, attempt, owner, k.stopAsked(), progress, startedAt, null, null);
  }

  @Override
  public synchronized Optional<KeptJob> find(String id) {
    store.answer();
    return Optional.ofNullable(rows.get(id)).map(row -> row.kept);
  }

  @Override
  public synchronized List<KeptJob> find(Collection<String> ids) {
    store.answer();
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public Page<KeptJob> page(Filter filter, int limit, @Nullable String cursor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Optional<byte[]> result(String id) {
    store.answer();
    return Optional.ofNullable(rows.get(id)).map(row -> row.result);
  }

  @Override
  public synchronized Optional<String> log(String id) {
    store.answer();
    return Optional.ofNullable(rows.get(id)).map(row -> row.log);
  }

  @Override
  public synchronized Optional<byte[]> scenario(String id) {
    store.answer();
    return Optional.ofNullable(rows.get(id)).map(row -> row.from.scenario().bytes());
  }

  @Override
  public synchronized List<KeptJob> claim(String owner, int most, Duration lease) {
    store.answer();
    Instant now = clock.instant();
    List<KeptJob> claimed = new ArrayList<>();
    rows.values().stream()
        .filter(row -> row.kept.state() == JobState.QUEUED || isOver(row, now))
        .sorted(Comparator.comparing(this::runningOfCaller))
        .limit(most)
        .toList()
        .forEach(
            row -> {
              begin(row, owner, lease);
              claimed.add(row.kept);
            });
    return claimed;
  }

  private static boolean isOver(Row row, Instant now) {
    return row.kept.state() == JobState.RUNNING && row.leaseEnd.isBefore(now);
  }

  private long runningOfCaller(Row row) {
    return rows.values().stream()
        .filter(other -> other.kept.caller().equals(row.kept.caller()))
        .filter(other -> other.kept.startedAt() != null)
        .count();
  }

  @Override
  public synchronized Map<String, Boolean> renew(
      String owner, Duration lease, Map<String, JobProgress> progress) {
    store.answer();
    Map<String, Boolean> owned = new HashMap<>();
    progress.forEach(
        (id, now) -> {
          Row row = rows.get(id);
          if (row != null
              && row.kept.state() == JobState.RUNNING
              && owner.equals(row.kept.owner())) {
            KeptJob k = row.kept;
            row.leaseEnd = clock.instant().plus(lease);
            row.kept = with(k, k.state(), k.attempt(), owner, now, k.startedAt());
            owned.put(id, k.stopAsked());
          }
        });
    return owned;
  }

  @Override
  public synchronized Optional<KeptJob> finish(String id, String owner, int attempt, Outcome e) {
    store.answer();
    Row row = rows.get(id);
    if (row == null || !row.isOf(owner, attempt)) {
      return Optional.empty();
    }
    outcomes++;
    row.result = e.result();
    row.log = e.log();
    row.kept = ended(row.kept, e);
    return Optional.of(row.kept);
  }

  private KeptJob ended(KeptJob k, Outcome e) {
    return copy(
        k,
        e.state(),
        k.attempt(),
        null,
        k.stopAsked(),
        e.progress(),
        k.startedAt(),
        e,
        clock.instant());
  }

  @Override
  public synchronized boolean release(String id, String owner, int attempt) {
    store.answer();
    Row row = rows.get(id);
    boolean mine = row != null && row.isOf(owner, attempt);
    if (mine && row.kept.stopAsked()) {
      row.kept = ended(row.kept, unsolved(row.kept));
    } else if (mine) {
      row.kept = with(row.kept, JobState.QUEUED, attempt, null, JobProgress.NONE, null);
    }
    return mine;
  }

  @Override
  public synchronized int releaseAll(String except) {
    store.answer();
    return (int)
        rows.values().stream()
            .filter(row -> row.kept.owner() != null && !except.equals(row.kept.owner()))
            .filter(row -> release(row.kept.id(), "" + row.kept.owner(), row.kept.attempt()))
            .count();
  }

  @Override
  public synchronized Cancellation cancel(String id) {
    store.answer();
    Row row = rows.get(id);
    if (row == null) {
      return new Cancellation.NotFound();
    } else if (row.kept.state().isEnded()) {
      return new Cancellation.TooLate(row.kept);
    } else if (row.kept.state() == JobState.QUEUED) {
      row.kept = ended(row.kept, unsolved(row.kept));
      return new Cancellation.Ended(row.kept);
    }
    KeptJob k = row.kept;
    row.kept =
        copy(k, k.state(), k.attempt(), k.owner(), true, k.progress(), k.startedAt(), null, null);
    return new Cancellation.Asked(row.kept);
  }

  private static Outcome unsolved(KeptJob k) {
    return new Outcome(JobState.CANCELED, null, null, null, null, "", k.progress(), k.version());
  }

  @Override
  public synchronized Map<JobState, Integer> counts() {
    Map<JobState, Integer> counts = new HashMap<>();
    rows.values().forEach(row -> counts.merge(row.kept.state(), 1, Integer::sum));
    return counts;
  }

  @Override
  public synchronized int deleteEndedBefore(Instant time) {
    int before = rows.size();
    rows.values().removeIf(row -> row.kept.endedAt() != null && row.kept.endedAt().isBefore(time));
    return before - rows.size();
  }
}
