package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobStore.QueueLimits;
import org.jdbi.v3.core.Handle;

/** The numbers of queued jobs of one kind, of all callers and of one. */
record WaitingCounts(int all, int ofCaller) {
  private static final NamedStatement COUNT =
      NamedStatement.of(
          """
      SELECT COUNT(*) AS everybody, COUNT(CASE WHEN caller = :caller THEN 1 END) AS one
      FROM jobs WHERE kind = :kind AND state = 'QUEUED'
      """);

  /** Counts them. */
  static WaitingCounts count(Handle handle, JobKind kind, String caller) {
    return COUNT
        .on(handle)
        .bind("kind", kind.name())
        .bind("caller", TextEscaping.in(caller))
        .one(row -> new WaitingCounts(row.getInt(1), row.getInt(2)));
  }

  /** Whether this caller has reached a limit. */
  boolean isFull(QueueLimits limits) {
    return all >= limits.waiting() || ofCaller >= limits.waitingOfOneCaller();
  }

  /** The count of the limit that is reached: of all callers, else of this one. */
  int inTheWay(QueueLimits limits) {
    return all >= limits.waiting() ? all : ofCaller;
  }
}
