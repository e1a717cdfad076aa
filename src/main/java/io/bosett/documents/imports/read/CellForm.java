package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Value;
import java.util.regex.Pattern;

/**
 * What a cell looks like, before anybody knows which sign is the decimal sign: a number or a sign.
 * {@code CellReading} gives it its meaning.
 */
public final class CellForm {
  /** Spaces of any kind and apostrophes, which stand between thousands. */
  private static final String BETWEEN = "[\\s\\p{Z}'\u2019]";

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+\u2212\u2013]?" + BETWEEN + "?\\d[\\d.,'\u2019\\s\\p{Z}]*(?:%|\\s%)?\\*?");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\d]{1,6}");
  private static final Pattern SHORT = Pattern.compile("[\\p{L}][\\p{L}./]{0,3}");

  private CellForm() {}

  /** Whether a cell is a number, however it is written. */
  public static boolean isNumber(Value value) {
    return value.isTyped() || NUMBER.matcher(value.text()).matches();
  }

  /** Whether a cell is a sign in place of a number, such as {@code :} or {@code n.a.}. */
  static boolean isSign(Value value) {
    String text = value.text();
    return !value.isTyped() && (SIGNS.matcher(text).matches() || SHORT.matcher(text).matches());
  }
}
