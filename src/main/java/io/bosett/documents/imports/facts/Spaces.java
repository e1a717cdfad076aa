package io.bosett.documents.imports.facts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** White space, dashes and letter case, in which the same text differs between files. */
public final class Spaces {
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B]+$");
  private static final Pattern WITHIN = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");

  private Spaces() {}

  /** Without white space of any kind at the ends. */
  public static String strip(String text) {
    if (text.isEmpty() || (isPlain(text.charAt(0)) && isPlain(text.charAt(text.length() - 1)))) {
      return text;
    }
    return AROUND.matcher(text).replaceAll("");
  }

  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7f;
  }

  /** The form in which two spellings of one text are equal. */
  public static String folded(String text) {
    String form = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String even = DASHES.matcher(form).replaceAll("-");
    return strip(WITHIN.matcher(even).replaceAll(" "));
  }
}
