package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.sweep.Axis.Derived;
import io.bosett.documents.sweep.Axis.Values;
import java.math.BigDecimal;
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

  /**
   * Reads an axis and reports its faults. What is sound of one with faults is kept, so that it is
   * validated against the scenario in the same round.
   *
   * @return null when it is no object
   */
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
    if (!fields.isObject()) {
      return null;
    }
    @Nullable String kind = kind(at, fields);
    List<String> pointers = pointers(fields, kind);
    Values values = kind == null ? new Axis.Listed(List.of()) : values(fields, kind);
    if (kind != null) {
      refuseElsewhere(fields, kind, inGrid);
    }
    Axis axis = new Axis(name, at.pointer().toString(), pointers, values);
    if (!name.isEmpty()) {
      byName.putIfAbsent(name, axis);
    }
    return axis;
  }

  /** Reports axes that are derived from none, after all have been read. */
  void finish() {
    for (Reference reference : references) {
      @Nullable Axis other = byName.get(reference.of);
      // Of an axis that could not be read its own faults are told.
      boolean unread = names.containsKey(reference.of.toLowerCase(Locale.ROOT));
      if (other == null && !unread) {
        List<String> choices =
            byName.keySet().stream().filter(name -> !isTaken(name)).sorted().toList();
        reference.at.faultAmong("is " + TextRules.quoted(reference.of) + ", not an axis", choices);
      } else if (other != null && !isNumeric(other.values())) {
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

  private static boolean isTaken(String name) {
    return TAKEN.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private String name(JsonCursor at) {
    String name = at.id();
    String column = name.toLowerCase(Locale.ROOT);
    if (isTaken(name)) {
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

  private Values values(ObjectFields fields, String kind) {
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

  private Derived derived(ObjectFields fields) {
    JsonCursor at = fields.get("of");
    String of = at.text(TextRules.LONGEST_ID, "");
    var times = fields.need("times").decimalOrNull(ListedFormat.LEAST, ListedFormat.MOST);
    if (!of.isEmpty() || (at.value() instanceof JsonValue.Text text && text.text().isEmpty())) {
      references.add(new Reference(at, of));
    }
    return new Derived(
        of, times == null ? BigDecimal.ONE : times, DistributionFormat.digits(fields));
  }
}
