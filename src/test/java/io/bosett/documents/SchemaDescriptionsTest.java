package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas say in words what every field is, and let no other through. */
class SchemaDescriptionsTest {
  private final List<String> wanting = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"result", "dataset"})
  void every_field_is_described_and_every_object_closed(String name) {
    JsonNode schema = JsonMapper.shared().readTree(Schemas.text(name));
    assertThat(schema.get("$id").asString()).isEqualTo("urn:bosett:schema:" + name);
    look(schema, schema, "");
    assertThat(wanting).isEmpty();
  }

  private void look(JsonNode root, JsonNode node, String place) {
    if (node.has("properties") && !place.matches(".*/(if|then|else)(/.*)?")) {
      if (!node.has("additionalProperties")) {
        wanting.add(place + " lets other fields through");
      }
      for (Map.Entry<String, JsonNode> field : node.get("properties").properties()) {
        if (!isDescribed(root, field.getValue())) {
          wanting.add(place + "/" + field.getKey() + " is not described");
        }
      }
    }
    if (node.isObject()) {
      node.properties().forEach(e -> look(root, e.getValue(), place + "/" + e.getKey()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        look(root, node.get(i), place + "/" + i);
      }
    }
  }

  private static boolean isDescribed(JsonNode root, JsonNode field) {
    JsonNode named = field.has("$ref") ? root.at(field.get("$ref").asString().substring(1)) : field;
    return field.has("description") || named.has("description");
  }
}
