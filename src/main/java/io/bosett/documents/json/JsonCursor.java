package io.bosett.documents.json;

import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cursor at a place in a document, which may be absent. The typed methods return the value, or
 * report a violation and return {@code otherwise}; for an absent place they return it without a
 * violation.
 */
public final class JsonCursor {
  private final @Nullable JsonValue value;
  private final JsonPointer jsonPointer;
  private final FaultCollector faults;
  private final int line;
  private final int column;

  /** Where it is listed that the place is missing; -1 when it is not, or need not be there. */
  private final int missing;

  public JsonCursor(
      @Nullable JsonValue value,
      JsonPointer jsonPointer,
      FaultCollector faults,
      int line,
      int column) {
    this(value, jsonPointer, faults, line, column, -1);
  }

  private JsonCursor(
      @Nullable JsonValue value,
      JsonPointer jsonPointer,
      FaultCollector faults,
      int line,
      int column,
      int missing) {
    this.missing = missing;
    this.value = value;
    this.jsonPointer = jsonPointer;
    this.faults = faults;
    this.line = line;
    this.column = column;
  }

  public JsonCursor(JsonValue value, JsonPointer jsonPointer, FaultCollector faults) {
    this(value, jsonPointer, faults, value.line(), value.column());
  }

  public @Nullable JsonValue value() {
    return value;
  }

  public JsonPointer pointer() {
    return jsonPointer;
  }

  public FaultCollector faults() {
    return faults;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Whether the place is present; null counts as present. */
  public boolean isPresent() {
    return value != null;
  }

  /** The name or the index under which the place stands; empty for the whole document. */
  public String name() {
    return jsonPointer.token();
  }

  /** The same place, absent where null is written. */
  public JsonCursor nullable() {
    return value instanceof JsonValue.Null
        ? new JsonCursor(null, jsonPointer, faults, line, column)
        : this;
  }

  /** Reports a violation at this place. */
  public void fault(String detail, String allowed) {
    if (!faults.counts()) {
      fault(new Violation(jsonPointer.toString(), detail, allowed));
    }
  }

  /** Reports a violation whose allowed values can be listed. */
  public void faultAmong(String detail, List<String> choices) {
    if (!faults.counts()) {
      fault(Violation.among(jsonPointer.toString(), detail, choices));
    }
  }

  private void fault(Violation violation) {
    faults.add(violation, line, column);
  }

  /**
   * Reports that the value is not of the expected kind; of a required place that is absent, says
   * what is expected.
   */
  public void faultKind(String expected) {
    faultKind(expected, () -> "");
  }

  void faultKind(String expected, Supplier<String> range) {
    if (value != null) {
      String allowed = range.get();
      fault("is " + value.describe() + ", not " + expected, allowed.isEmpty() ? expected : allowed);
    } else if (missing >= 0) {
      String within = range.get().isEmpty() ? expected : expected + ", " + range.get();
      faults.expect(missing, at -> new Violation(at, "is missing", within));
    }
  }

  /** The same place, absent and required: reports that it is missing. */
  JsonCursor missing() {
    int listed = faults.addMissing(jsonPointer, line, column);
    return new JsonCursor(null, jsonPointer, faults, line, column, listed);
  }

  /** The fields of an object; none when it is not one. */
  public ObjectFields fields(String... allowed) {
    return fields(List.of(allowed));
  }

  public ObjectFields fields(List<String> allowed) {
    ObjectFields fields = ObjectFields.of(this);
    fields.refuseOthers(allowed);
    return fields;
  }

  /** The fields of an object with arbitrary names. */
  public ObjectFields entries() {
    return ObjectFields.of(this);
  }

  /** The items of a list; none when it is not one. */
  public List<JsonCursor> items() {
    if (!(value instanceof JsonValue.Items list)) {
      faultKind("a list");
      return List.of();
    }
    return new Items(list.values());
  }

  /** The cursors are made when they are asked for: a list of millions needs no memory for them. */
  private final class Items extends AbstractList<JsonCursor> implements RandomAccess {
    private final List<JsonValue> values;

    Items(List<JsonValue> values) {
      this.values = values;
    }

    @Override
    public JsonCursor get(int index) {
      return new JsonCursor(values.get(index), jsonPointer.child(index), faults);
    }

    @Override
    public int size() {
      return values.size();
    }
  }

  /** The items of a list; with a violation when there are too many. */
  public List<JsonCursor> items(int most) {
    List<JsonCursor> items = items();
    if (items.size() > most) {
      fault("has " + items.size() + " entries", "at most " + most);
    }
    return items;
  }

  /** A text for people, of limited length. */
  public String text(int longest, String otherwise) {
    if (!(value instanceof JsonValue.Text text)) {
      faultKind("a text");
      return otherwise;
    }
    String wrong = TextRules.nameFault(text.text(), longest);
    if (wrong != null) {
      fault(wrong, "a text of at most " + longest + " characters");
      return otherwise;
    }
    return text.text();
  }

  /** An id, or the empty text. */
  public String id() {
    if (!(value instanceof JsonValue.Text text)) {
      faultKind("a text");
      return "";
    }
    String wrong = TextRules.idFault(text.text());
    if (wrong != null) {
      fault(wrong, "a text of 1 to " + TextRules.LONGEST_ID + " characters");
      return "";
    }
    return text.text();
  }

  /** True or false. */
  public @Nullable Boolean truth() {
    if (value instanceof JsonValue.Truth truth) {
      return truth.value();
    }
    faultKind("true or false");
    return null;
  }

  /** One of several words. */
  public <T extends @Nullable Object> T choice(Map<String, ? extends T> choices, T otherwise) {
    if (value instanceof JsonValue.Text text) {
      T chosen = choices.get(text.text());
      if (chosen != null) {
        return chosen;
      }
    }
    List<String> words = List.copyOf(choices.keySet());
    if (value != null) {
      faultAmong("is " + value.describe(), words);
    } else if (missing >= 0) {
      faults.expect(missing, at -> Violation.among(at, "is missing", words));
    }
    return otherwise;
  }

  /** An integer within a range. */
  public int whole(int least, int most, int otherwise) {
    Integer number = wholeOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** An integer within a range. */
  public @Nullable Integer wholeOrNull(int least, int most) {
    Long number = longOrNull(least, most);
    return number == null ? null : number.intValue();
  }

  /** An integer within a range. */
  public @Nullable Long longOrNull(long least, long most) {
    return JsonNumbers.whole(this, least, most);
  }

  /** A double within a range. */
  public double number(double least, double most, double otherwise) {
    Double number = numberOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** A double within a range. */
  public @Nullable Double numberOrNull(double least, double most) {
    return JsonNumbers.number(this, least, most);
  }

  /** The shortest decimal of the nearest double, within a range. */
  public BigDecimal decimal(BigDecimal least, BigDecimal most, BigDecimal otherwise) {
    BigDecimal number = decimalOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** The shortest decimal of the nearest double, within a range. */
  public @Nullable BigDecimal decimalOrNull(BigDecimal least, BigDecimal most) {
    return JsonNumbers.decimal(this, least, most);
  }
}
