package io.bosett.store.sql;

import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL dialect: what SQLite and PostgreSQL do differently. */
public interface Dialect {
  /** The placeholders of the migration scripts. */
  Map<String, String> placeholders();

  /** An expression for the database's clock in milliseconds. */
  String now();

  /** The end of a query that locks its rows and waits for locked ones ({@code FOR UPDATE}). */
  String forUpdate();

  /** The end of a query that locks its rows and skips locked ones ({@code SKIP LOCKED}). */
  String skipLocked();

  /** Whether leases expire, because other processes may take over. */
  boolean hasLeases();

  /**
   * Gives some of the space that deletions have left back to the file system.
   *
   * @return whether there may be more
   */
  boolean shrink(Handle handle);

  /** Classifies a failure. */
  Meaning meaningOf(SQLException failure);

  /** The class of a failure. */
  enum Meaning {
    /** The database is unavailable or cannot write; callers are told. */
    UNAVAILABLE,
    /** Another transaction interfered; the transaction is retried. */
    RACE,
    /** A defect of the program. */
    DEFECT
  }
}
