package io.bosett.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first (keyset pagination).
 *
 * @param items at most as many as were asked for
 * @param nextCursor of the next page, or null on the last; opaque and URL-safe
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /** The cursor is not one that this store made. */
  public static final class BadCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the cursor. */
    public BadCursorException(String cursor) {
      super("'" + cursor + "' is not a cursor");
    }
  }
}
