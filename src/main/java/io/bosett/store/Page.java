package io.bosett.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param items at most as many as were asked for
 * @param nextCursor where the next part begins, or null when there is none; opaque and URL-safe
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /** A cursor that this store did not make. */
  public static final class BadCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the cursor. */
    public BadCursorException(String cursor) {
      super("'" + cursor + "' is not a cursor");
    }
  }
}
