package io.bosett.store.sql;

import org.jdbi.v3.core.Handle;

/**
 * The fair queue of allocations: start-time fair queueing between callers. A caller's allocations
 * get consecutive turns, the first not before the turn being served. So a caller with a thousand
 * queued allocations gets every second slot while another waits too, and idle callers save up no
 * credit.
 *
 * <p>P. Goyal, H. M. Vin, H. Cheng: Start-time Fair Queueing, IEEE/ACM Transactions on Networking 5
 * (1997).
 */
final class FairQueue {
  private static final String STATE =
      """
      SELECT
        COALESCE(
          (SELECT turn FROM allocations WHERE attempt > 0 ORDER BY turn DESC LIMIT 1),
          (SELECT turn FROM allocations WHERE state = 'QUEUED' ORDER BY turn LIMIT 1),
          0) AS served,
        COALESCE((SELECT next_turn FROM callers WHERE hash = :deleted), 0) AS deleted,
        COALESCE((SELECT next_turn FROM callers WHERE hash = :caller), 0) AS next
      """;
  private static final String KEEP =
      """
      INSERT INTO callers (hash, next_turn) VALUES (:caller, :next)
      ON CONFLICT (hash) DO UPDATE SET next_turn = excluded.next_turn
      """;

  /** A key that is not the hash of any caller. */
  private static final String DELETED = "deleted";

  private FairQueue() {}

  /** Assigns the next turn of a caller. */
  static long take(Handle handle, String caller) {
    String hash = TextEscaping.hash(caller);
    State state = state(handle, hash);
    long turn = Math.max(state.served, state.next);
    handle
        .createUpdate("DELETE FROM callers WHERE next_turn <= :served AND hash <> :deleted")
        .bind("served", state.served)
        .bind("deleted", DELETED)
        .execute();
    keep(handle, hash, turn + 1);
    return turn;
  }

  /** Remembers a served turn whose allocation is being deleted. */
  static void remember(Handle handle, long turn) {
    keep(handle, DELETED, Math.max(turn, next(handle, DELETED)));
  }

  private static void keep(Handle handle, String hash, long turn) {
    handle.createUpdate(KEEP).bind("caller", hash).bind("next", turn).execute();
  }

  /**
   * Where the queue is.
   *
   * @param served the latest turn that was ever taken from it
   * @param next the least that a caller may take
   */
  private record State(long served, long next) {}

  private static State state(Handle handle, String hash) {
    return handle
        .createQuery(STATE)
        .bind("deleted", DELETED)
        .bind("caller", hash)
        .map(
            (row, c) ->
                new State(
                    Math.max(row.getLong("served"), row.getLong("deleted")), row.getLong("next")))
        .one();
  }

  private static long next(Handle handle, String hash) {
    return handle
        .createQuery("SELECT next_turn FROM callers WHERE hash = :caller")
        .bind("caller", hash)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }
}
