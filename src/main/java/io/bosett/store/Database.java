package io.bosett.store;

/**
 * Where SQL is executed. Failures that mean that the database does not answer or cannot write come
 * out as {@link StoreUnavailableException}, and then nothing has been written.
 */
interface Database extends AutoCloseable {
  /** Reads what is committed; each statement by itself. */
  <T> T read(Work<T> work);

  /** One transaction, durable when this returns. */
  <T> T write(Work<T> work);

  /**
   * One transaction that survives the death of this process, but perhaps not loss of power until
   * another one that does: for what is only about who works on what, which is found out again then.
   * Nobody waits for the disk.
   */
  <T> T writeSoon(Work<T> work);

  /** How this database differs from the other. */
  Dialect dialect();

  @Override
  void close();
}
