package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;

/**
 * The access to a SQL database by transactions. When the database is unavailable, {@link
 * StoreUnavailableException} is thrown and nothing has been written, except perhaps when a
 * connection broke during the commit.
 */
public interface Database extends AutoCloseable {
  /** Reads committed data; each statement sees its own snapshot. */
  <T> T read(TransactionBody<T> work);

  /** Runs one transaction, durable when this returns. */
  <T> T write(TransactionBody<T> work);

  /**
   * Runs one transaction like {@link #write}, one after the other over all processes: for what must
   * see everything that is queued, or that something is not there yet.
   */
  <T> T writeInTurn(TransactionBody<T> work);

  /**
   * Runs one transaction that survives a crash of this process, but perhaps not a loss of power
   * until the next durable one: for claims, leases, progress and retention, which can be found out
   * again. It does not wait for the disk.
   */
  <T> T writeSoon(TransactionBody<T> work);

  /** The SQL dialect of this database. */
  Dialect dialect();

  /** Gives the space that deletions left free back in steps, with other writers in between. */
  default void shrink() {
    boolean more = true;
    while (more) {
      more = write(handle -> dialect().shrink(handle));
    }
  }

  @Override
  void close();
}
