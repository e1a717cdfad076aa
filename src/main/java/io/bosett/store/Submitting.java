package io.bosett.store;

import io.bosett.store.AllocationStore.QueueLimits;
import io.bosett.store.AllocationStore.Submission;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Takes allocations in. */
final class Submitting {
  private final Database database;
  private final Contents contents;
  private final Clock clock;
  private final Idempotency idempotency;
  private final String insert;

  Submitting(Database database, Contents contents, Clock clock) {
    this.database = database;
    this.contents = contents;
    this.clock = clock;
    this.idempotency = new Idempotency(clock);
    this.insert =
        """
        INSERT INTO allocations (id, caller, scenario_id, name, solver, scenario_content,
          dataset_content, dataset_id, scenario_hash, figures_hash, version, state, turn, attempt,
          owner, lease_until, stop_asked, progress_sequence, elapsed, created_at, started_at)
        VALUES (:id, :caller, :scenarioId, :name, :solver, :scenarioContent,
          :datasetContent, :datasetId, :scenarioHash, :figuresHash, :version, :state, :turn,
          :attempt, :owner, %s + :lease, 0, 0, 0, :createdAt, :startedAt)
        """
            .formatted(database.dialect().now());
  }

  /** See {@link AllocationStore#submit}. */
  Submission submit(NewAllocation allocation, QueueLimits limits) {
    Contents.Arriving scenario = contents.arriving(allocation.scenario());
    Contents.@Nullable Arriving dataset =
        allocation.dataset() == null ? null : contents.arriving(allocation.dataset());
    return database.write(
        handle -> {
          database.dialect().lockQueue(handle);
          Optional<Submission> earlier = earlier(handle, allocation);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          Waiting waiting = Waiting.count(handle, allocation.caller());
          boolean claimed = allocation.claim() != null && waiting.all() == 0;
          if (!claimed && waiting.isFull(limits)) {
            return new Submission.TooManyWaiting(waiting.inTheWay(limits));
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
    idempotency.forget(handle);
    return idempotency.earlier(handle, allocation.caller(), allocation.idempotency());
  }

  /** See {@link AllocationStore#earlier}. */
  Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked) {
    return database.read(handle -> idempotency.earlier(handle, caller, asked));
  }

  private Submission keep(Handle handle, NewAllocation allocation, boolean claimed) {
    long turn = Turns.take(handle, allocation.caller());
    Update update = handle.createUpdate(insert).bind("turn", turn);
    bind(update, allocation);
    bindClaim(update, claimed ? allocation.claim() : null);
    long seq = update.executeAndReturnGeneratedKeys("seq").mapTo(Long.class).one();
    if (allocation.idempotency() != null) {
      idempotency.keep(handle, allocation.caller(), allocation.idempotency(), seq);
    }
    return new Submission.Accepted(AllocationRows.bySeq(handle, seq).allocation());
  }

  private static void bind(Update update, NewAllocation allocation) {
    @Nullable Content dataset = allocation.dataset();
    update
        .bind("id", Text.id(allocation.id()))
        .bind("caller", Text.in(allocation.caller()))
        .bind("scenarioId", idOrNull(allocation.scenarioId()))
        .bind("name", Text.in(allocation.name()))
        .bind("solver", Text.id(allocation.solver()))
        .bind("scenarioContent", allocation.scenario().hash())
        .bind("datasetContent", dataset == null ? null : dataset.hash())
        .bind("datasetId", Text.inOrNull(allocation.datasetId()))
        .bind("scenarioHash", Text.in(allocation.scenarioHash()))
        .bind("figuresHash", Text.in(allocation.figuresHash()))
        .bind("version", Text.in(allocation.version()));
  }

  private static @Nullable String idOrNull(@Nullable String id) {
    return id == null ? null : Text.id(id);
  }

  private void bindClaim(Update update, NewAllocation.@Nullable Claim claim) {
    long now = clock.millis();
    update
        .bind("state", claim == null ? State.QUEUED.name() : State.RUNNING.name())
        .bind("attempt", claim == null ? 0 : 1)
        .bind("owner", claim == null ? null : Text.in(claim.owner()))
        .bind("lease", claim == null ? null : (Long) claim.leaseMillis())
        .bind("createdAt", now)
        .bind("startedAt", claim == null ? null : (Long) now);
  }
}
