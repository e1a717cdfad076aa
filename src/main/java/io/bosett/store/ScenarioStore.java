package io.bosett.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of scenario documents, byte for byte, with optimistic locking by their hash. */
public interface ScenarioStore {
  /** Stores a new document. */
  KeptScenario create(String id, String name, Content document);

  /** The scenario with this id. */
  Optional<KeptScenario> find(String id);

  /** The document of the scenario with this id. */
  Optional<byte[]> document(String id);

  /** Whether a text is a cursor of the list's pages. */
  default boolean isCursor(String cursor) {
    return true;
  }

  /**
   * A page of all scenarios, the newest first (keyset pagination).
   *
   * @param cursor of the page, or null for the first
   * @throws Page.BadCursorException when the cursor is invalid
   */
  Page<KeptScenario> page(int limit, @Nullable String cursor);

  /** Replaces a document, unless it has changed since the expected version. */
  Change replace(String id, String expectedHash, String name, Content document);

  /** Deletes a scenario, unless it has changed since the expected version; its allocations stay. */
  Change delete(String id, String expectedHash);

  /** The result of a change. */
  sealed interface Change {
    /** The change was made. */
    record Made(KeptScenario scenario) implements Change {}

    /** There is no such scenario. */
    record NotFound() implements Change {}

    /** The document has changed since the expected version. */
    record Stale(String actualHash) implements Change {}
  }
}
