package io.bosett.store.sql;

import org.jdbi.v3.core.Handle;

/** The body of a transaction. It may run again from the start after a rollback. */
@FunctionalInterface
public interface TransactionBody<T> {
  /** Runs the body. */
  T in(Handle handle);
}
