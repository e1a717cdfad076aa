package io.bosett.store.postgres;

import io.bosett.store.sql.Dialect;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL dialect of PostgreSQL, which several processes share. */
public final class PostgresDialect implements Dialect {
  /**
   * SQLSTATE classes: connection, login, database missing, resources, locks held, intervention,
   * system.
   */
  private static final Set<String> UNAVAILABLE = Set.of("08", "28", "3D", "53", "55", "57", "58");

  /**
   * SQLSTATEs of lost races: serialization failure, deadlock, foreign or unique keys changed
   * concurrently.
   */
  private static final Set<String> RACE = Set.of("40001", "40P01", "23503", "23505");

  private static final String READ_ONLY = "25006";

  /**
   * SQLSTATEs after which the server has rolled back and goes on to serve others: no lock in time,
   * no end of a statement in time, no room on the disk, no memory.
   */
  private static final Set<String> ROLLED_BACK = Set.of("55P03", "57014", "53100", "53200");

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BYTEA", "sequence", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");
  }

  @Override
  public String now() {
    return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
  }

  @Override
  public String forUpdate() {
    return " FOR UPDATE";
  }

  @Override
  public String skipLocked() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public boolean hasLeases() {
    return true;
  }

  @Override
  public boolean shrink(Handle handle) {
    return false; // Autovacuum does it.
  }

  /** Whether the server has rolled a transaction back and goes on to serve others. */
  static boolean isRolledBack(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && ROLLED_BACK.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Meaning meaningOf(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    if (state == null || state.length() != 5) {
      return Meaning.DEFECT;
    }
    if (RACE.contains(state)) {
      return Meaning.RACE;
    }
    return UNAVAILABLE.contains(state.substring(0, 2)) || state.equals(READ_ONLY)
        ? Meaning.UNAVAILABLE
        : Meaning.DEFECT;
  }
}
