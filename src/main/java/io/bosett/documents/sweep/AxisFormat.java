package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.sweep.Axis.Cases;
import io.bosett.documents.sweep.Axis.Derived;
import io.bosett.documents.sweep.Axis.Noise;
import io.bosett.documents.sweep.Axis.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of an axis; one for all axes of a document, whose names must differ. */
final class AxisFormat {
  /** The fields of which an axis has exactly one: its kind. */
  private static final List<String> KINDS =
      List.of("values", "from", "between", "normal", "triangular", "cases", "of", "figure");

  private static final List<String> DRAWN = List.of("between", "triangular", "figure");
  private static final int MOST_POINTERS = 100;

  /** Names of columns that every result has, or may have; column names ignore case. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "point|status|proof|objective|selected|persons|minors|asked|(fit|n|loss|otherwise)_.*");

  private final Map<String, JsonCursor> names = new HashMap<>();
  private final Map<String, Axis> byName = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  private record Reference(JsonCursor at, String of) {}

  /** Reads an axis, or reports why it cannot be read. */
  @Nullable Axis read(JsonCursor at, boolean inGrid) {
    ObjectFields fields =
        at.fields(
            "name",
            "at",
            "values",
            "from",
            "to",
            "step",
            "between",
            "scale",
            "normal",
            "triangular",
            "digits",
            "cases",
            "of",
            "times",
            "figure");
    String name = name(fields.need("name"));
    @Nullable String kind = fields.isObject() ? kind(at, fields) : null;
    List<String> pointers = pointers(fields, kind);
    @Nullable Values values = kind == null ? null : values(fields, kind);
    if (kind != null) {
      refuseElsewhere(fields, kind, inGrid);
    }
    if (values == null || name.isEmpty() || (pointers.isEmpty() && !standsAlone(values))) {
      return null;
    }
    Axis axis = new Axis(name, at.pointer().toString(), pointers, values);
    byName.put(name, axis);
    return axis;
  }

  /** Reports axes that are derived from none, after all have been read. */
  void finish() {
    for (Reference reference : references) {
      @Nullable Axis other = byName.get(reference.of);
      if (other == null && names.containsKey(reference.of.toLowerCase(Locale.ROOT))) {
        continue; // its own faults are told
      } else if (other == null) {
        List<String> choices = byName.keySet().stream().sorted().toList();
        reference.at.faultAmong("is " + TextRules.quoted(reference.of) + ", not an axis", choices);
      } else if (!isNumeric(other.values())) {
        reference.at.fault(
            "is " + TextRules.quoted(reference.of) + ", which has no numbers of its own",
            "an axis of numbers that is not derived itself");
      }
    }
  }

  private static boolean isNumeric(Values values) {
    return values instanceof Axis.Distribution
        || (values instanceof Axis.Listed listed
            && listed.values().stream().allMatch(value -> value instanceof JsonValue.Number));
  }

  private static boolean standsAlone(Values values) {
    return values instanceof Cases || values instanceof Noise;
  }

  private String name(JsonCursor at) {
    String name = at.id();
    String column = name.toLowerCase(Locale.ROOT);
    if (TAKEN.matcher(column).matches()) {
      at.fault("is " + TextRules.quoted(name) + ", the name of a column of results", "another");
    } else if (!name.isEmpty() && names.putIfAbsent(column, at) != null) {
      at.fault("is " + TextRules.quoted(name) + ", the name of another axis", "a name of its own");
    }
    return name;
  }

  private static @Nullable String kind(JsonCursor at, ObjectFields fields) {
    List<String> given = KINDS.stream().filter(fields::has).toList();
    boolean noise = given.contains("figure");
    List<String> kinds = given.stream().filter(kind -> !noise || !kind.equals("normal")).toList();
    if (kinds.size() == 1) {
      return kinds.get(0);
    }
    String found = kinds.isEmpty() ? "says no values" : "has " + String.join(" and ", kinds);
    at.faultAmong(found, KINDS);
    return null;
  }

  private void refuseElsewhere(ObjectFields fields, String kind, boolean inGrid) {
    boolean normal = kind.equals("normal");
    if (inGrid && (normal || DRAWN.contains(kind))) {
      fields.get(kind).fault("stands in the grid", "values, from, cases or of; else among draws");
    }
    only(fields, "scale", kind.equals("between"), "beside between");
    boolean rounds = normal || kind.equals("between") || kind.equals("triangular");
    only(fields, "digits", rounds || kind.equals("of"), "beside between, normal, triangular, of");
    only(fields, "to", kind.equals("from"), "beside from");
    only(fields, "step", kind.equals("from"), "beside from");
    only(fields, "times", kind.equals("of"), "beside of");
  }

  private static void only(ObjectFields fields, String name, boolean fits, String where) {
    if (fields.has(name) && !fits) {
      fields.get(name).fault("stands alone", where);
    }
  }

  private static List<String> pointers(ObjectFields fields, @Nullable String kind) {
    JsonCursor at = fields.get("at");
    if ("cases".equals(kind) || "figure".equals(kind)) {
      if (at.isPresent()) {
        at.fault("stands beside " + kind, "no at");
      }
      return List.of();
    }
    if (kind != null && !at.isPresent()) {
      at.fault("is missing", "a JSON pointer into the scenario, or several in a list");
    }
    boolean many = at.value() instanceof JsonValue.Items;
    List<String> pointers = new ArrayList<>();
    for (JsonCursor item : many ? at.items(MOST_POINTERS) : List.of(at)) {
      String pointer = item.text(TextRules.LONGEST_NAME, "");
      if (item.value() instanceof JsonValue.Text text && !text.text().startsWith("/")) {
        item.fault("is " + text.describe() + ", no JSON pointer", "one like /places/minimum");
      } else if (!pointer.isEmpty()) {
        pointers.add(pointer);
      }
    }
    if (many && at.items().isEmpty()) {
      at.fault("is empty", "at least one JSON pointer");
    }
    return pointers;
  }

  private @Nullable Values values(ObjectFields fields, String kind) {
    return switch (kind) {
      case "values" -> ListedFormat.values(fields.get(kind));
      case "from" -> ListedFormat.steps(fields);
      case "cases" -> ListedFormat.cases(fields.get(kind));
      case "between" -> DistributionFormat.between(fields);
      case "normal" -> DistributionFormat.normal(fields);
      case "triangular" -> DistributionFormat.triangular(fields);
      case "figure" -> DistributionFormat.noise(fields);
      default -> derived(fields);
    };
  }

  private @Nullable Derived derived(ObjectFields fields) {
    JsonCursor at = fields.get("of");
    String of = at.text(TextRules.LONGEST_ID, "");
    var times = fields.need("times").decimalOrNull(ListedFormat.LEAST, ListedFormat.MOST);
    if (!of.isEmpty()) {
      references.add(new Reference(at, of));
    }
    return of.isEmpty() || times == null
        ? null
        : new Derived(of, times, DistributionFormat.digits(fields));
  }
}
