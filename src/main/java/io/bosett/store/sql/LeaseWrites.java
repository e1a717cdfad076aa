package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Outcome;
import io.bosett.store.SolveProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The writes of a lease's owner, fenced by owner and attempt: renew, finish, release. */
final class LeaseWrites {
  private static final String OWNED = " WHERE id = :id AND owner = :owner AND state = 'RUNNING'";
  private static final String THIS_ATTEMPT = OWNED + " AND attempt = :attempt";
  private static final String LET_GO =
      """
      UPDATE allocations SET owner = NULL,
        state = CASE WHEN stop_asked = 1 THEN 'CANCELED' ELSE 'QUEUED' END,
        ended_at = CASE WHEN stop_asked = 1 THEN CAST(:now AS BIGINT) END
      """;
  private static final String FINISH =
      """
      UPDATE allocations SET owner = NULL, state = :state, status = :status, summary = :summary,
        failure = :failure, version = :version, ended_at = :now,
        progress_sequence = :sequence, objective = :objective, bound = :bound, elapsed = :elapsed
      """
          + THIS_ATTEMPT;
  private static final String KEEP_OUTCOME =
      """
      INSERT INTO outcomes (allocation, result, log) VALUES (:seq, :result, :log)
      """;

  private final Database database;
  private final Clock clock;
  private final String renew;

  LeaseWrites(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.renew =
        """
        UPDATE allocations SET lease_until = %s + :lease, progress_sequence = :sequence,
          objective = :objective, bound = :bound, elapsed = :elapsed
        """
                .formatted(database.dialect().now())
            + OWNED;
  }

  /**
   * See {@link AllocationStore#renew}; in a fixed order, so that concurrent renewals do not
   * deadlock.
   */
  Map<String, Boolean> renew(String owner, Duration lease, Map<String, SolveProgress> progress) {
    if (progress.isEmpty()) {
      return Map.of();
    }
    return database.writeSoon(
        handle -> {
          Map<String, Boolean> owned = new LinkedHashMap<>();
          new TreeMap<>(progress)
              .forEach(
                  (id, now) ->
                      renew(handle, owner, lease, id, now).ifPresent(stop -> owned.put(id, stop)));
          return owned;
        });
  }

  private Optional<Boolean> renew(
      Handle handle, String owner, Duration lease, String id, SolveProgress progress) {
    Update update = handle.createUpdate(renew).bind("lease", lease.toMillis());
    bindProgress(update, progress);
    if (update.bind("id", TextEscaping.in(id)).bind("owner", TextEscaping.in(owner)).execute()
        == 0) {
      return Optional.empty();
    }
    return handle
        .createQuery("SELECT stop_asked FROM allocations WHERE id = :id")
        .bind("id", TextEscaping.in(id))
        .map((row, c) -> row.getInt(1) != 0)
        .findOne();
  }

  /** See {@link AllocationStore#finish}. */
  Optional<KeptAllocation> finish(String id, String owner, int attempt, Outcome ending) {
    if (!ending.state().isEnded()) {
      throw new IllegalArgumentException(ending.state() + " is no way to end");
    }
    byte[] result = ending.result() == null ? null : Deflated.pack(ending.result());
    byte[] log = Deflated.packText(ending.log());
    return database.write(
        handle -> {
          Query update = AllocationRows.change(handle, FINISH).bind("now", clock.millis());
          bindProgress(update, ending.progress());
          bindEnding(update, ending);
          bindOwner(update, id, owner, attempt);
          Optional<AllocationRows.Row> finished = update.mapTo(AllocationRows.Row.class).findOne();
          finished.ifPresent(row -> keepOutcome(handle, row.seq(), result, log));
          return finished.map(AllocationRows.Row::allocation);
        });
  }

  private static void keepOutcome(Handle handle, long seq, byte @Nullable [] result, byte[] log) {
    handle
        .createUpdate(KEEP_OUTCOME)
        .bind("seq", seq)
        .bind("result", result)
        .bind("log", log)
        .execute();
  }

  /** See {@link AllocationStore#release}. */
  boolean release(String id, String owner, int attempt) {
    return database.write(
        handle -> {
          Update update = handle.createUpdate(LET_GO + THIS_ATTEMPT).bind("now", clock.millis());
          bindOwner(update, id, owner, attempt);
          return update.execute() == 1;
        });
  }

  /** See {@link AllocationStore#releaseAll}. */
  int releaseAll(String except) {
    return database.write(
        handle ->
            handle
                .createUpdate(LET_GO + " WHERE state = 'RUNNING' AND owner <> :except")
                .bind("now", clock.millis())
                .bind("except", TextEscaping.in(except))
                .execute());
  }

  private static void bindOwner(SqlStatement<?> update, String id, String owner, int attempt) {
    update
        .bind("id", TextEscaping.in(id))
        .bind("owner", TextEscaping.in(owner))
        .bind("attempt", attempt);
  }

  private static void bindProgress(SqlStatement<?> update, SolveProgress progress) {
    update
        .bind("sequence", progress.sequence())
        .bind("objective", progress.objective())
        .bind("bound", progress.bound())
        .bind("elapsed", progress.elapsedMillis());
  }

  private static void bindEnding(SqlStatement<?> update, Outcome ending) {
    update
        .bind("state", ending.state().name())
        .bind("status", ending.status() == null ? null : ending.status().name())
        .bind("summary", TextEscaping.inOrNull(ending.summary()))
        .bind("failure", TextEscaping.inOrNull(ending.failure()))
        .bind("version", TextEscaping.in(ending.version()));
  }
}
