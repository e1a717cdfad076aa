package io.bosett.documents.json;

import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A strict parser of JSON (RFC 8259), in UTF-8: no comments, no NaN, nothing after the document. A
 * leading byte order mark, which Windows programs write, is ignored. A syntax error is one
 * violation of the whole document, with line and column.
 */
public final class StrictJsonParser {
  /** Limit on the size of a document, in bytes. */
  public static final int LARGEST = 1 << 30;

  /** Limit on the nesting. */
  static final int DEEPEST = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // UTF-8 alone
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(1_000)
                  .maxStringLength(100_000)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private static final Pattern PARSERS_OWN =
      Pattern.compile(
          " ?\\(start marker at .*| \\(code \\d+\\)|: enable .*| require enabling .*"
              + "| \\(not recognized .*|, from `[^`]*`");

  private final JsonParser parser;

  private StrictJsonParser(JsonParser parser) {
    this.parser = parser;
  }

  /** The document, or null when it is not JSON; then a violation has been reported. */
  public static @Nullable JsonValue parse(byte[] utf8, FaultCollector faults) {
    if (utf8.length > LARGEST) {
      return refuse(faults, "is " + utf8.length + " bytes long", "at most " + LARGEST, 1, 1);
    }
    Utf8.Decoded decoded = Utf8.decode(utf8);
    if (decoded.fault() != null) {
      return notJson(faults, decoded.fault(), decoded.line(), decoded.column());
    }
    return parse(decoded.text(), faults);
  }

  /** The document, or null when it is not JSON; then a violation has been reported. */
  public static @Nullable JsonValue parse(String text, FaultCollector faults) {
    String json = withoutMark(text);
    if (json.isBlank()) {
      return refuse(faults, "is empty", "a JSON object", 1, 1);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      try {
        return new StrictJsonParser(parser).document();
      } catch (JacksonException e) {
        TokenStreamLocation known = e.getLocation();
        TokenStreamLocation at = known != null ? known : parser.currentLocation();
        return notJson(faults, reason(e), at.getLineNr(), at.getColumnNr());
      }
    }
  }

  /** The text without the byte order mark that it begins with, perhaps behind blanks. */
  private static String withoutMark(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return start < text.length() && text.charAt(start) == Utf8.BYTE_ORDER_MARK
        ? text.substring(0, start) + text.substring(start + 1)
        : text;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /**
   * The documents that stand one after the other, each perhaps after a byte order mark; the whole
   * when it is not JSON in UTF-8.
   */
  static List<byte[]> split(byte[] utf8) {
    List<byte[]> documents = new ArrayList<>();
    try {
      for (int from = start(utf8, 0); from < utf8.length; ) {
        int to = end(utf8, from);
        documents.add(Arrays.copyOfRange(utf8, from, to));
        from = start(utf8, to);
      }
    } catch (JacksonException notJson) {
      return List.of(utf8);
    }
    // The tokenizer overlooks some of what is not UTF-8; one document is decoded by its reader.
    return documents.size() > 1 && Utf8.decode(utf8).fault() == null ? documents : List.of(utf8);
  }

  /** The position of the next document, behind blanks and byte order marks. */
  private static int start(byte[] utf8, int from) {
    int at = from;
    while (at < utf8.length) {
      if (isBlank(utf8[at])) {
        at++;
      } else if (Utf8.isMark(utf8, at)) {
        at += Utf8.MARK_LENGTH;
      } else {
        break;
      }
    }
    return at;
  }

  /** The end of the document that begins here. */
  private static int end(byte[] utf8, int from) {
    int length = utf8.length - from;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, from, length)) {
      parser.nextToken();
      parser.skipChildren();
      parser.finishToken();
      return from + (int) parser.currentLocation().getByteOffset();
    }
  }

  private static @Nullable JsonValue notJson(
      FaultCollector faults, String why, int line, int column) {
    String where = "is not JSON (line " + line + ", column " + column + "): ";
    return refuse(faults, where + why, "", line, column);
  }

  private static @Nullable JsonValue refuse(
      FaultCollector faults, String detail, String allowed, int line, int column) {
    faults.add(new Violation("", detail, allowed), line, column);
    return null;
  }

  /** The parser's message without its own account of the place and of its own settings. */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return PARSERS_OWN.matcher(message).replaceAll("");
  }

  private JsonValue document() {
    JsonValue value = value(parser.nextToken());
    if (parser.nextToken() != null) {
      TokenStreamLocation at = parser.currentTokenLocation();
      throw new TrailingTokenException(at);
    }
    return value;
  }

  private JsonValue value(JsonToken token) {
    TokenStreamLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return switch (token) {
      case START_OBJECT -> members(line, column);
      case START_ARRAY -> items(line, column);
      case VALUE_STRING -> new JsonValue.Text(parser.getString(), line, column);
      case VALUE_NUMBER_INT -> new JsonValue.Number(parser.getString(), true, line, column);
      case VALUE_NUMBER_FLOAT -> new JsonValue.Number(parser.getString(), false, line, column);
      case VALUE_TRUE -> new JsonValue.Truth(true, line, column);
      case VALUE_FALSE -> new JsonValue.Truth(false, line, column);
      case VALUE_NULL -> new JsonValue.Null(line, column);
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private JsonValue members(int line, int column) {
    JsonToken next = parser.nextToken();
    if (next == JsonToken.END_OBJECT) {
      return new JsonValue.Members(List.of(), List.of(), line, column);
    }
    List<String> names = new ArrayList<>(8);
    List<JsonValue> values = new ArrayList<>(8);
    for (; next != JsonToken.END_OBJECT; next = parser.nextToken()) {
      names.add(parser.currentName());
      values.add(value(parser.nextToken()));
    }
    return new JsonValue.Members(names, values, line, column);
  }

  private JsonValue items(int line, int column) {
    JsonToken next = parser.nextToken();
    if (next == JsonToken.END_ARRAY) {
      return new JsonValue.Items(List.of(), line, column);
    }
    List<JsonValue> values = new ArrayList<>();
    for (; next != JsonToken.END_ARRAY; next = parser.nextToken()) {
      values.add(value(next));
    }
    return new JsonValue.Items(values, line, column);
  }

  /** Something follows the document. */
  private static final class TrailingTokenException extends JacksonException {
    private static final long serialVersionUID = 1L;

    TrailingTokenException(TokenStreamLocation at) {
      super("something follows the end of the document", at, null);
    }
  }
}
