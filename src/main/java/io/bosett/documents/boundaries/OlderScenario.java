package io.bosett.documents.boundaries;

import io.bosett.model.Dataset;
import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario document whose {@code previous}, {@code fixed}, {@code include} and {@code exclude}
 * name municipalities by the codes of an earlier year, in those of its dataset. Several that became
 * one are added up.
 *
 * @param document the scenario in the codes of the dataset
 * @param remark what was moved, for people; empty when nothing was
 * @param violations what cannot be moved, with the new codes
 */
public record OlderScenario(byte[] document, String remark, List<Violation> violations) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public OlderScenario {
    violations = List.copyOf(violations);
  }

  /**
   * Looks for older codes.
   *
   * @param dataset of the scenario, whose changes are tried before those of the datasets that ship
   */
  public static OlderScenario of(byte[] document, Dataset dataset) {
    OlderScenario same = new OlderScenario(document, "", List.of());
    JsonNode root;
    try {
      root = MAPPER.readTree(document);
    } catch (JacksonException e) {
      return same;
    }
    if (!root.isObject()) {
      return same;
    }
    Set<String> later = new TreeSet<>(dataset.municipalities());
    Map<String, String> named = named(root);
    Renumbering renumbering =
        Renumbering.of(new TreeSet<>(named.values()), later, List.of(dataset.history().changes()));
    if (renumbering.isEmpty()) {
      return same;
    }
    List<Violation> violations = new ArrayList<>();
    named.forEach(
        (pointer, code) -> {
          List<String> parts = renumbering.divided().get(code);
          if (parts != null) {
            violations.add(
                Violation.among(
                    pointer, "is '" + code + "', a municipality that was divided", parts));
          }
        });
    move(root, renumbering.moved());
    byte[] text = MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    String remark = renumbering.moved().isEmpty() ? "" : "has older codes: " + renumbering.shown();
    return new OlderScenario(text, remark, violations);
  }

  /** The codes that the document names, by their pointer. */
  private static Map<String, String> named(JsonNode root) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String code : root.path("previous").path("allocation").propertyNames()) {
      named.put("/previous/allocation/" + code, code);
    }
    JsonNode fixed = root.path("fixed");
    for (int i = 0; i < fixed.size(); i++) {
      named.put("/fixed/" + i + "/municipality", fixed.path(i).path("municipality").asString(""));
    }
    for (String list : List.of("include", "exclude")) {
      JsonNode codes = root.path("candidates").path(list);
      for (int i = 0; i < codes.size(); i++) {
        named.put("/candidates/" + list + "/" + i, codes.path(i).asString(""));
      }
    }
    return named;
  }

  private static void move(JsonNode root, Map<String, String> moved) {
    if (root.path("previous").path("allocation") instanceof ObjectNode allocation) {
      ObjectNode next = MAPPER.createObjectNode();
      for (String code : allocation.propertyNames()) {
        String now = moved.getOrDefault(code, code);
        JsonNode other = next.get(now);
        JsonNode own = allocation.path(code);
        next.set(now, other == null ? own : sum(other, own));
      }
      ((ObjectNode) root.path("previous")).set("allocation", next);
    }
    for (JsonNode entry : root.path("fixed")) {
      String code = entry.path("municipality").asString("");
      if (entry instanceof ObjectNode object && moved.containsKey(code)) {
        object.put("municipality", moved.get(code));
      }
    }
    for (String list : List.of("include", "exclude")) {
      if (root.path("candidates").path(list) instanceof ArrayNode codes) {
        Set<String> next = new LinkedHashSet<>();
        codes.forEach(code -> next.add(moved.getOrDefault(code.asString(""), code.asString(""))));
        ArrayNode array = MAPPER.createArrayNode();
        next.forEach(array::add);
        ((ObjectNode) root.path("candidates")).set(list, array);
      }
    }
  }

  /** Persons, and minors where both say them; of two of which one is invalid, the invalid one. */
  private static JsonNode sum(JsonNode a, JsonNode b) {
    if (!isSummable(a) || !isSummable(b)) {
      return isSummable(a) ? b : a;
    }
    BigDecimal persons = persons(a).add(persons(b));
    if (!a.has("minors") || !b.has("minors")) {
      return MAPPER.getNodeFactory().numberNode(persons);
    }
    ObjectNode sum = MAPPER.createObjectNode();
    sum.put("persons", persons);
    sum.put("minors", a.path("minors").asDecimal().add(b.path("minors").asDecimal()));
    return sum;
  }

  private static boolean isSummable(JsonNode node) {
    boolean minors = !node.has("minors") || node.path("minors").isNumber();
    return node.isNumber() || (node.path("persons").isNumber() && minors);
  }

  private static BigDecimal persons(JsonNode node) {
    return node.isObject()
        ? node.path("persons").asDecimal(BigDecimal.ZERO)
        : node.asDecimal(BigDecimal.ZERO);
  }
}
