package io.bosett.store.sql;

import io.bosett.store.Content;
import io.bosett.store.JobKind;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The submission of jobs in SQL: idempotency keys, queue limits, fair queue. */
final class SubmitWrites {
  private final Database database;
  private final ContentBlobs contentBlobs;
  private final Clock clock;
  private final JobKind kind;
  private final FairQueue fairQueue;
  private final IdempotencyKeys idempotencyKeys;
  private final NamedStatement insert;

  SubmitWrites(Database database, ContentBlobs contentBlobs, Clock clock, JobKind kind) {
    this.database = database;
    this.contentBlobs = contentBlobs;
    this.clock = clock;
    this.kind = kind;
    this.fairQueue = new FairQueue(kind);
    this.idempotencyKeys = new IdempotencyKeys(clock, kind);
    this.insert = insert(database.dialect());
  }

  private static NamedStatement insert(Dialect dialect) {
    return NamedStatement.of(
        """
        INSERT INTO jobs (kind, id, caller, scenario_id, name, solver, topic, subject, request,
          scenario_content,
          dataset_content, dataset_id, scenario_hash, figures_hash, version, state, turn, attempt,
          owner, lease_until, stop_asked, progress_sequence, elapsed, created_at, started_at)
        VALUES (:kind, :id, :caller, :scenarioId, :name, :solver, :topic, :subject, :request,
          :scenarioContent,
          :datasetContent, :datasetId, :scenarioHash, :figuresHash, :version, :state, :turn,
          :attempt, :owner, %s + :lease, 0, 0, 0, :createdAt, :startedAt)
        RETURNING seq
        """
            .formatted(dialect.now()));
  }

  /** See {@link JobStore#submit}. */
  Submission submit(NewJob job, QueueLimits limits) {
    Arriving arriving = arriving(job);
    return database.write(handle -> submit(handle, arriving, limits));
  }

  /**
   * See {@link JobStore#submitEnded}.
   *
   * @param end ends it in the same transaction
   */
  Submission submitEnded(NewJob job, TransactionBody<Optional<KeptJob>> end) {
    Arriving arriving = arriving(job);
    return database.write(
        handle -> {
          Submission submitted = submit(handle, arriving, QueueLimits.NONE);
          return submitted instanceof Submission.Accepted
              ? new Submission.Accepted(end.in(handle).orElseThrow())
              : submitted;
        });
  }

  /** A job with its documents, compressed outside of any transaction. */
  private record Arriving(
      NewJob job, ContentBlobs.Arriving scenario, ContentBlobs.@Nullable Arriving dataset) {}

  private Arriving arriving(NewJob job) {
    return new Arriving(
        job,
        contentBlobs.arriving(job.scenario()),
        job.dataset() == null ? null : contentBlobs.arriving(job.dataset()));
  }

  private Submission submit(Handle handle, Arriving arriving, QueueLimits limits) {
    database.dialect().lockQueue(handle);
    NewJob job = arriving.job;
    Optional<Submission> earlier = earlier(handle, job);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    boolean claimed = job.claim() != null && job.claim().begun() != null;
    if (!claimed) {
      WaitingCounts waitingCounts = WaitingCounts.count(handle, kind, job.caller());
      claimed = job.claim() != null && waitingCounts.all() == 0;
      if (!claimed && waitingCounts.isFull(limits)) {
        return new Submission.TooManyWaiting(waitingCounts.inTheWay(limits));
      }
    }
    arriving.scenario.keep(handle);
    if (arriving.dataset != null) {
      arriving.dataset.keep(handle);
    }
    return keep(handle, job, claimed);
  }

  private Optional<Submission> earlier(Handle handle, NewJob job) {
    if (job.idempotency() == null) {
      return Optional.empty();
    }
    idempotencyKeys.forget(handle);
    return idempotencyKeys.earlier(handle, job.caller(), job.idempotency());
  }

  /** See {@link JobStore#earlier}. */
  Optional<Submission> earlier(String caller, NewJob.Idempotency asked) {
    return database.read(handle -> idempotencyKeys.earlier(handle, caller, asked));
  }

  private Submission keep(Handle handle, NewJob job, boolean claimed) {
    long turn = fairQueue.take(handle, job.caller());
    BoundStatement update = insert.on(handle).bind("turn", turn);
    bind(update, job);
    NewJob.@Nullable Claim claim = claimed ? job.claim() : null;
    Instant begun = claim == null ? null : claim.begun();
    long now = begun == null ? clock.millis() : begun.toEpochMilli();
    bindClaim(update, claim, now);
    long seq = update.one(row -> row.getLong(1));
    if (job.idempotency() != null) {
      idempotencyKeys.keep(handle, job.caller(), job.idempotency(), seq);
    }
    return new Submission.Accepted(job.kept(claim, Instant.ofEpochMilli(now)));
  }

  private void bind(BoundStatement update, NewJob job) {
    @Nullable Content dataset = job.dataset();
    JobTask task = job.task();
    update
        .bind("kind", kind.name())
        .bind("topic", idOrNull(task.topic()))
        .bind("subject", idOrNull(task.subject()))
        .bind("request", TextEscaping.inOrNull(task.request()))
        .bind("id", TextEscaping.id(job.id()))
        .bind("caller", TextEscaping.in(job.caller()))
        .bind("scenarioId", idOrNull(job.scenarioId()))
        .bind("name", TextEscaping.in(job.name()))
        .bind("solver", TextEscaping.id(job.solver()))
        .bind("scenarioContent", job.scenario().hash())
        .bind("datasetContent", dataset == null ? null : dataset.hash())
        .bind("datasetId", TextEscaping.inOrNull(job.datasetId()))
        .bind("scenarioHash", TextEscaping.in(job.scenarioHash()))
        .bind("figuresHash", TextEscaping.in(job.figuresHash()))
        .bind("version", TextEscaping.in(job.version()));
  }

  private static @Nullable String idOrNull(@Nullable String id) {
    return id == null ? null : TextEscaping.id(id);
  }

  private static void bindClaim(BoundStatement update, NewJob.@Nullable Claim claim, long now) {
    update
        .bind("state", claim == null ? JobState.QUEUED.name() : JobState.RUNNING.name())
        .bind("attempt", claim == null ? 0 : 1)
        .bind("owner", claim == null ? null : TextEscaping.in(claim.owner()))
        .bind("lease", claim == null ? null : (Long) claim.leaseMillis())
        .bind("createdAt", now)
        .bind("startedAt", claim == null ? null : (Long) now);
  }
}
