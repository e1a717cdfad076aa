package io.bosett.store.sql;

import java.util.Optional;
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
  private static final String SERVED =
      "SELECT turn FROM allocations WHERE attempt > 0 ORDER BY turn DESC LIMIT 1";
  private static final String FIRST_WAITING =
      "SELECT turn FROM allocations WHERE state = 'QUEUED' ORDER BY turn LIMIT 1";
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
    long served = served(handle);
    long turn = Math.max(served, next(handle, hash));
    handle
        .createUpdate("DELETE FROM callers WHERE next_turn <= :served AND hash <> :deleted")
        .bind("served", served)
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

  /** The latest turn that was served (the virtual time). */
  private static long served(Handle handle) {
    long kept = first(handle, SERVED).or(() -> first(handle, FIRST_WAITING)).orElse(0L);
    return Math.max(kept, next(handle, DELETED));
  }

  private static Optional<Long> first(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).findOne();
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
