package io.bosett.store.sql;

import org.jdbi.v3.core.Handle;

/** What is done in one transaction. It may be done again from the start when it was rolled back. */
@FunctionalInterface
public interface TransactionBody<T> {
  /** Does it. */
  T in(Handle handle);
}
