package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The claim of jobs of one kind from their queue: those with an expired lease first, then queued
 * ones.
 */
final class ClaimQueries {
  private final Database database;
  private final Clock clock;
  private final String kind;
  private final boolean hasLeases;
  private final String expired;
  private final String waiting;
  private final String endStopped;
  private final String take;

  ClaimQueries(Database database, Clock clock, JobKind kind) {
    Dialect dialect = database.dialect();
    this.database = database;
    this.clock = clock;
    this.kind = kind.name();
    this.hasLeases = dialect.hasLeases();
    String leftBehind = "kind = :kind AND state = 'RUNNING' AND lease_until <= " + dialect.now();
    String order = " ORDER BY turn, seq LIMIT :most" + dialect.skipLocked();
    this.expired = "SELECT seq FROM jobs WHERE " + leftBehind + order;
    this.waiting = "SELECT seq FROM jobs WHERE kind = :kind AND state = 'QUEUED'" + order;
    this.endStopped =
        "UPDATE jobs SET state = 'CANCELED', owner = NULL, ended_at = :now"
            + " WHERE stop_asked = 1 AND "
            + leftBehind;
    this.take =
        """
        UPDATE jobs SET state = 'RUNNING', attempt = attempt + 1, owner = :owner,
          lease_until = %s + :lease, started_at = :now, progress_sequence = 0,
          objective = NULL, bound = NULL, steps_done = 0, steps_planned = 0, elapsed = 0
        WHERE seq = :seq
        """
            .formatted(dialect.now());
  }

  /** See {@link JobStore#claim}. */
  List<KeptJob> claim(String owner, int most, Duration lease) {
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
        .createQuery("SELECT 1 FROM jobs WHERE kind = :kind AND state IN (" + either + ") LIMIT 1")
        .bind("kind", kind)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private List<Long> next(Handle handle, int most) {
    List<Long> next = new ArrayList<>();
    if (hasLeases) {
      handle.createUpdate(endStopped).bind("kind", kind).bind("now", clock.millis()).execute();
      next.addAll(select(handle, expired, most));
    }
    if (next.size() < most) {
      next.addAll(select(handle, waiting, most - next.size()));
    }
    return next;
  }

  private List<Long> select(Handle handle, String query, int most) {
    return handle.createQuery(query).bind("kind", kind).bind("most", most).mapTo(Long.class).list();
  }

  private KeptJob take(Handle handle, long seq, String owner, Duration lease) {
    handle
        .createUpdate(take)
        .bind("owner", TextEscaping.in(owner))
        .bind("lease", lease.toMillis())
        .bind("now", clock.millis())
        .bind("seq", seq)
        .execute();
    return JobRows.bySeq(handle, seq).job();
  }
}
