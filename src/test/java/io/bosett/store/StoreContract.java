package io.bosett.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The base of store contract tests on both databases: a store that is empty before each test. */
@ParameterizedClass
@EnumSource
@Tag("slow")
abstract class StoreContract {
  final SteppedClock clock = new SteppedClock();
  @TempDir Path folder;
  @Parameter Kind kind;
  Place place;
  Store store;

  /** The databases. */
  enum Kind {
    SQLITE,
    POSTGRES
  }

  /** Where stores are opened. */
  interface Place extends AutoCloseable {
    /** Opens the same store, again or once more. */
    Store open();

    /** The first number that a query of the test's own finds. */
    long number(String query);

    @Override
    void close();
  }

  @BeforeEach
  void open() {
    place =
        switch (kind) {
          case SQLITE -> new EmbeddedPlace(folder, clock);
          case POSTGRES -> new PostgresPlace(clock);
        };
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

  JobStore allocations() {
    return store.allocations();
  }
}
