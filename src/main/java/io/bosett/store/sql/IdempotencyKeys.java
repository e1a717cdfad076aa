package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobStore.Submission;
import io.bosett.store.NewJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The idempotency keys of submissions, kept for a day. */
final class IdempotencyKeys {
  /** How long a key is kept. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final Clock clock;
  private final JobKind kind;

  IdempotencyKeys(Clock clock, JobKind kind) {
    this.clock = clock;
    this.kind = kind;
  }

  private record Used(String requestHash, long job) {}

  /** Each kind has keys of its own; a key itself has no space. */
  private String hash(String key) {
    return TextEscaping.hash(kind == JobKind.ALLOCATION ? key : kind + " " + key);
  }

  /** Deletes expired keys. */
  void forget(Handle handle) {
    handle
        .createUpdate("DELETE FROM idempotency WHERE expires_at <= :now")
        .bind("now", clock.millis())
        .execute();
  }

  /** The earlier submission with the same key, unless the key has expired. */
  Optional<Submission> earlier(Handle handle, String caller, NewJob.Idempotency asked) {
    return find(handle, caller, asked.key()).map(used -> answer(handle, used, asked));
  }

  private static Submission answer(Handle handle, Used used, NewJob.Idempotency asked) {
    return used.requestHash().equals(TextEscaping.in(asked.requestHash()))
        ? new Submission.Repeated(JobRows.bySeq(handle, used.job()).job())
        : new Submission.KeyUsedOtherwise();
  }

  private Optional<Used> find(Handle handle, String caller, String key) {
    return handle
        .createQuery(
            """
            SELECT request_hash, job FROM idempotency
            WHERE caller_hash = :caller AND key_hash = :key AND expires_at > :now
            """)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", hash(key))
        .bind("now", clock.millis())
        .map((row, c) -> new Used(row.getString("request_hash"), row.getLong("job")))
        .findOne();
  }

  /** Stores a key. */
  void keep(Handle handle, String caller, NewJob.Idempotency asked, long job) {
    handle
        .createUpdate(
            """
            INSERT INTO idempotency (caller_hash, key_hash, request_hash, job, expires_at)
            VALUES (:caller, :key, :request, :job, :expiresAt)
            """)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", hash(asked.key()))
        .bind("request", TextEscaping.in(asked.requestHash()))
        .bind("job", job)
        .bind("expiresAt", clock.millis() + KEPT.toMillis())
        .execute();
  }
}
