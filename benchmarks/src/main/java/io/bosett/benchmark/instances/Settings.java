package io.bosett.benchmark.instances;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The settings of one step, each of which must be taken. */
final class Settings {
  private final String step;
  private final JsonNode node;
  private final Set<String> left;

  Settings(String step, JsonNode node) {
    this.step = step;
    this.node = node;
    left = new TreeSet<>(node.propertyNames());
    left.remove("step");
  }

  int whole(String name) {
    return need(name).asInt();
  }

  double real(String name) {
    return need(name).asDouble();
  }

  String text(String name) {
    return need(name).asString();
  }

  /** The source of chance that the setting {@code seed} stands for. */
  SplittableRandom random() {
    return new SplittableRandom(whole("seed"));
  }

  private JsonNode need(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("step '" + step + "' lacks '" + name + "'");
    }
    left.remove(name);
    return value;
  }

  /** Refuses what no step asked for. */
  void allTaken() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("step '" + step + "' does not know " + left);
    }
  }
}
