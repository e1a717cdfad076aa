package io.bosett.store.sql;

import io.bosett.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Escapes texts for the database. PostgreSQL accepts neither NUL nor unpaired surrogates; these,
 * and the escape character itself, become the escape character and four hexadecimal digits.
 * Escaping is injective and reversible. (The first migration script calls this class Text.)
 */
final class TextEscaping {
  private static final char ESCAPE = '\u0010';
  private static final int DIGITS = 4;
  private static final int LONGEST_ID = 500;

  private TextEscaping() {}

  /** Escapes a text. */
  static String in(String text) {
    if (text.chars().noneMatch(TextEscaping::isSuspect)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(kept, point));
    return kept.toString();
  }

  private static boolean isSuspect(int unit) {
    return unit == 0 || unit == ESCAPE || Character.isSurrogate((char) unit);
  }

  private static void append(StringBuilder kept, int point) {
    boolean escaped = Character.isBmpCodePoint(point) && isSuspect(point);
    if (escaped) {
      kept.append(ESCAPE).append(String.format("%04x", point));
    } else {
      kept.appendCodePoint(point);
    }
  }

  /** Escapes a text, or null. */
  static @Nullable String inOrNull(@Nullable String text) {
    return text == null ? null : in(text);
  }

  /** Escapes an identifier of bounded length, as it goes into an index. */
  static String id(String id) {
    String kept = in(id);
    if (kept.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "an identifier of " + kept.length() + " characters, at most " + LONGEST_ID);
    }
    return kept;
  }

  /** The hash of a text, for equality search on texts of any length. */
  static String hash(String text) {
    return Sha256.hex(in(text));
  }

  /** Unescapes a text. */
  static String out(String kept) {
    if (kept.indexOf(ESCAPE) < 0) {
      return kept;
    }
    StringBuilder text = new StringBuilder(kept.length());
    for (int i = 0; i < kept.length(); i++) {
      if (kept.charAt(i) == ESCAPE) {
        text.append((char) Integer.parseInt(kept, i + 1, i + 1 + DIGITS, 16));
        i += DIGITS;
      } else {
        text.append(kept.charAt(i));
      }
    }
    return text.toString();
  }

  /** Unescapes a text, or null. */
  static @Nullable String outOrNull(@Nullable String kept) {
    return kept == null ? null : out(kept);
  }
}
