package io.bosett.documents.sweep;

import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.documents.sweep.SweepDocument.Keep;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The format of sweep documents. Reading is strict, as of scenarios: unknown fields are refused and
 * every violation is reported at once.
 */
public final class SweepFormat {
  private static final int MOST_AXES = 100;
  private static final int MOST_ALLOCATIONS = 20;
  private static final Set<Keep> DEFAULT_KEEP = EnumSet.of(Keep.TOTALS, Keep.FITS, Keep.SELECTED);
  private static final SortedMap<String, Keep> KEEP_WORDS = ObjectShape.words(Keep.values());

  private SweepFormat() {}

  /** Reads a document in UTF-8; never throws for what is in it. */
  public static SweepReading read(byte[] utf8) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    if (value == null) {
      SweepDocument nothing =
          new SweepDocument("", "", List.of(), null, new TreeMap<>(), DEFAULT_KEEP);
      return new SweepReading(nothing, null, "", "", faults.violations());
    }
    return read(value);
  }

  /** Reads a document that is parsed already; never throws for what is in it. */
  public static SweepReading read(JsonValue value) {
    FaultCollector faults = new FaultCollector();
    JsonCursor at = new JsonCursor(value, JsonPointer.ROOT, faults);
    SweepDocument sweep = read(at);
    String hash = faults.isEmpty() ? CanonicalForm.hash(at) : "";
    String series = faults.isEmpty() ? seriesHash(value) : "";
    return new SweepReading(sweep, value, hash, series, faults.violations());
  }

  private static String seriesHash(JsonValue document) {
    JsonValue uncounted = without(document, List.of("draws", "count"));
    return CanonicalForm.hash(new JsonCursor(uncounted, JsonPointer.ROOT, new FaultCollector()));
  }

  /** The document without a member. */
  private static JsonValue without(JsonValue value, List<String> path) {
    if (!(value instanceof Members members)) {
      return value;
    }
    List<String> names = new ArrayList<>(members.names());
    List<JsonValue> values = new ArrayList<>(members.values());
    int at = names.indexOf(path.get(0));
    if (at >= 0 && path.size() == 1) {
      names.remove(at);
      values.remove(at);
    } else if (at >= 0) {
      values.set(at, without(values.get(at), path.subList(1, path.size())));
    }
    return new Members(names, values, members.line(), members.column());
  }

  private static SweepDocument read(JsonCursor at) {
    ObjectFields fields =
        at.fields("$schema", "name", "scenario", "grid", "draws", "against", "keep");
    fields.get("$schema").text(TextRules.LONGEST_NAME, "");
    AxisFormat axes = new AxisFormat();
    List<Axis> grid = axes(fields.get("grid"), axes, true);
    @Nullable Draws draws = DrawsFormat.read(fields.get("draws"), axes);
    axes.finish();
    if (fields.isObject() && !fields.has("grid") && !fields.has("draws")) {
      fields.get("grid").fault("is missing, and there are no draws either", "one of the two");
    }
    return new SweepDocument(
        fields.get("name").text(TextRules.LONGEST_NAME, ""),
        fields.need("scenario").text(TextRules.LONGEST_NAME, ""),
        grid,
        draws,
        against(fields.get("against")),
        keep(fields.get("keep")));
  }

  static List<Axis> axes(JsonCursor at, AxisFormat format, boolean inGrid) {
    List<Axis> axes = new ArrayList<>();
    for (JsonCursor item : at.items(MOST_AXES)) {
      @Nullable Axis axis = format.read(item, inGrid);
      if (axis != null) {
        axes.add(axis);
      }
    }
    return axes;
  }

  private static SortedMap<String, String> against(JsonCursor at) {
    SortedMap<String, String> allocations = new TreeMap<>();
    if (!at.isPresent()) {
      return allocations;
    }
    for (JsonCursor item : at.entries().all()) {
      String wrong = TextRules.idFault(item.name());
      if (wrong != null) {
        item.fault("stands under a name that " + wrong, "a name of 1 to 100 characters");
      }
      String allocation = item.text(TextRules.LONGEST_NAME, "");
      if (item.value() instanceof JsonValue.Text && allocation.isEmpty()) {
        item.fault("is empty", "a file, or INDICATOR:YEAR");
      }
      allocations.put(item.name(), allocation);
    }
    if (allocations.size() > MOST_ALLOCATIONS) {
      at.fault("has " + allocations.size() + " allocations", "at most " + MOST_ALLOCATIONS);
    }
    return allocations;
  }

  private static Set<Keep> keep(JsonCursor at) {
    if (!at.isPresent()) {
      return DEFAULT_KEEP;
    }
    Set<Keep> keep = EnumSet.noneOf(Keep.class);
    for (JsonCursor item : at.items()) {
      @Nullable Keep word = word(item);
      if (word != null && !keep.add(word)) {
        item.fault("is named a second time", "every word once");
      }
    }
    return keep;
  }

  /** Null is what stands for none. */
  @SuppressWarnings("NullAway") // it does not read the bound of the type argument
  private static @Nullable Keep word(JsonCursor at) {
    return at.<@Nullable Keep>choice(KEEP_WORDS, null);
  }
}
