package io.bosett.documents.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Splits a JSON object that this program wrote into its fields, each as raw JSON. */
public final class RawJsonFields {
  private RawJsonFields() {}

  /**
   * The fields by name, in their order.
   *
   * @throws io.bosett.model.InvalidInputException when it is not a JSON object
   */
  public static Map<String, String> of(String json) {
    return JsonDocuments.read(json.getBytes(StandardCharsets.UTF_8), RawJsonFields::fields);
  }

  private static Map<String, String> fields(JsonCursor at) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (JsonCursor field : at.entries().all()) {
      JsonValue value = field.value();
      if (value != null) {
        fields.put(field.name(), JsonWriter.text(out -> JsonTree.write(out, value)));
      }
    }
    return Collections.unmodifiableMap(fields);
  }
}
