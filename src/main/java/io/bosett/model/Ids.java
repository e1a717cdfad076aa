package io.bosett.model;

import java.util.Comparator;

/** The sort order of ids. */
public final class Ids {
  /**
   * Ascending by Unicode code point, which differs from {@link String#compareTo} where surrogate
   * pairs meet characters above U+D7FF.
   */
  public static final Comparator<String> BY_CODE_POINT = Ids::compare;

  private Ids() {}

  @SuppressWarnings("ReferenceEquality") // the usual case of equal ids, those of a dataset
  private static int compare(String a, String b) {
    if (a == b) {
      return 0;
    }
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char p = a.charAt(i);
      char q = b.charAt(i);
      if (p != q) {
        return Character.compare(rank(p), rank(q));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Ranks surrogates, which stand for the highest code points, above all other characters. */
  private static char rank(char c) {
    if (Character.isSurrogate(c)) {
      return (char) (c + 0x2000);
    }
    return c >= 0xE000 ? (char) (c - 0x800) : c;
  }
}
