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

  /** How this database differs from the other. */
  Dialect dialect();

  @Override
  void close();
}
