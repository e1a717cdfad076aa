package io.bosett.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Mutates a JSON document: removes, duplicates, renames or replaces one part. */
final class ContractMutation {
  private static final JsonMapper JSON = new JsonMapper();

  private final SplittableRandom random;
  private final int target;
  private int at;

  private ContractMutation(SplittableRandom random, int target) {
    this.random = random;
    this.target = target;
  }

  /** The document with one change, at any of its parts with the same chance. */
  static String of(JsonNode document, SplittableRandom random) {
    int parts = parts(document);
    return parts == 0
        ? ContractOddities.value(random)
        : new ContractMutation(random, random.nextInt(parts)).written(document);
  }

  /** The document with some of its numbers moved, which may leave it as sound as it was. */
  static String mild(JsonNode document, SplittableRandom random) {
    JsonNode copy = document.deepCopy();
    List<NumberPlace> numbers = new ArrayList<>();
    collect(copy, numbers);
    for (int i = random.nextInt(1, 4); i > 0 && !numbers.isEmpty(); i--) {
      NumberPlace place = numbers.get(random.nextInt(numbers.size()));
      place.parent().set(place.name(), JSON.readTree(near(place.value(), random)));
    }
    return copy.toString();
  }

  private record NumberPlace(ObjectNode parent, String name, double value) {}

  private static void collect(JsonNode node, List<NumberPlace> numbers) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              one -> {
                if (one.getValue().isNumber()) {
                  double value = one.getValue().asDouble();
                  numbers.add(new NumberPlace(object, one.getKey(), value));
                }
              });
    }
    node.forEach(child -> collect(child, numbers));
  }

  /** Members and items, at every depth. */
  private static int parts(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).mapToInt(one -> 1 + parts(one)).sum();
  }

  private String written(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        boolean changes = at++ == target;
        String name = quoted(member.getKey());
        if (changes) {
          changeMember(parts, name, member.getValue());
        } else {
          parts.add(name + ":" + written(member.getValue()));
        }
      }
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        if (at++ == target) {
          changeItem(parts, item);
        } else {
          parts.add(written(item));
        }
      }
      return "[" + String.join(",", parts) + "]";
    }
    return node.toString();
  }

  private void changeMember(List<String> parts, String name, JsonNode value) {
    String as = name + ":" + value;
    switch (random.nextInt(8)) {
      case 0 -> {}
      case 1 -> {
        parts.add(as);
        parts.add(name + ":" + ContractOddities.value(random));
      }
      case 2 -> parts.add(quoted(name.substring(1, name.length() - 1) + "X") + ":" + value);
      case 3 -> parts.add("\"\":" + value);
      default -> parts.add(name + ":" + changed(value));
    }
  }

  private void changeItem(List<String> parts, JsonNode value) {
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> {
        parts.add(value.toString());
        parts.add(value.toString());
      }
      default -> parts.add(changed(value));
    }
  }

  private String changed(JsonNode value) {
    if (value.isNumber() && random.nextInt(2) == 0) {
      return near(value.asDouble(), random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "[" + value + "]";
      case 1 -> "{\"value\":" + value + "}";
      case 2 -> quoted(value.isString() ? value.asString() + " " : value.toString());
      default -> ContractOddities.value(random);
    };
  }

  private static String near(double number, SplittableRandom random) {
    double[] factors = {-1, 0, 0.1, 0.5, 0.99, 1.01, 2, 10, 1000, 1e9};
    double changed = number * factors[random.nextInt(factors.length)];
    return number == Math.rint(number) && random.nextInt(4) > 0
        ? Long.toString(Math.round(changed))
        : Double.toString(changed);
  }

  private static String quoted(String text) {
    return StringNode.valueOf(text).toString();
  }
}
