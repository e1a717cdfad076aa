package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * JSON-stat 2.0, and its first version where that differs in the place of {@code id} and {@code
 * size}. A status beside a value says how the value came about; the value stays.
 */
final class JsonStat {
  private final JsonNode set;
  private final JsonNode shape;
  private final Codebook codebook;

  /**
   * @param shape the object with {@code id}, {@code size} and {@code role}
   */
  JsonStat(JsonNode set, JsonNode shape, Codebook codebook) {
    this.set = set;
    this.shape = shape;
    this.codebook = codebook;
  }

  Facts facts() {
    Facts facts = new Facts();
    facts.title(set.path("label").asString(""));
    facts.source(set.path("source").asString(""));
    List<Cube.Dimension> dimensions = new ArrayList<>();
    JsonNode ids = shape.path("id");
    if (!ids.isArray() || ids.isEmpty()) {
      throw new UnreadableException("is JSON-stat without dimensions (id)");
    }
    for (int i = 0; i < ids.size(); i++) {
      Cube.Dimension dimension = dimension(ids.path(i).asString(""), facts);
      int size = shape.path("size").path(i).asInt(-1);
      if (size != dimension.size()) {
        throw new UnreadableException(
            "says that '"
                + dimension.name()
                + "' has "
                + size
                + " categories and names "
                + dimension.size());
      }
      dimensions.add(dimension);
    }
    new Cube(dimensions, codebook).into(facts, this::value);
    return facts;
  }

  private Cube.Dimension dimension(String id, Facts facts) {
    JsonNode dimension = set.path("dimension").path(id);
    JsonNode category = dimension.path("category");
    List<String> codes = codes(id, category);
    List<String> labels = new ArrayList<>();
    for (String code : codes) {
      labels.add(category.path("label").path(code).asString(""));
      String unit = category.path("unit").path(code).path("base").asString("");
      if (!unit.isEmpty()) {
        facts.unit(labels.get(labels.size() - 1), unit);
      }
    }
    String name = dimension.path("label").asString("");
    return new Cube.Dimension(name.isEmpty() ? id : name, role(id), codes, labels);
  }

  /** The index is an object, a list, or left out when there is one category. */
  private static List<String> codes(String id, JsonNode category) {
    JsonNode index = category.path("index");
    if (index.isArray()) {
      List<String> codes = new ArrayList<>();
      index.forEach(code -> codes.add(code.asString("")));
      return codes;
    }
    if (index.isObject()) {
      String[] codes = new String[index.size()];
      for (String code : index.propertyNames()) {
        int at = index.path(code).asInt(-1);
        if (at < 0 || at >= codes.length || codes[at] != null) {
          throw new UnreadableException("has a category of '" + id + "' with the index " + at);
        }
        codes[at] = code;
      }
      return Arrays.asList(codes);
    }
    List<String> codes = new ArrayList<>(category.path("label").propertyNames());
    if (codes.size() != 1) {
      throw new UnreadableException("has no index of the categories of '" + id + "'");
    }
    return codes;
  }

  private Cube.Role role(String id) {
    JsonNode roles = shape.has("role") ? shape.path("role") : set.path("role");
    if (holds(roles.path("geo"), id)) {
      return Cube.Role.GEO;
    }
    if (holds(roles.path("time"), id)) {
      return Cube.Role.TIME;
    }
    return holds(roles.path("metric"), id) ? Cube.Role.OTHER : Cube.Role.UNKNOWN;
  }

  private static boolean holds(JsonNode list, String id) {
    for (JsonNode item : list) {
      if (item.asString("").equals(id)) {
        return true;
      }
    }
    return false;
  }

  private Value value(int index) {
    JsonNode value = member(set.path("value"), index);
    if (value.isNumber()) {
      return Value.number(value.decimalValue().toPlainString());
    }
    if (value.isString() && !value.asString().isBlank()) {
      return Value.text(value.asString());
    }
    JsonNode status = set.path("status");
    String sign = status.isString() ? status.asString() : member(status, index).asString("");
    return Value.text(sign);
  }

  private static JsonNode member(JsonNode values, int index) {
    return values.isObject() ? values.path(Integer.toString(index)) : values.path(index);
  }
}
