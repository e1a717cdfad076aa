package io.bosett.documents.boundaries;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Items;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.model.Dataset;
import io.bosett.model.JsonPointers;
import io.bosett.model.Violation;
import io.bosett.model.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A scenario document whose {@code previous}, {@code fixed}, {@code include} and {@code exclude}
 * name municipalities by the codes of an earlier year, translated to the codes of its dataset. The
 * numbers of municipalities that became one are added up.
 *
 * @param document the scenario in the codes of the dataset
 * @param warnings which codes were translated, one for each place
 * @param violations what cannot be translated, with the new codes
 * @param given the pointer into the document as given, by pointer into this one; only where the two
 *     differ
 */
public record OlderScenario(
    ParsedDocument document,
    List<Warning> warnings,
    List<Violation> violations,
    Map<String, String> given) {
  private static final String PREVIOUS = "/previous/allocation";
  private static final List<String> LISTS = List.of("include", "exclude");
  private static final long MOST = Integer.MAX_VALUE;

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
    FaultCollector faults = new FaultCollector();
    @Nullable JsonValue read = StrictJsonParser.parse(document, faults);
    if (!(read instanceof Members root)) {
      return null;
    }
    JsonTree.check(new JsonCursor(root, JsonPointer.ROOT, faults));
    if (!faults.isEmpty()) {
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
    ParsedDocument moved = ParsedDocument.written(moved(root, renumbering.moved(), given));
    return new OlderScenario(
        moved, warnings(named, renumbering), violations(named, renumbering), given);
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
  private static Map<String, String> named(Members root) {
    Map<String, String> named = new LinkedHashMap<>();
    if (field(field(root, "previous"), "allocation") instanceof Members allocation) {
      allocation.names().forEach(code -> named.put(ofPrevious(code), code));
    }
    List<JsonValue> fixed = items(field(root, "fixed"));
    for (int i = 0; i < fixed.size(); i++) {
      named.put("/fixed/" + i + "/municipality", text(field(fixed.get(i), "municipality")));
    }
    for (String list : LISTS) {
      List<JsonValue> codes = items(field(field(root, "candidates"), list));
      for (int i = 0; i < codes.size(); i++) {
        named.put(ofList(list, i), text(codes.get(i)));
      }
    }
    return named;
  }

  private static @Nullable JsonValue field(@Nullable JsonValue object, String name) {
    int at = object instanceof Members members ? members.names().indexOf(name) : -1;
    return at >= 0 && object instanceof Members members ? members.values().get(at) : null;
  }

  private static List<JsonValue> items(@Nullable JsonValue list) {
    return list instanceof Items items ? items.values() : List.of();
  }

  private static String text(@Nullable JsonValue value) {
    return value instanceof JsonValue.Text text ? text.text() : "";
  }

  private static String ofPrevious(String code) {
    return PREVIOUS + "/" + JsonPointers.escaped(code);
  }

  private static String ofList(String list, int index) {
    return "/candidates/" + list + "/" + index;
  }

  private static Members moved(Members root, Map<String, String> moved, Map<String, String> given) {
    Members next = root;
    if (field(root, "previous") instanceof Members previous
        && field(previous, "allocation") instanceof Members allocation) {
      next =
          with(next, "previous", with(previous, "allocation", previous(allocation, moved, given)));
    }
    if (field(root, "fixed") instanceof Items fixed) {
      List<JsonValue> entries = fixed.values().stream().map(entry -> fixed(entry, moved)).toList();
      next = with(next, "fixed", new Items(entries, fixed.line(), fixed.column()));
    }
    if (field(root, "candidates") instanceof Members candidates) {
      Members changed = candidates;
      for (String list : LISTS) {
        if (field(candidates, list) instanceof Items codes) {
          changed = with(changed, list, list(list, codes, moved, given));
        }
      }
      next = with(next, "candidates", changed);
    }
    return next;
  }

  /** The object with another value in a field that it has. */
  private static Members with(Members object, String name, JsonValue value) {
    List<JsonValue> values = new ArrayList<>(object.values());
    values.set(object.names().indexOf(name), value);
    return new Members(object.names(), values, object.line(), object.column());
  }

  private static JsonValue fixed(JsonValue entry, Map<String, String> moved) {
    @Nullable JsonValue code = field(entry, "municipality");
    @Nullable String now = moved.get(text(code));
    return code == null || now == null || !(entry instanceof Members object)
        ? entry
        : with(object, "municipality", new JsonValue.Text(now, code.line(), code.column()));
  }

  private static Members previous(
      Members allocation, Map<String, String> moved, Map<String, String> given) {
    Map<String, JsonValue> next = new LinkedHashMap<>();
    for (int i = 0; i < allocation.names().size(); i++) {
      String code = allocation.names().get(i);
      String now = moved.getOrDefault(code, code);
      @Nullable JsonValue other = next.get(now);
      JsonValue own = allocation.values().get(i);
      next.put(now, other == null ? own : sum(other, own));
      if (!now.equals(code) && (other == null || !isSummable(own))) {
        given.put(ofPrevious(now), ofPrevious(code));
      }
    }
    return new Members(
        List.copyOf(next.keySet()),
        List.copyOf(next.values()),
        allocation.line(),
        allocation.column());
  }

  /** The codes of a list, each that was translated once. */
  private static Items list(
      String name, Items codes, Map<String, String> moved, Map<String, String> given) {
    List<JsonValue> next = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> translated = new TreeSet<>();
    for (int i = 0; i < codes.values().size(); i++) {
      JsonValue own = codes.values().get(i);
      String code = text(own);
      String now = moved.getOrDefault(code, code);
      boolean isOlder = !now.equals(code);
      boolean isNew = seen.add(now);
      if (isNew || !(isOlder || translated.contains(now))) {
        given.put(ofList(name, next.size()), ofList(name, i));
        next.add(isOlder ? new JsonValue.Text(now, own.line(), own.column()) : own);
      }
      if (isOlder) {
        translated.add(now);
      }
    }
    return new Items(next, codes.line(), codes.column());
  }

  /** Persons, and minors where both say them; of two of which one is invalid, the invalid one. */
  private static JsonValue sum(JsonValue a, JsonValue b) {
    if (!isSummable(a) || !isSummable(b)) {
      return isSummable(a) ? b : a;
    }
    JsonValue persons = sum(persons(a), persons(b), a);
    @Nullable JsonValue minors = field(a, "minors");
    @Nullable JsonValue others = field(b, "minors");
    if (minors == null || others == null) {
      return persons;
    }
    List<JsonValue> values = List.of(persons, sum(count(minors), count(others), minors));
    return new Members(List.of("persons", "minors"), values, a.line(), a.column());
  }

  private static JsonValue sum(@Nullable Long a, @Nullable Long b, JsonValue at) {
    long sum = (a == null ? 0 : a) + (b == null ? 0 : b);
    return new JsonValue.Number(Long.toString(sum), true, at.line(), at.column());
  }

  private static boolean isSummable(JsonValue value) {
    @Nullable JsonValue minors = field(value, "minors");
    return persons(value) != null && (minors == null || count(minors) != null);
  }

  private static @Nullable Long persons(JsonValue value) {
    return count(value instanceof Members ? field(value, "persons") : value);
  }

  /** A count of persons, or null when the value is none. */
  private static @Nullable Long count(@Nullable JsonValue value) {
    return value == null
        ? null
        : new JsonCursor(value, JsonPointer.ROOT, new FaultCollector()).longOrNull(0, MOST);
  }

  /** A violation of the document as one of what was given. */
  public Violation inGiven(Violation found) {
    String pointer = found.pointer();
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      String other = given.get(at);
      if (other != null) {
        return found.withPointer(other + pointer.substring(at.length()));
      }
    }
    return found;
  }
}
