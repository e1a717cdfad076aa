package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.AllocationStore.QueueLimits;
import io.bosett.store.AllocationStore.Submission;
import io.bosett.store.Content;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.NewAllocation;
import io.bosett.store.SolveProgress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The submission of allocations in SQL: idempotency keys, queue limits, fair queue. */
final class SubmitWrites {
  private final Database database;
  private final ContentBlobs contentBlobs;
  private final Clock clock;
  private final IdempotencyKeys idempotencyKeys;
  private final String insert;

  SubmitWrites(Database database, ContentBlobs contentBlobs, Clock clock) {
    this.database = database;
    this.contentBlobs = contentBlobs;
    this.clock = clock;
    this.idempotencyKeys = new IdempotencyKeys(clock);
    this.insert =
        """
        INSERT INTO allocations (id, caller, scenario_id, name, solver, scenario_content,
          dataset_content, dataset_id, scenario_hash, figures_hash, version, state, turn, attempt,
          owner, lease_until, stop_asked, progress_sequence, elapsed, created_at, started_at)
        VALUES (:id, :caller, :scenarioId, :name, :solver, :scenarioContent,
          :datasetContent, :datasetId, :scenarioHash, :figuresHash, :version, :state, :turn,
          :attempt, :owner, %s + :lease, 0, 0, 0, :createdAt, :startedAt)
        RETURNING seq
        """
            .formatted(database.dialect().now());
  }

  /** See {@link AllocationStore#submit}. */
  Submission submit(NewAllocation allocation, QueueLimits limits) {
    ContentBlobs.Arriving scenario = contentBlobs.arriving(allocation.scenario());
    ContentBlobs.@Nullable Arriving dataset =
        allocation.dataset() == null ? null : contentBlobs.arriving(allocation.dataset());
    return database.write(
        handle -> {
          database.dialect().lockQueue(handle);
          Optional<Submission> earlier = earlier(handle, allocation);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          WaitingCounts waitingCounts = WaitingCounts.count(handle, allocation.caller());
          boolean claimed = allocation.claim() != null && waitingCounts.all() == 0;
          if (!claimed && waitingCounts.isFull(limits)) {
            return new Submission.TooManyWaiting(waitingCounts.inTheWay(limits));
          }
          scenario.keep(handle);
          if (dataset != null) {
            dataset.keep(handle);
          }
          return keep(handle, allocation, claimed);
        });
  }

  private Optional<Submission> earlier(Handle handle, NewAllocation allocation) {
    if (allocation.idempotency() == null) {
      return Optional.empty();
    }
    idempotencyKeys.forget(handle);
    return idempotencyKeys.earlier(handle, allocation.caller(), allocation.idempotency());
  }

  /** See {@link AllocationStore#earlier}. */
  Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked) {
    return database.read(handle -> idempotencyKeys.earlier(handle, caller, asked));
  }

  private Submission keep(Handle handle, NewAllocation allocation, boolean claimed) {
    long turn = FairQueue.take(handle, allocation.caller());
    Query update = handle.createQuery(insert).bind("turn", turn);
    bind(update, allocation);
    NewAllocation.@Nullable Claim claim = claimed ? allocation.claim() : null;
    long now = clock.millis();
    bindClaim(update, claim, now);
    long seq = update.mapTo(Long.class).one();
    if (allocation.idempotency() != null) {
      idempotencyKeys.keep(handle, allocation.caller(), allocation.idempotency(), seq);
    }
    return new Submission.Accepted(kept(allocation, claim, Instant.ofEpochMilli(now)));
  }

  /** What the row says that has just been written. */
  private static KeptAllocation kept(
      NewAllocation a, NewAllocation.@Nullable Claim claim, Instant now) {
    @Nullable Content dataset = a.dataset();
    return new KeptAllocation(
        a.id(),
        a.caller(),
        a.scenarioId(),
        a.name(),
        a.solver(),
        a.scenario().hash(),
        dataset == null ? null : dataset.hash(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        claim == null ? JobState.QUEUED : JobState.RUNNING,
        claim == null ? 0 : 1,
        claim == null ? null : claim.owner(),
        false,
        SolveProgress.NONE,
        now,
        claim == null ? null : now,
        null,
        null,
        null,
        null);
  }

  private static void bind(Query update, NewAllocation allocation) {
    @Nullable Content dataset = allocation.dataset();
    update
        .bind("id", TextEscaping.id(allocation.id()))
        .bind("caller", TextEscaping.in(allocation.caller()))
        .bind("scenarioId", idOrNull(allocation.scenarioId()))
        .bind("name", TextEscaping.in(allocation.name()))
        .bind("solver", TextEscaping.id(allocation.solver()))
        .bind("scenarioContent", allocation.scenario().hash())
        .bind("datasetContent", dataset == null ? null : dataset.hash())
        .bind("datasetId", TextEscaping.inOrNull(allocation.datasetId()))
        .bind("scenarioHash", TextEscaping.in(allocation.scenarioHash()))
        .bind("figuresHash", TextEscaping.in(allocation.figuresHash()))
        .bind("version", TextEscaping.in(allocation.version()));
  }

  private static @Nullable String idOrNull(@Nullable String id) {
    return id == null ? null : TextEscaping.id(id);
  }

  private static void bindClaim(Query update, NewAllocation.@Nullable Claim claim, long now) {
    update
        .bind("state", claim == null ? JobState.QUEUED.name() : JobState.RUNNING.name())
        .bind("attempt", claim == null ? 0 : 1)
        .bind("owner", claim == null ? null : TextEscaping.in(claim.owner()))
        .bind("lease", claim == null ? null : (Long) claim.leaseMillis())
        .bind("createdAt", now)
        .bind("startedAt", claim == null ? null : (Long) now);
  }
}
