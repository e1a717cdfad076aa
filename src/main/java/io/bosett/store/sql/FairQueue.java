package io.bosett.store.sql;

import io.bosett.store.JobKind;
import org.jdbi.v3.core.Handle;

/**
 * The fair queue of one kind of jobs: start-time fair queueing between callers. A caller's jobs get
 * consecutive turns, the first not before the turn being served. So a caller with a thousand queued
 * jobs gets every second slot while another waits too, and idle callers save up no credit.
 *
 * <p>P. Goyal, H. M. Vin, H. Cheng: Start-time Fair Queueing, IEEE/ACM Transactions on Networking 5
 * (1997).
 */
final class FairQueue {
  private static final String OF_QUEUE =
      """
      SELECT
        COALESCE(
          (SELECT turn FROM jobs WHERE kind = :kind AND attempt > 0 ORDER BY turn DESC LIMIT 1),
          (SELECT turn FROM jobs WHERE kind = :kind AND state = 'QUEUED' ORDER BY turn LIMIT 1),
          0) AS served,
        COALESCE(
          (SELECT next_turn FROM turns WHERE kind = :kind AND caller_hash = :deleted),
          0) AS deleted
      """;
  private static final NamedStatement SERVED = NamedStatement.of(OF_QUEUE);
  private static final NamedStatement STATE =
      NamedStatement.of(
          OF_QUEUE
              + """
      , COALESCE(
          (SELECT next_turn FROM turns WHERE kind = :kind AND caller_hash = :caller),
          0) AS next
      """);
  private static final NamedStatement KEEP =
      NamedStatement.of(
          """
      INSERT INTO turns (kind, caller_hash, next_turn) VALUES (:kind, :caller, :next)
      ON CONFLICT (kind, caller_hash) DO UPDATE SET next_turn = excluded.next_turn
      """);
  private static final NamedStatement FORGET_SERVED =
      NamedStatement.of(
          "DELETE FROM turns WHERE kind = :kind AND next_turn <= :served"
              + " AND caller_hash <> :deleted");
  private static final NamedStatement NEXT =
      NamedStatement.of("SELECT next_turn FROM turns WHERE kind = :kind AND caller_hash = :caller");

  /** A key that is not the hash of any caller. */
  private static final String DELETED = "deleted";

  private final String kind;

  FairQueue(JobKind kind) {
    this.kind = kind.name();
  }

  /** Assigns the next turn of a caller. */
  long take(Handle handle, String caller) {
    String hash = TextEscaping.hash(caller);
    State state = state(handle, hash);
    long turn = Math.max(state.served, state.next);
    FORGET_SERVED
        .on(handle)
        .bind("kind", kind)
        .bind("served", state.served)
        .bind("deleted", DELETED)
        .update();
    keep(handle, hash, turn + 1);
    return turn;
  }

  /**
   * The turn being served, for a job that has begun: nobody waited, so it does not count among its
   * caller's.
   */
  long served(Handle handle) {
    return SERVED
        .on(handle)
        .bind("kind", kind)
        .bind("deleted", DELETED)
        .one(row -> Math.max(row.getLong(1), row.getLong(2)));
  }

  /** Remembers a served turn whose job is being deleted. */
  void remember(Handle handle, long turn) {
    keep(handle, DELETED, Math.max(turn, next(handle, DELETED)));
  }

  private void keep(Handle handle, String hash, long turn) {
    KEEP.on(handle).bind("kind", kind).bind("caller", hash).bind("next", turn).update();
  }

  /**
   * Where the queue is.
   *
   * @param served the latest turn that was begun; before any, the first queued one, else 0; never
   *     below that of a deleted job
   * @param next the least that a caller may take
   */
  private record State(long served, long next) {}

  private State state(Handle handle, String hash) {
    return STATE
        .on(handle)
        .bind("kind", kind)
        .bind("deleted", DELETED)
        .bind("caller", hash)
        .one(row -> new State(Math.max(row.getLong(1), row.getLong(2)), row.getLong(3)));
  }

  private long next(Handle handle, String hash) {
    return NEXT.on(handle)
        .bind("kind", kind)
        .bind("caller", hash)
        .find(row -> row.getLong(1))
        .orElse(0L);
  }
}
