package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.AllocationStore.Cancellation;
import io.bosett.store.sql.AllocationRows.Row;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The cancellation of allocations in SQL. */
final class CancelWrites {
  private static final String END =
      "UPDATE allocations SET state = 'CANCELED', stop_asked = 1, ended_at = :now WHERE seq = :seq";
  private static final String ASK = "UPDATE allocations SET stop_asked = 1 WHERE seq = :seq";

  private final Database database;
  private final Clock clock;

  CancelWrites(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** See {@link AllocationStore#cancel}. */
  Cancellation cancel(String id) {
    return database.write(
        handle ->
            AllocationRows.select(handle, "WHERE id = :id" + database.dialect().forUpdate())
                .bind("id", TextEscaping.in(id))
                .mapTo(Row.class)
                .findOne()
                .<Cancellation>map(row -> cancel(handle, row))
                .orElseGet(Cancellation.NotFound::new));
  }

  private Cancellation cancel(Handle handle, Row row) {
    return switch (row.allocation().state()) {
      case QUEUED -> {
        handle.createUpdate(END).bind("now", clock.millis()).bind("seq", row.seq()).execute();
        yield new Cancellation.Ended(AllocationRows.bySeq(handle, row.seq()).allocation());
      }
      case RUNNING -> {
        handle.createUpdate(ASK).bind("seq", row.seq()).execute();
        yield new Cancellation.Asked(AllocationRows.bySeq(handle, row.seq()).allocation());
      }
      case SUCCEEDED, FAILED, CANCELED -> new Cancellation.TooLate(row.allocation());
    };
  }
}
