package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Type} of a request, by the grammar of RFC 9110, 8.3.1. What does not follow
 * it, or names another type than those that are read, is answered 415, two such headers 400.
 */
final class ContentType {
  private static final String NAME = "Content-Type";
  private static final String PARAMETER =
      "[ \\t]*+;[ \\t]*+(?:("
          + HeaderValues.TOKEN
          + ")=("
          + HeaderValues.TOKEN
          + "|"
          + HeaderValues.QUOTED
          + "))?+";
  private static final Pattern WHOLE =
      Pattern.compile(
          "("
              + HeaderValues.TOKEN
              + "/"
              + HeaderValues.TOKEN
              + ")((?:"
              + PARAMETER
              + ")*+)[ \\t]*+");
  private static final Pattern PARAMETERS = Pattern.compile(PARAMETER);
  private static final String CHARSET = "charset";

  /** UTF-8 as it is called, and as many call it. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private ContentType() {}

  /** The media type without parameters, in lower case; the only character set allowed is UTF-8. */
  static String utf8(Context ctx, List<String> types) {
    return of(ctx, types, true);
  }

  /** The media type of a body whose character set is found from its bytes. */
  static String any(Context ctx, List<String> types) {
    return of(ctx, types, false);
  }

  private static String of(Context ctx, List<String> types, boolean utf8) {
    // Not getContentType(), which fails on a character set that has no possible name.
    @Nullable String header = HeaderValues.single(ctx, NAME);
    String given = header == null ? "" : header.strip();
    Matcher whole = WHOLE.matcher(given);
    String type = whole.matches() ? whole.group(1).toLowerCase(Locale.ROOT) : "";
    if (!types.contains(type)) {
      throw ProblemTypes.typeNotRead(NAME, given, String.join(", ", types)).exception();
    }
    if (utf8 && !isUtf8(whole.group(2))) {
      throw ProblemTypes.typeNotRead(NAME, given, "the character set UTF-8").exception();
    }
    return type;
  }

  private static boolean isUtf8(String parameters) {
    Matcher matcher = PARAMETERS.matcher(parameters);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (CHARSET.equalsIgnoreCase(name) && !UTF_8.contains(unquoted(matcher.group(2)))) {
        return false;
      }
    }
    return true;
  }

  private static String unquoted(String value) {
    String text =
        value.startsWith("\"")
            ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
            : value;
    return text.toLowerCase(Locale.ROOT);
  }
}
