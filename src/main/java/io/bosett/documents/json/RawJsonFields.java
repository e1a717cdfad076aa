package io.bosett.documents.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a JSON object that {@link JsonWriter} wrote, each as the JSON that stands there.
 * The text is cut, not parsed: it is on one line without white space.
 */
public final class RawJsonFields {
  private final String json;
  private int at = 1;

  private RawJsonFields(String json) {
    this.json = json;
  }

  /**
   * The fields by name, in their order.
   *
   * @throws IllegalArgumentException when the text is no such object
   */
  public static Map<String, String> of(String json) {
    if (json.length() < 2 || json.charAt(0) != '{' || json.charAt(json.length() - 1) != '}') {
      throw new IllegalArgumentException("a text of " + json.length() + " characters, no object");
    }
    try {
      return Collections.unmodifiableMap(new RawJsonFields(json).fields());
    } catch (StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("an object that is cut off", e);
    }
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    while (at < json.length() - 1) {
      int name = at;
      skipText();
      int value = at + 1;
      skipValue();
      fields.put(json.substring(name + 1, value - 2), json.substring(value, at));
      at++;
    }
    return fields;
  }

  /** From an opening quotation mark to behind the closing one. */
  private void skipText() {
    at++;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /** From behind a colon to the comma or brace that ends the value. */
  private void skipValue() {
    int depth = 0;
    at++;
    for (char c = json.charAt(at); depth > 0 || (c != ',' && c != '}'); c = json.charAt(at)) {
      if (c == '"') {
        skipText();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    }
  }
}
