package io.bosett.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the contract.
 *
 * @param id {@code operationId}
 * @param method in capitals
 * @param template path with variables in braces
 * @param path its node in the contract
 * @param node of the operation
 */
record ContractOperation(String id, String method, String template, JsonNode path, JsonNode node) {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** Whether a path, as it is sent, is one of the template's. */
  boolean matches(String sent) {
    String regex = VARIABLE.matcher(template.replace(".", "\\.")).replaceAll("[^/]+");
    return sent.matches(regex);
  }

  boolean hasVariables() {
    return template.contains("{");
  }

  /** The template with every variable replaced by a value of the same name, or by the fallback. */
  String filled(Map<String, String> values, String otherwise) {
    return VARIABLE
        .matcher(template)
        .replaceAll(variable -> values.getOrDefault(variable.group(1), otherwise));
  }

  /** The responses described, by status. */
  Map<Integer, JsonNode> responses() {
    Map<Integer, JsonNode> responses = new TreeMap<>();
    node.get("responses")
        .properties()
        .forEach(one -> responses.put(Integer.valueOf(one.getKey()), one.getValue()));
    return responses;
  }

  /** The least role that may call it, or null when everybody may. */
  String role(JsonNode otherwise) {
    JsonNode security = node.has("security") ? node.get("security") : otherwise;
    for (JsonNode way : security) {
      if (way.has("key")) {
        return way.get("key").get(0).asString();
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
