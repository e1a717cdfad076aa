package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The claim of allocations from the job queue: those with an expired lease first, then queued ones.
 */
final class ClaimQueries {
  private final Database database;
  private final Clock clock;
  private final boolean hasLeases;
  private final String expired;
  private final String waiting;
  private final String endStopped;
  private final String take;

  ClaimQueries(Database database, Clock clock) {
    Dialect dialect = database.dialect();
    this.database = database;
    this.clock = clock;
    this.hasLeases = dialect.hasLeases();
    String leftBehind = "state = 'RUNNING' AND lease_until <= " + dialect.now();
    String order = " ORDER BY turn, seq LIMIT :most" + dialect.skipLocked();
    this.expired = "SELECT seq FROM allocations WHERE " + leftBehind + order;
    this.waiting = "SELECT seq FROM allocations WHERE state = 'QUEUED'" + order;
    this.endStopped =
        "UPDATE allocations SET state = 'CANCELED', owner = NULL, ended_at = :now"
            + " WHERE stop_asked = 1 AND "
            + leftBehind;
    this.take =
        """
        UPDATE allocations SET state = 'RUNNING', attempt = attempt + 1, owner = :owner,
          lease_until = %s + :lease, started_at = :now, progress_sequence = 0,
          objective = NULL, bound = NULL, elapsed = 0
        WHERE seq = :seq
        """
            .formatted(dialect.now());
  }

  /** See {@link AllocationStore#claim}. */
  List<KeptAllocation> claim(String owner, int most, Duration lease) {
    if (most <= 0 || !database.read(this::isAnythingThere)) {
      return List.of();
    }
    return database.writeSoon(
        handle -> next(handle, most).stream().map(seq -> take(handle, seq, owner, lease)).toList());
  }

  /** A cheap test, as most polls find nothing. */
  private boolean isAnythingThere(Handle handle) {
    String either = hasLeases ? "'QUEUED', 'RUNNING'" : "'QUEUED'";
    return handle
        .createQuery("SELECT 1 FROM allocations WHERE state IN (" + either + ") LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private List<Long> next(Handle handle, int most) {
    List<Long> next = new ArrayList<>();
    if (hasLeases) {
      handle.createUpdate(endStopped).bind("now", clock.millis()).execute();
      next.addAll(select(handle, expired, most));
    }
    if (next.size() < most) {
      next.addAll(select(handle, waiting, most - next.size()));
    }
    return next;
  }

  private static List<Long> select(Handle handle, String query, int most) {
    return handle.createQuery(query).bind("most", most).mapTo(Long.class).list();
  }

  private KeptAllocation take(Handle handle, long seq, String owner, Duration lease) {
    handle
        .createUpdate(take)
        .bind("owner", TextEscaping.in(owner))
        .bind("lease", lease.toMillis())
        .bind("now", clock.millis())
        .bind("seq", seq)
        .execute();
    return AllocationRows.bySeq(handle, seq).allocation();
  }
}
