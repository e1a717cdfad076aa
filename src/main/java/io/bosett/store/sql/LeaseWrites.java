package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobProgress;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The writes of a lease's owner, finish and release, fenced by owner and attempt, renew by owner.
 */
final class LeaseWrites {
  private static final String OWNED = " WHERE id = :id AND owner = :owner AND state = 'RUNNING'";
  private static final String THIS_ATTEMPT = OWNED + " AND attempt = :attempt";
  private static final String LET_GO =
      """
      UPDATE jobs SET owner = NULL,
        state = CASE WHEN stop_asked = 1 THEN 'CANCELED' ELSE 'QUEUED' END,
        ended_at = CASE WHEN stop_asked = 1 THEN CAST(:now AS BIGINT) END
      """;
  private static final NamedStatement RELEASE = NamedStatement.of(LET_GO + THIS_ATTEMPT);
  private static final NamedStatement RELEASE_ALL =
      NamedStatement.of(LET_GO + " WHERE kind = :kind AND state = 'RUNNING' AND owner <> :except");
  private static final NamedStatement IS_STOP_ASKED =
      NamedStatement.of("SELECT stop_asked FROM jobs" + OWNED);
  private static final NamedStatement FINISH =
      JobRows.change(
          """
      UPDATE jobs SET owner = NULL, state = :state, status = :status, summary = :summary,
        failure = :failure, version = :version, ended_at = :now,
        progress_sequence = :sequence, objective = :objective, bound = :bound,
        steps_done = :done, steps_planned = :planned, elapsed = :elapsed
      """
              + THIS_ATTEMPT);
  private final Database database;
  private final Clock clock;
  private final JobKind kind;
  private final NamedStatement renew;

  LeaseWrites(Database database, Clock clock, JobKind kind) {
    this.database = database;
    this.clock = clock;
    this.kind = kind;
    this.renew =
        NamedStatement.of(
            """
        UPDATE jobs SET lease_until = %s + :lease, progress_sequence = :sequence,
          objective = :objective, bound = :bound, steps_done = :done,
          steps_planned = :planned, elapsed = :elapsed
        """
                    .formatted(database.dialect().now())
                + " WHERE seq = (SELECT seq FROM jobs"
                + OWNED
                + database.dialect().skipLocked()
                + ")");
  }

  /**
   * See {@link JobStore#renew}. A job that another transaction is changing is left to the next
   * renewal: its outcome may be in a group of writes that waits for something else.
   */
  Map<String, Boolean> renew(String owner, Duration lease, Map<String, JobProgress> progress) {
    if (progress.isEmpty()) {
      return Map.of();
    }
    return database.writeSoon(
        handle -> {
          Map<String, Boolean> owned = new LinkedHashMap<>();
          progress.forEach(
              (id, now) ->
                  renew(handle, owner, lease, id, now).ifPresent(stop -> owned.put(id, stop)));
          return owned;
        });
  }

  private Optional<Boolean> renew(
      Handle handle, String owner, Duration lease, String id, JobProgress progress) {
    BoundStatement update = renew.on(handle).bind("lease", lease.toMillis());
    PackedOutcome.bindProgress(update, progress);
    update.bind("id", TextEscaping.in(id)).bind("owner", TextEscaping.in(owner)).update();
    return IS_STOP_ASKED
        .on(handle)
        .bind("id", TextEscaping.in(id))
        .bind("owner", TextEscaping.in(owner))
        .find(row -> row.getInt(1) != 0);
  }

  /** See {@link JobStore#finish}. */
  Optional<KeptJob> finish(String id, String owner, int attempt, Outcome outcome) {
    PackedOutcome packed = PackedOutcome.of(outcome);
    return database.write(
        handle -> {
          BoundStatement update = FINISH.on(handle).bind("now", clock.millis());
          packed.bind(update);
          bindOwner(update, id, owner, attempt);
          Optional<JobRows.Row> finished = update.find(JobRows::read);
          finished.ifPresent(row -> packed.keep(handle, row.seq()));
          return finished.map(JobRows.Row::job);
        });
  }

  /** See {@link JobStore#release}. */
  boolean release(String id, String owner, int attempt) {
    return database.write(
        handle -> {
          BoundStatement release = RELEASE.on(handle).bind("now", clock.millis());
          bindOwner(release, id, owner, attempt);
          return release.update() == 1;
        });
  }

  /** See {@link JobStore#releaseAll}. */
  int releaseAll(String except) {
    return database.write(
        handle ->
            RELEASE_ALL
                .on(handle)
                .bind("kind", kind.name())
                .bind("now", clock.millis())
                .bind("except", TextEscaping.in(except))
                .update());
  }

  private static void bindOwner(BoundStatement update, String id, String owner, int attempt) {
    update
        .bind("id", TextEscaping.in(id))
        .bind("owner", TextEscaping.in(owner))
        .bind("attempt", attempt);
  }
}
