package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.TextRules;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind, such as the names of all municipalities, of which no two may differ only in
 * what nobody sees: in Unicode form, width, kind of space, space at an end or invisible characters.
 */
public final class LookAlikes {
  /**
   * First and last of the characters that are not shown and are not of the category of format
   * characters: the rest of Unicode's Default_Ignorable_Code_Point, also where nothing is assigned.
   */
  private static final int[][] UNSEEN = {
    {0x034F, 0x034F},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x2065, 0x2065},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0xE0000, 0xE0FFF}
  };

  private final Set<String> plain = new HashSet<>();
  private final Map<String, String> odd = new HashMap<>();

  /** Adds the text at a place, if there is one, and reports there what is wrong with it. */
  public void add(JsonCursor at, String text) {
    String wrong = at.isPresent() && !text.isEmpty() ? add(text) : null;
    if (wrong != null) {
      at.fault(wrong, "texts that can be told apart");
    }
  }

  /** Adds a text; what is wrong with it, or null. */
  public @Nullable String add(String text) {
    String seen = seen(text);
    String other = odd.get(seen);
    if (seen.equals(text)) {
      plain.add(text);
    } else {
      other = plain.contains(seen) ? seen : odd.putIfAbsent(seen, text);
    }
    return other == null || other.equals(text)
        ? null
        : "is "
            + TextRules.quoted(text)
            + " ("
            + codes(text)
            + "), which looks like another, "
            + codes(other);
  }

  /** The text as it is seen; the same object when there is nothing to it. */
  static String seen(String text) {
    if (text.chars().allMatch(LookAlikes::isItself) && !hasSpaceAtAnEnd(text)) {
      return text;
    }
    StringBuilder seen = new StringBuilder();
    normalized(text)
        .codePoints()
        .filter(LookAlikes::isSeen)
        .map(c -> Character.isSpaceChar(c) ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return normalized(seen.toString()).strip();
  }

  /** Once more when characters are gone that stood between a letter and its mark. */
  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean hasSpaceAtAnEnd(String text) {
    return text.startsWith(" ") || text.endsWith(" ");
  }

  /**
   * ASCII and the letters of Latin-1, which is nearly all there is: no tables are loaded for them.
   */
  private static boolean isItself(int c) {
    return c < 0x80 || (c >= 0xC0 && c <= 0xFF);
  }

  private static boolean isSeen(int c) {
    for (int[] range : UNSEEN) {
      if (c >= range[0] && c <= range[1]) {
        return false;
      }
    }
    return Character.getType(c) != Character.FORMAT;
  }

  /** Which characters beyond ASCII a text has, for whoever cannot see the difference. */
  private static String codes(String text) {
    StringBuilder codes = new StringBuilder();
    text.codePoints()
        .limit(20)
        .forEach(
            c ->
                codes
                    .append(codes.isEmpty() ? "" : " ")
                    .append(
                        c > ' ' && c < 0x7f ? Character.toString(c) : String.format("U+%04X", c)));
    return codes.toString();
  }
}
