package io.bosett.store.sql;

import io.bosett.store.AllocationStore.Submission;
import io.bosett.store.NewAllocation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The idempotency keys of submissions, kept for a day. */
final class IdempotencyKeys {
  /** How long a key is kept. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final Clock clock;

  IdempotencyKeys(Clock clock) {
    this.clock = clock;
  }

  private record Used(String requestHash, long allocation) {}

  /** Deletes expired keys. */
  void forget(Handle handle) {
    handle
        .createUpdate("DELETE FROM idempotency WHERE expires_at <= :now")
        .bind("now", clock.millis())
        .execute();
  }

  /** The earlier submission with the same key, unless the key has expired. */
  Optional<Submission> earlier(Handle handle, String caller, NewAllocation.Idempotency asked) {
    return find(handle, caller, asked.key()).map(used -> answer(handle, used, asked));
  }

  private static Submission answer(Handle handle, Used used, NewAllocation.Idempotency asked) {
    return used.requestHash().equals(TextEscaping.in(asked.requestHash()))
        ? new Submission.Repeated(AllocationRows.bySeq(handle, used.allocation()).allocation())
        : new Submission.KeyUsedOtherwise();
  }

  private Optional<Used> find(Handle handle, String caller, String key) {
    return handle
        .createQuery(
            """
            SELECT request_hash, allocation FROM idempotency
            WHERE caller_hash = :caller AND key_hash = :key AND expires_at > :now
            """)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", TextEscaping.hash(key))
        .bind("now", clock.millis())
        .map((row, c) -> new Used(row.getString("request_hash"), row.getLong("allocation")))
        .findOne();
  }

  /** Stores a key. */
  void keep(Handle handle, String caller, NewAllocation.Idempotency asked, long allocation) {
    handle
        .createUpdate(
            """
            INSERT INTO idempotency (caller_hash, key_hash, request_hash, allocation, expires_at)
            VALUES (:caller, :key, :request, :allocation, :expiresAt)
            """)
        .bind("caller", TextEscaping.hash(caller))
        .bind("key", TextEscaping.hash(asked.key()))
        .bind("request", TextEscaping.in(asked.requestHash()))
        .bind("allocation", allocation)
        .bind("expiresAt", clock.millis() + KEPT.toMillis())
        .execute();
  }
}
