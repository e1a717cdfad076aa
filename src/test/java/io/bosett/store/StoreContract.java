package io.bosett.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of both databases share: a store that is empty before each test. */
abstract class StoreContract {
  final SteppedClock clock = new SteppedClock();
  @TempDir Path folder;
  Place place;
  Store store;

  /** Where stores are opened. */
  interface Place extends AutoCloseable {
    /** Opens the same store, again or once more. */
    Store open();

    /** Counts rows by a query of our own. */
    long count(String query);

    @Override
    void close();
  }

  /** An empty one. */
  abstract Place place();

  @BeforeEach
  void open() {
    place = place();
    store = place.open();
  }

  @AfterEach
  void close() {
    store.close();
    place.close();
  }

  /** Closes and opens the store. */
  void reopen() {
    store.close();
    store = place.open();
  }
}
