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

  private static final NamedStatement FORGET =
      NamedStatement.of("DELETE FROM idempotency WHERE expires_at <= :now");
  private static final NamedStatement FIND =
      NamedStatement.of(
          """
          SELECT request_hash, job FROM idempotency
          WHERE caller_hash = :caller AND key_hash = :key AND expires_at > :now
          """);
  private static final NamedStatement KEEP =
      NamedStatement.of(
          """
          INSERT INTO idempotency (caller_hash, key_hash, request_hash, job, expires_at)
          VALUES (:caller, :key, :request, :job, :expiresAt)
          """);

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
    FORGET.on(handle).bind("now", clock.millis()).update();
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
    return FIND.on(handle)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", hash(key))
        .bind("now", clock.millis())
        .find(row -> new Used(row.getString(1), row.getLong(2)));
  }

  /** Stores a key. */
  void keep(Handle handle, String caller, NewJob.Idempotency asked, long job) {
    KEEP.on(handle)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", hash(asked.key()))
        .bind("request", TextEscaping.in(asked.requestHash()))
        .bind("job", job)
        .bind("expiresAt", clock.millis() + KEPT.toMillis())
        .update();
  }
}
