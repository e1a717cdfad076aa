package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.JobStore.Cancellation;
import io.bosett.store.sql.JobRows.Row;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The cancellation of jobs in SQL. */
final class CancelWrites {
  private static final NamedStatement END =
      NamedStatement.of(
          "UPDATE jobs SET state = 'CANCELED', stop_asked = 1, ended_at = :now WHERE seq = :seq");
  private static final NamedStatement ASK =
      NamedStatement.of("UPDATE jobs SET stop_asked = 1 WHERE seq = :seq");

  private final Database database;
  private final Clock clock;
  private final JobKind kind;
  private final NamedStatement lock;

  CancelWrites(Database database, Clock clock, JobKind kind) {
    this.database = database;
    this.clock = clock;
    this.kind = kind;
    this.lock = JobRows.select("WHERE id = :id AND kind = :kind" + database.dialect().forUpdate());
  }

  /** See {@link JobStore#cancel}. */
  Cancellation cancel(String id) {
    return database.write(
        handle ->
            lock.on(handle)
                .bind("kind", kind.name())
                .bind("id", TextEscaping.in(id))
                .find(JobRows::read)
                .<Cancellation>map(row -> cancel(handle, row))
                .orElseGet(Cancellation.NotFound::new));
  }

  private Cancellation cancel(Handle handle, Row row) {
    return switch (row.job().state()) {
      case QUEUED -> {
        END.on(handle).bind("now", clock.millis()).bind("seq", row.seq()).update();
        yield new Cancellation.Ended(JobRows.bySeq(handle, row.seq()).job());
      }
      case RUNNING -> {
        ASK.on(handle).bind("seq", row.seq()).update();
        yield new Cancellation.Asked(JobRows.bySeq(handle, row.seq()).job());
      }
      case SUCCEEDED, FAILED, CANCELED -> new Cancellation.TooLate(row.job());
    };
  }
}
