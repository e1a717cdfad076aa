package io.bosett.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Generates JSON texts from a schema of the contract: valid ones as far as the schema says, and
 * with a given chance at every place something else.
 */
final class ContractSamples {
  private static final int DEEPEST = 8;

  /** Words that mean something to the service, by the name of the field in which they stand. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "dataset", List.of("norway-2018", "three-places", "no-such"),
          "indicator", List.of("population", "settled", "employment_rate", "requested", "x"),
          "count", List.of("introduction_leavers", "population"),
          "municipality", List.of("0301", "1201", "A", "B", "9999"),
          "county", List.of("03", "12", "1", "2"),
          "id", List.of("A", "B", "C", "population"),
          "name", List.of("Ås", "Bø", "=1+1", "", "decomposition"),
          "scenarioId", List.of("none"));

  private final ContractDocument contract;
  private final SplittableRandom random;
  private final double faulty;

  /**
   * @param faulty chance of something odd at every place
   */
  ContractSamples(ContractDocument contract, SplittableRandom random, double faulty) {
    this.contract = contract;
    this.random = random;
    this.faulty = faulty;
  }

  /** A text for a schema that stands as a field of a name. */
  String of(JsonNode schema, String name) {
    return of(schema, name, 0);
  }

  private String of(JsonNode unresolved, String name, int depth) {
    JsonNode schema = contract.resolved(unresolved);
    if (random.nextDouble() < faulty) {
      return ContractOddities.value(random);
    }
    if (schema.has("const")) {
      return schema.get("const").toString();
    }
    if (schema.has("enum")) {
      return pick(schema.get("enum")).toString();
    }
    String type = type(schema);
    if (type.isEmpty()) {
      if (schema.has("if")) {
        return of(schema.get(random.nextBoolean() ? "then" : "else"), name, depth);
      }
      JsonNode choices = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
      return choices.isEmpty() ? "{}" : of(pick(choices), name, depth);
    }
    return switch (type) {
      case "object" -> object(schema, name, depth);
      case "array" -> array(schema, name, depth);
      case "integer" -> integer(schema, name);
      case "number" -> number(schema);
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "null" -> "null";
      default -> StringNode.valueOf(text(name)).toString();
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? pick(type).asString() : type.asString("");
  }

  private JsonNode pick(JsonNode list) {
    return list.get(random.nextInt(list.size()));
  }

  private String text(String name) {
    List<String> words = WORDS.getOrDefault(name, List.of("a", "norway-2018", "2017", "Å b"));
    return words.get(random.nextInt(words.size()));
  }

  private String object(JsonNode schema, String name, int depth) {
    Map<String, String> members = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    List<String> avoided = new ArrayList<>();
    choose(schema, required, avoided);
    for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
      String field = one.getKey();
      boolean wanted = depth < DEEPEST && random.nextInt(3) == 0 && !avoided.contains(field);
      if (required.contains(field) || wanted) {
        members.put(field, of(one.getValue(), field, depth + 1));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        members.put(key(schema, name), of(others, name, depth + 1));
      }
    }
    List<String> parts = new ArrayList<>();
    members.forEach((field, value) -> parts.add(StringNode.valueOf(field) + ":" + value));
    return "{" + String.join(",", parts) + "}";
  }

  private String key(JsonNode schema, String name) {
    boolean years = schema.path("propertyNames").has("pattern");
    return years
        ? Integer.toString(2010 + random.nextInt(9))
        : text(name.equals("indicators") ? "indicator" : "municipality");
  }

  /** Collects what is required and what is forbidden, under conditions one way or the other. */
  private void choose(JsonNode schema, List<String> required, List<String> avoided) {
    schema.path("required").forEach(field -> required.add(field.asString()));
    schema
        .path("properties")
        .properties()
        .forEach(
            one -> {
              if (one.getValue().isBoolean()) {
                avoided.add(one.getKey());
              }
            });
    if (schema.path("if").has("required")) {
      boolean holds = random.nextBoolean();
      schema
          .get("if")
          .get("required")
          .forEach(field -> (holds ? required : avoided).add(field.asString()));
      choose(schema.path(holds ? "then" : "else"), required, avoided);
    }
  }

  private String array(JsonNode schema, String name, int depth) {
    int least = schema.path("minItems").asInt(0);
    int count = depth >= DEEPEST ? least : least + random.nextInt(4);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(of(schema.path("items"), name, depth + 1));
    }
    return "[" + String.join(",", items) + "]";
  }

  private String integer(JsonNode schema, String name) {
    if (name.equals("year") || name.equals("from") || name.equals("to")) {
      return Integer.toString(2011 + random.nextInt(8));
    }
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(Long.MAX_VALUE);
    long wide = random.nextLong(0, 1L << random.nextInt(1, 40));
    return Long.toString(Math.max(least, Math.min(most, least + wide)));
  }

  private String number(JsonNode schema) {
    double least = schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(0));
    double most = schema.path("maximum").asDouble(100);
    double drawn = least + random.nextDouble() * (Math.min(most, least + 100) - least);
    return random.nextInt(4) == 0 ? Double.toString(most) : Double.toString(drawn);
  }
}
