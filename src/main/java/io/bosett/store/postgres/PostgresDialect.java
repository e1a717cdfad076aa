package io.bosett.store.postgres;

import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.NamedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL dialect of PostgreSQL, which several processes share. */
public final class PostgresDialect implements Dialect {
  /**
   * The key of the advisory lock: the same in all processes, and unlikely to be used by other
   * programs.
   */
  private static final long QUEUE_LOCK = 0x626f_7365_7474_0001L;

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
  private static final NamedStatement LOCK =
      NamedStatement.of("SELECT pg_advisory_xact_lock(:key)");

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

  @Override
  public void lockQueue(Handle handle) {
    LOCK.on(handle).bind("key", QUEUE_LOCK).hasRow();
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
