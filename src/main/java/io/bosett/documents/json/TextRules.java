package io.bosett.documents.json;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules on the characters and lengths of ids and names, the same in JSON and CSV. */
public final class TextRules {
  /** The longest id of a municipality, county, indicator or criterion, in characters. */
  public static final int LONGEST_ID = 100;

  /** The longest name or other line for people, in characters. */
  public static final int LONGEST_NAME = 1_000;

  /** The longest description or note, in characters. */
  public static final int LONGEST_TEXT = 10_000;

  /** The syntax of a dataset's id. */
  public static final Pattern DATASET_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Below it every text is in Unicode form C. */
  private static final int FIRST_COMBINING = 0x300;

  private static final String IN_NO_PATH = "/\\%";
  private static final int SHOWN = 60;
  private static final String HALF = "contains half a surrogate pair, which is no character";

  private TextRules() {}

  /** The error in an id, or null. */
  public static @Nullable String idFault(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    int last = text.length() - 1;
    if (isSpace(text.charAt(0)) || isSpace(text.charAt(last))) {
      return "is " + quoted(text) + ", with white space at an end";
    }
    String wrong = nameFault(text, LONGEST_ID);
    return wrong == null ? formFault(text) : wrong;
  }

  /** White space as Java has it, and the hard spaces, which it leaves out. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Ids stand in addresses, where some characters cannot, and are compared as they stand. */
  private static @Nullable String formFault(String id) {
    if (id.equals(".") || id.equals("..")) {
      return "is " + quoted(id) + ", which an address cannot carry";
    }
    for (int i = 0; i < id.length(); i++) {
      if (IN_NO_PATH.indexOf(id.charAt(i)) >= 0) {
        return "is " + quoted(id) + ", with " + id.charAt(i) + ", which an address cannot carry";
      }
    }
    boolean composed = id.chars().allMatch(c -> c < FIRST_COMBINING);
    if (!composed && !Normalizer.isNormalized(id, Normalizer.Form.NFC)) {
      return "is "
          + quoted(id)
          + ", with letters put together of several characters; expected"
          + " Unicode form C";
    }
    return null;
  }

  /** The error in a text for people of limited length, or null. */
  public static @Nullable String nameFault(String text, int longest) {
    int length = text.length() > longest ? text.codePointCount(0, text.length()) : 0;
    if (length > longest) {
      return "is " + length + " characters long, more than " + longest;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == 0xfffe || c == 0xffff) {
        return "contains the control character U+" + String.format("%04X", (int) c);
      }
      if (Character.isHighSurrogate(c) && isLow(text, i + 1)) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return HALF;
      }
    }
    return null;
  }

  /** The character of a text that cannot be stored, NUL or an unpaired surrogate; or null. */
  static @Nullable String characterFault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "contains the control character U+0000";
      }
      if (Character.isHighSurrogate(c) && isLow(text, i + 1)) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return HALF;
      }
    }
    return null;
  }

  private static boolean isLow(String text, int index) {
    return index < text.length() && Character.isLowSurrogate(text.charAt(index));
  }

  /** A constant's name as documents write it: {@code NO_TARGET} is {@code noTarget}. */
  public static String camel(Enum<?> constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().split("_")) {
      String lower = part.toLowerCase(Locale.ROOT);
      word.append(
          word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return word.toString();
  }

  /** The text with U+FFFD for every unpaired surrogate. */
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withoutHalves(text);
      }
    }
    return text;
  }

  private static String withoutHalves(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
    return whole.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The text in quotation marks, shortened when it is long. */
  public static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /** The text, shortened when it is long; control characters are shown as {@code ?}. */
  public static String shortened(String text) {
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    StringBuilder shown = new StringBuilder(cut.length());
    cut.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
    return shown.toString();
  }

  private static boolean isShown(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT;
  }
}
