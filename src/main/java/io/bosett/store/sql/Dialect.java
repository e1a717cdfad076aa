package io.bosett.store.sql;

import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What SQLite and PostgreSQL do differently. */
public interface Dialect {
  /** Words of the migrations. */
  Map<String, String> placeholders();

  /** Expression: the database's clock in milliseconds. */
  String now();

  /** Ends a query whose rows are to be changed, and waits for others that change them. */
  String forUpdate();

  /** Ends a query whose rows are to be changed, and leaves out those that others change. */
  String skipLocked();

  /** Whether leases run out: other processes may be there to take over. */
  boolean hasLeases();

  /** Lets one transaction at a time add to the queue, so that its bounds hold. */
  void lockQueue(Handle handle);

  /** What a failure means. */
  Meaning meaningOf(SQLException failure);

  /** What is to be done about a failure. */
  enum Meaning {
    /** The database does not answer or cannot write: say so. */
    UNAVAILABLE,
    /** Another transaction was in the way: once more. */
    RACE,
    /** A defect of ours. */
    DEFECT
  }
}
