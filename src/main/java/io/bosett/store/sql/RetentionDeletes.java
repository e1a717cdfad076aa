package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Retention: deletes old jobs of one kind in batches, so that other writers get their turn in
 * between. It may be repeated, so it waits for no disk.
 */
final class RetentionDeletes {
  private static final int SOME = 100;
  private static final NamedStatement DELETE =
      NamedStatement.of("DELETE FROM jobs WHERE seq = :seq");

  private final Database database;
  private final JobKind kind;
  private final FairQueue fairQueue;
  private final NamedStatement old;

  RetentionDeletes(Database database, JobKind kind) {
    this.database = database;
    this.kind = kind;
    this.fairQueue = new FairQueue(kind);
    this.old =
        NamedStatement.of(
            "SELECT seq, scenario_content, dataset_content, turn, attempt FROM jobs"
                + " WHERE kind = :kind AND ended_at < :time ORDER BY ended_at LIMIT :some"
                + database.dialect().skipLocked());
  }

  private record Old(long seq, String scenario, @Nullable String dataset, long turn, int attempt) {
    static Old read(ResultSet row) throws SQLException {
      return new Old(
          row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getInt(5));
    }
  }

  /** See {@link JobStore#deleteEndedBefore}. */
  int deleteEndedBefore(Instant time) {
    int all = 0;
    int some;
    do {
      some = database.writeSoon(handle -> deleteSome(handle, millis(time)));
      all += some;
    } while (some == SOME);
    if (all > 0) {
      database.shrink();
    }
    return all;
  }

  /** Milliseconds of an instant, saturating at the range of {@code long}. */
  private static long millis(Instant time) {
    Instant first = Instant.ofEpochMilli(Long.MIN_VALUE);
    Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
    Instant within = time.isBefore(first) ? first : time.isAfter(last) ? last : time;
    return within.toEpochMilli();
  }

  private int deleteSome(Handle handle, long time) {
    List<Old> found =
        old.on(handle)
            .bind("kind", kind.name())
            .bind("time", time)
            .bind("some", SOME)
            .list(Old::read);
    for (Old one : found) {
      DELETE.on(handle).bind("seq", one.seq()).update();
    }
    found.stream()
        .filter(one -> one.attempt() > 0)
        .mapToLong(Old::turn)
        .max()
        .ifPresent(turn -> fairQueue.remember(handle, turn));
    ContentBlobs.sweep(
        handle, found.stream().flatMap(one -> Stream.of(one.scenario(), one.dataset())));
    return found.size();
  }
}
