package io.bosett.store.sql;

import io.bosett.store.Content;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
          owner, lease_until, stop_asked, progress_sequence, objective, bound, steps_done,
          steps_planned, elapsed, created_at, started_at, ended_at, status, summary, failure)
        VALUES (:kind, :id, :caller, :scenarioId, :name, :solver, :topic, :subject, :request,
          :scenarioContent,
          :datasetContent, :datasetId, :scenarioHash, :figuresHash, :version, :state, :turn,
          :attempt, :owner, %s + :lease, 0, :sequence, :objective, :bound, :done,
          :planned, :elapsed, :createdAt, :startedAt, :endedAt, :status, :summary, :failure)
        RETURNING seq
        """
            .formatted(dialect.now()));
  }

  /** See {@link JobStore#submit}. */
  Submission submit(NewJob job, QueueLimits limits) {
    Arriving arriving = arriving(job);
    return submit(arriving, limits, null);
  }

  /** See {@link JobStore#submitEnded}. */
  Submission submitEnded(NewJob job, Outcome outcome) {
    if (!job.hasBegun()) {
      throw new IllegalArgumentException("nobody has begun the job " + job.id());
    }
    Arriving arriving = arriving(job);
    PackedOutcome packed = PackedOutcome.of(outcome);
    return submit(arriving, QueueLimits.NONE, packed);
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

  /** In its turn, unless it neither waits nor can be there already. */
  private Submission submit(Arriving arriving, QueueLimits limits, @Nullable PackedOutcome end) {
    TransactionBody<Submission> work = handle -> submit(handle, arriving, limits, end);
    return arriving.job.hasBegun() && arriving.job.idempotency() == null
        ? database.write(work)
        : database.writeInTurn(work);
  }

  private Submission submit(
      Handle handle, Arriving arriving, QueueLimits limits, @Nullable PackedOutcome end) {
    NewJob job = arriving.job;
    Optional<Submission> earlier = earlier(handle, job);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    boolean claimed = job.hasBegun();
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
    return new Submission.Accepted(keep(handle, job, claimed ? job.claim() : null, end));
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

  private KeptJob keep(
      Handle handle, NewJob job, NewJob.@Nullable Claim claim, @Nullable PackedOutcome end) {
    Instant begun = claim == null ? null : claim.begun();
    long turn = begun == null ? fairQueue.take(handle, job.caller()) : fairQueue.served(handle);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    KeptJob submitted = job.kept(claim, begun == null ? now : begun.truncatedTo(ChronoUnit.MILLIS));
    KeptJob kept = end == null ? submitted : submitted.ended(end.outcome(), now);
    BoundStatement update = insert.on(handle).bind("turn", turn);
    bind(update, job);
    bind(update, kept, claim);
    long seq = update.one(row -> row.getLong(1));
    if (job.idempotency() != null) {
      idempotencyKeys.keep(handle, job.caller(), job.idempotency(), seq);
    }
    if (end != null) {
      end.keep(handle, seq);
    }
    return kept;
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
        .bind("figuresHash", TextEscaping.in(job.figuresHash()));
  }

  private static @Nullable String idOrNull(@Nullable String id) {
    return id == null ? null : TextEscaping.id(id);
  }

  private static void bind(BoundStatement update, KeptJob kept, NewJob.@Nullable Claim claim) {
    PackedOutcome.bindProgress(update, kept.progress());
    update
        .bind("state", kept.state().name())
        .bind("attempt", kept.attempt())
        .bind("owner", TextEscaping.inOrNull(kept.owner()))
        .bind("lease", claim == null ? null : (Long) claim.leaseMillis())
        .bind("version", TextEscaping.in(kept.version()))
        .bind("createdAt", kept.createdAt().toEpochMilli())
        .bind("startedAt", millis(kept.startedAt()))
        .bind("endedAt", millis(kept.endedAt()))
        .bind("status", kept.status() == null ? null : kept.status().name())
        .bind("summary", TextEscaping.inOrNull(kept.summary()))
        .bind("failure", TextEscaping.inOrNull(kept.failure()));
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
  }
}
