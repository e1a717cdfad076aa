package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;

/**
 * Where SQL is executed. Failures that mean that the database does not answer or cannot write come
 * out as {@link StoreUnavailableException}, and then nothing has been written.
 */
public interface Database extends AutoCloseable {
  /** Reads what is committed; each statement by itself. */
  <T> T read(TransactionBody<T> work);

  /** One transaction, durable when this returns. */
  <T> T write(TransactionBody<T> work);

  /**
   * One transaction that survives the death of this process, but perhaps not loss of power until
   * another one that does: for what is only about who works on what, which is found out again then.
   * Nobody waits for the disk.
   */
  <T> T writeSoon(TransactionBody<T> work);

  /** How this database differs from the other. */
  Dialect dialect();

  @Override
  void close();
}
