package io.bosett.documents.boundaries;

import io.bosett.model.Dataset;
import io.bosett.model.JsonPointers;
import io.bosett.model.Violation;
import io.bosett.model.Warning;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
 * @param warnings which codes were translated, one for each place
 * @param violations what cannot be translated, with the new codes
 * @param given for pointers into the document that differ the pointer into what was given
 */
public record OlderScenario(
    byte[] document,
    List<Warning> warnings,
    List<Violation> violations,
    Map<String, String> given) {
  private static final String PREVIOUS = "/previous/allocation";
  private static final List<String> LISTS = List.of("include", "exclude");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  public OlderScenario {
    warnings = List.copyOf(warnings);
    violations = List.copyOf(violations);
    given = Map.copyOf(given);
  }

  /**
   * Looks for older codes.
   *
   * @param dataset of the scenario, whose changes are tried before those of the datasets that ship
   * @return null when there are none
   */
  public static @Nullable OlderScenario of(byte[] document, Dataset dataset) {
    JsonNode root;
    try {
      root = MAPPER.readTree(document);
    } catch (JacksonException e) {
      return null;
    }
    if (!root.isObject()) {
      return null;
    }
    Map<String, String> named = named(root);
    Renumbering renumbering =
        Renumbering.of(
            new TreeSet<>(named.values()),
            new TreeSet<>(dataset.municipalities()),
            List.of(dataset.history().changes()));
    if (renumbering.isEmpty()) {
      return null;
    }
    Map<String, String> given = new LinkedHashMap<>();
    move(root, renumbering.moved(), given);
    byte[] text = MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    return new OlderScenario(
        text, warnings(named, renumbering), violations(named, renumbering), given);
  }

  private static List<Violation> violations(Map<String, String> named, Renumbering renumbering) {
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
    return violations;
  }

  /** One warning for each place that names older codes. */
  private static List<Warning> warnings(Map<String, String> named, Renumbering renumbering) {
    Map<String, TreeSet<String>> places = new LinkedHashMap<>();
    named.forEach(
        (pointer, code) -> {
          if (renumbering.moved().containsKey(code)) {
            places.computeIfAbsent(place(pointer), p -> new TreeSet<>()).add(code);
          }
        });
    List<Warning> warnings = new ArrayList<>();
    places.forEach(
        (place, codes) ->
            warnings.add(new Warning(place, "has older codes: " + renumbering.shown(codes))));
    return warnings;
  }

  private static String place(String pointer) {
    return pointer.startsWith("/fixed/")
        ? "/fixed"
        : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  /** The codes that the document names, by their pointer. */
  private static Map<String, String> named(JsonNode root) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String code : root.path("previous").path("allocation").propertyNames()) {
      named.put(ofPrevious(code), code);
    }
    JsonNode fixed = root.path("fixed");
    for (int i = 0; i < fixed.size(); i++) {
      named.put("/fixed/" + i + "/municipality", fixed.path(i).path("municipality").asString(""));
    }
    for (String list : LISTS) {
      JsonNode codes = root.path("candidates").path(list);
      for (int i = 0; i < codes.size(); i++) {
        named.put(ofList(list, i), codes.path(i).asString(""));
      }
    }
    return named;
  }

  private static String ofPrevious(String code) {
    return PREVIOUS + "/" + JsonPointers.escaped(code);
  }

  private static String ofList(String list, int index) {
    return "/candidates/" + list + "/" + index;
  }

  private static void move(JsonNode root, Map<String, String> moved, Map<String, String> given) {
    if (root.path("previous").path("allocation") instanceof ObjectNode allocation) {
      ObjectNode next = previous(allocation, moved, given);
      ((ObjectNode) root.path("previous")).set("allocation", next);
    }
    for (JsonNode entry : root.path("fixed")) {
      String code = entry.path("municipality").asString("");
      if (entry instanceof ObjectNode object && moved.containsKey(code)) {
        object.put("municipality", moved.get(code));
      }
    }
    for (String list : LISTS) {
      if (root.path("candidates").path(list) instanceof ArrayNode codes) {
        ((ObjectNode) root.path("candidates")).set(list, list(list, codes, moved, given));
      }
    }
  }

  private static ObjectNode previous(
      ObjectNode allocation, Map<String, String> moved, Map<String, String> given) {
    ObjectNode next = MAPPER.createObjectNode();
    for (String code : allocation.propertyNames()) {
      String now = moved.getOrDefault(code, code);
      JsonNode other = next.get(now);
      JsonNode own = allocation.path(code);
      next.set(now, other == null ? own : sum(other, own));
      if (!now.equals(code) && (other == null || !isSummable(own))) {
        given.put(ofPrevious(now), ofPrevious(code));
      }
    }
    return next;
  }

  /** The codes of a list, each that was translated once. */
  private static ArrayNode list(
      String name, ArrayNode codes, Map<String, String> moved, Map<String, String> given) {
    ArrayNode next = MAPPER.createArrayNode();
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> translated = new TreeSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.path(i).asString("");
      String now = moved.getOrDefault(code, code);
      boolean isOlder = !now.equals(code);
      boolean isNew = seen.add(now);
      if (isNew || !(isOlder || translated.contains(now))) {
        given.put(ofList(name, next.size()), ofList(name, i));
        next.add(isOlder ? MAPPER.getNodeFactory().stringNode(now) : codes.path(i));
      }
      if (isOlder) {
        translated.add(now);
      }
    }
    return next;
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

  /** A violation of the document as one of what was given. */
  public Violation inGiven(Violation found) {
    String pointer = found.pointer();
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      String other = given.get(at);
      if (other != null) {
        return new Violation(
            other + pointer.substring(at.length()),
            found.detail(),
            found.allowed(),
            found.choices());
      }
    }
    return found;
  }
}
