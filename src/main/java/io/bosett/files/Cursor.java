package io.bosett.files;

import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, with its value or nothing there. The typed methods give the value, or add
 * a fault and give what the caller passes as {@code otherwise}; so do they, without a fault, where
 * nothing is there.
 */
public final class Cursor {
  private final @Nullable JsonValue value;
  private final Pointer pointer;
  private final Faults faults;
  private final int line;
  private final int column;

  Cursor(@Nullable JsonValue value, Pointer pointer, Faults faults, int line, int column) {
    this.value = value;
    this.pointer = pointer;
    this.faults = faults;
    this.line = line;
    this.column = column;
  }

  Cursor(JsonValue value, Pointer pointer, Faults faults) {
    this(value, pointer, faults, value.line(), value.column());
  }

  @Nullable JsonValue value() {
    return value;
  }

  Pointer pointer() {
    return pointer;
  }

  Faults faults() {
    return faults;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Whether anything is there; null is something. */
  public boolean isPresent() {
    return value != null;
  }

  /** The name or the index under which the place stands; empty for the whole document. */
  public String name() {
    return pointer.token();
  }

  /** The same place, with nothing there where null is written. */
  public Cursor nullable() {
    return value instanceof JsonValue.Null ? new Cursor(null, pointer, faults, line, column) : this;
  }

  /** Adds a fault of this place. */
  public void fault(String detail, String allowed) {
    fault(new Violation(pointer.toString(), detail, allowed));
  }

  /** Adds a fault of this place whose allowed values can be listed. */
  public void faultAmong(String detail, List<String> choices) {
    fault(Violation.among(pointer.toString(), detail, choices));
  }

  private void fault(Violation violation) {
    faults.add(violation, line, column);
  }

  /** Adds the fault that the value is not of the kind expected, unless nothing is there. */
  void faultKind(String expected) {
    if (value != null) {
      fault("is " + value.describe() + ", not " + expected, expected);
    }
  }

  /** The fields of an object; none when it is not one. */
  public Fields fields(String... allowed) {
    Fields fields = Fields.of(this);
    fields.refuseOthers(List.of(allowed));
    return fields;
  }

  /** The fields of an object whose names are not given beforehand. */
  public Fields entries() {
    return Fields.of(this);
  }

  /** The items of a list; none when it is not one. */
  public List<Cursor> items() {
    if (!(value instanceof JsonValue.Items list)) {
      faultKind("a list");
      return List.of();
    }
    List<Cursor> items = new ArrayList<>(list.values().size());
    for (JsonValue item : list.values()) {
      items.add(new Cursor(item, pointer.child(items.size()), faults));
    }
    return items;
  }

  /** Adds a fault when a list is longer than allowed. */
  public List<Cursor> items(int most) {
    List<Cursor> items = items();
    if (items.size() > most) {
      fault("has " + items.size() + " entries", "at most " + most);
    }
    return items;
  }

  /** A text for people of at most so many characters. */
  public String text(int longest, String otherwise) {
    if (!(value instanceof JsonValue.Text text)) {
      faultKind("a text");
      return otherwise;
    }
    String wrong = Texts.nameFault(text.text(), longest);
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
    String wrong = Texts.idFault(text.text());
    if (wrong != null) {
      fault(wrong, "a text of 1 to " + Texts.LONGEST_ID + " characters");
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

  /** One of some words. */
  public <T extends @Nullable Object> T choice(Map<String, ? extends T> choices, T otherwise) {
    if (value instanceof JsonValue.Text text) {
      T chosen = choices.get(text.text());
      if (chosen != null) {
        return chosen;
      }
    }
    if (value != null) {
      faultAmong("is " + value.describe(), List.copyOf(choices.keySet()));
    }
    return otherwise;
  }

  /** A whole number within a range. */
  public int whole(int least, int most, int otherwise) {
    Integer number = wholeOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** A whole number within a range. */
  public @Nullable Integer wholeOrNull(int least, int most) {
    Long number = longOrNull(least, most);
    return number == null ? null : number.intValue();
  }

  /** A whole number within a range. */
  public @Nullable Long longOrNull(long least, long most) {
    return Numbers.whole(this, least, most);
  }

  /** A number that a double can hold, within a range. */
  public double number(double least, double most, double otherwise) {
    Double number = numberOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** A number that a double can hold, within a range. */
  public @Nullable Double numberOrNull(double least, double most) {
    return Numbers.number(this, least, most);
  }

  /** The shortest decimal of the nearest double, within a range. */
  BigDecimal decimal(BigDecimal least, BigDecimal most, BigDecimal otherwise) {
    BigDecimal number = decimalOrNull(least, most);
    return number == null ? otherwise : number;
  }

  /** The shortest decimal of the nearest double, within a range. */
  @Nullable BigDecimal decimalOrNull(BigDecimal least, BigDecimal most) {
    return Numbers.decimal(this, least, most);
  }
}
