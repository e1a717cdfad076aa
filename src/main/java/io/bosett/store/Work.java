package io.bosett.store;

import org.jdbi.v3.core.Handle;

/** What is done in one transaction. It may be done again from the start when it was rolled back. */
@FunctionalInterface
interface Work<T> {
  /** Does it. */
  T in(Handle handle);
}
