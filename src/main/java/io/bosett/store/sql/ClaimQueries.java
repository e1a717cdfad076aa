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
  private final NamedStatement anything;
  private final NamedStatement expired;
  private final NamedStatement waiting;
  private final NamedStatement endStopped;
  private final NamedStatement take;

  ClaimQueries(Database database, Clock clock, JobKind kind) {
    Dialect dialect = database.dialect();
    this.database = database;
    this.clock = clock;
    this.kind = kind.name();
    this.hasLeases = dialect.hasLeases();
    String leftBehind = "kind = :kind AND state = 'RUNNING' AND lease_until <= " + dialect.now();
    String order = " ORDER BY turn, seq LIMIT :most" + dialect.skipLocked();
    String either = hasLeases ? "'QUEUED', 'RUNNING'" : "'QUEUED'";
    this.anything =
        NamedStatement.of(
            "SELECT 1 FROM jobs WHERE kind = :kind AND state IN (" + either + ") LIMIT 1");
    this.expired = NamedStatement.of("SELECT seq FROM jobs WHERE " + leftBehind + order);
    this.waiting =
        NamedStatement.of("SELECT seq FROM jobs WHERE kind = :kind AND state = 'QUEUED'" + order);
    this.endStopped =
        NamedStatement.of(
            "UPDATE jobs SET state = 'CANCELED', owner = NULL, ended_at = :now"
                + " WHERE stop_asked = 1 AND "
                + leftBehind);
    this.take =
        NamedStatement.of(
            """
        UPDATE jobs SET state = 'RUNNING', attempt = attempt + 1, owner = :owner,
          lease_until = %s + :lease, started_at = :now, progress_sequence = 0,
          objective = NULL, bound = NULL, steps_done = 0, steps_planned = 0, elapsed = 0
        WHERE seq = :seq
        """
                .formatted(dialect.now()));
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
    return anything.on(handle).bind("kind", kind).hasRow();
  }

  private List<Long> next(Handle handle, int most) {
    List<Long> next = new ArrayList<>();
    if (hasLeases) {
      endStopped.on(handle).bind("kind", kind).bind("now", clock.millis()).update();
      next.addAll(select(handle, expired, most));
    }
    if (next.size() < most) {
      next.addAll(select(handle, waiting, most - next.size()));
    }
    return next;
  }

  private List<Long> select(Handle handle, NamedStatement query, int most) {
    return query.on(handle).bind("kind", kind).bind("most", most).list(row -> row.getLong(1));
  }

  private KeptJob take(Handle handle, long seq, String owner, Duration lease) {
    take.on(handle)
        .bind("owner", TextEscaping.in(owner))
        .bind("lease", lease.toMillis())
        .bind("now", clock.millis())
        .bind("seq", seq)
        .update();
    return JobRows.bySeq(handle, seq).job();
  }
}
