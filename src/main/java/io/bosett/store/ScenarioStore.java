package io.bosett.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scenario documents that callers keep, exactly as they were given. */
public interface ScenarioStore {
  /** Keeps a new document. */
  KeptScenario create(String id, String name, Content document);

  /** One of them. */
  Optional<KeptScenario> find(String id);

  /** The document of one of them. */
  Optional<byte[]> document(String id);

  /**
   * All, the newest first.
   *
   * @param cursor where to go on, or null for the beginning
   * @throws Page.BadCursorException when the cursor is none
   */
  Page<KeptScenario> page(int limit, @Nullable String cursor);

  /** Puts another document in the place of one that has not changed meanwhile. */
  Change replace(String id, String expectedHash, String name, Content document);

  /** Deletes one that has not changed meanwhile; allocations of it stay. */
  Change delete(String id, String expectedHash);

  /** What became of a change. */
  sealed interface Change {
    /** It was made. */
    record Made(KeptScenario scenario) implements Change {}

    /** There is no such scenario. */
    record NotFound() implements Change {}

    /** The document is another one by now. */
    record Stale(String actualHash) implements Change {}
  }
}
