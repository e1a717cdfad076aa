package io.bosett.benchmark.instances;

import io.bosett.benchmark.Json;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The instances in the order in which they are run, the important ones first.
 *
 * @param instances with different ids
 */
public record Manifest(List<Instance> instances) {
  /** Where it stands, from the top of the project. */
  public static final Path FILE = Path.of("benchmarks", "instances", "manifest.json");

  public Manifest {
    instances = List.copyOf(instances);
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException when an id stands twice
   */
  public static Manifest read(Path file) throws IOException {
    JsonNode json = Json.MAPPER.readTree(Files.readString(file));
    List<Instance> instances = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : json.get("instances")) {
      Instance instance = instance(node);
      if (!ids.add(instance.id())) {
        throw new IllegalArgumentException(file + " has '" + instance.id() + "' twice");
      }
      instances.add(instance);
    }
    return new Manifest(instances);
  }

  private static Instance instance(JsonNode node) {
    List<String> subsets = new ArrayList<>();
    node.path("subsets").forEach(subset -> subsets.add(subset.asString()));
    JsonNode known = node.get("known");
    return new Instance(
        node.get("id").asString(),
        node.get("family").asString(),
        node.get("size").asInt(),
        subsets,
        new Recipe((ObjectNode) node.get("recipe")),
        known == null ? null : Json.MAPPER.treeToValue(known, Known.class));
  }

  /** The instance of an id, or null. */
  public @Nullable Instance find(String id) {
    return instances.stream().filter(i -> i.id().equals(id)).findFirst().orElse(null);
  }

  /** The same with what is now known of some instances. */
  public Manifest with(Map<String, Known> known) {
    return new Manifest(
        instances.stream().map(i -> i.with(known.getOrDefault(i.id(), i.known()))).toList());
  }

  /** Writes it, one instance a line. */
  public void write(Path file) throws IOException {
    List<String> lines = instances.stream().map(i -> Json.line(json(i))).toList();
    String text = "{\"instances\": [\n" + String.join(",\n", lines) + "\n]}\n";
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode json(Instance instance) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("id", instance.id());
    node.put("family", instance.family());
    node.put("size", instance.size());
    if (!instance.subsets().isEmpty()) {
      instance.subsets().forEach(node.putArray("subsets")::add);
    }
    node.set("recipe", instance.recipe().json());
    if (instance.known() != null) {
      node.set("known", Json.MAPPER.valueToTree(instance.known()));
    }
    return node;
  }
}
