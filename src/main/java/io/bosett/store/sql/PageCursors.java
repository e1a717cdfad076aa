package io.bosett.store.sql;

import io.bosett.store.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one list (keyset pagination): the list's letter and the sequence number of the
 * last row. New rows never shift old ones, so pages neither repeat nor skip rows.
 */
final class PageCursors {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

  private final String letter;

  PageCursors(String letter) {
    this.letter = letter;
  }

  /** The sequence number below which the page begins. */
  long before(@Nullable String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    long before = read(cursor);
    if (before < 0) {
      throw new Page.BadCursorException(cursor);
    }
    return before;
  }

  /** Whether a text is a cursor of these pages. */
  boolean isCursor(String cursor) {
    return read(cursor) >= 0;
  }

  /** The number in a cursor; -1 when it is none. */
  private long read(String cursor) {
    try {
      String number = decoded(cursor);
      if (number.startsWith(letter) && NUMBER.matcher(number.substring(1)).matches()) {
        long before = Long.parseLong(number, 1, number.length(), 10);
        if (encoded(before).equals(cursor)) {
          return before;
        }
      }
    } catch (IllegalArgumentException e) {
      // Not a number.
    }
    return -1;
  }

  private static String decoded(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
  }

  /** A page, from one row more than fits on it. */
  <R, T> Page<T> page(List<R> rows, int limit, ToLongFunction<R> number, Function<R, T> item) {
    List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
    @Nullable String next =
        rows.size() > limit ? encoded(number.applyAsLong(shown.get(limit - 1))) : null;
    return new Page<>(shown.stream().map(item).toList(), next);
  }

  private String encoded(long number) {
    byte[] bytes = (letter + number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
