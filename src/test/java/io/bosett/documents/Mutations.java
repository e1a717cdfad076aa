package io.bosett.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mutations of a document: a field left out, one too many, or a value of another kind. Of a list
 * the first two items are taken.
 */
final class Mutations {
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("null", "null");
    OTHERS.put("truth", "true");
    OTHERS.put("fraction", "7.5");
    OTHERS.put("text", "\"\\u00a7 1\"");
    OTHERS.put("list", "[]");
    OTHERS.put("object", "{}");
  }

  private final JsonNode document;
  private final Set<String> allowed;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Mutations(String json, Set<String> allowed) {
    document = JsonMapper.shared().readTree(json);
    this.allowed = allowed;
  }

  /**
   * All of them, by what is done.
   *
   * @param allowed what is no fault, as {@code without /place} and so on; numbers in places are
   *     written as {@code *}
   */
  static Map<String, String> of(String json, Set<String> allowed) {
    Mutations mutations = new Mutations(json, allowed);
    mutations.look(mutations.document, "");
    return mutations.found;
  }

  private void add(String what) {
    String kind = what.replaceAll("/\\d+(?=/|$)", "/*");
    if (!allowed.contains(kind)) {
      found.put(what, document.toString());
    }
  }

  private void look(JsonNode node, String place) {
    if (node instanceof ObjectNode object) {
      fields(object, place);
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < Math.min(2, list.size()); i++) {
        JsonNode before = list.get(i);
        for (Map.Entry<String, String> other : others(before)) {
          list.set(i, JsonMapper.shared().readTree(other.getValue()));
          add(other.getKey() + " at " + place + "/" + i);
        }
        list.set(i, before);
        look(before, place + "/" + i);
      }
    }
  }

  private void fields(ObjectNode object, String place) {
    object.put("one too many", true);
    add("more in " + place);
    object.remove("one too many");
    for (String name : new ArrayList<>(object.propertyNames())) {
      String at = place + "/" + name;
      JsonNode before = object.get(name);
      object.remove(name);
      add("without " + at);
      for (Map.Entry<String, String> other : others(before)) {
        object.set(name, JsonMapper.shared().readTree(other.getValue()));
        add(other.getKey() + " at " + at);
      }
      object.set(name, before);
      look(before, at);
    }
  }

  /** Values of all kinds but that of the given one. */
  private static List<Map.Entry<String, String>> others(JsonNode value) {
    String own = kind(value);
    return OTHERS.entrySet().stream().filter(e -> !e.getKey().equals(own)).toList();
  }

  private static String kind(JsonNode value) {
    if (value.isNull()) {
      return "null";
    } else if (value.isBoolean()) {
      return "truth";
    } else if (value.isString()) {
      return "text";
    } else if (value.isArray()) {
      return "list";
    } else if (value.isObject()) {
      return "object";
    }
    return value.isIntegralNumber() ? "whole" : "fraction";
  }
}
