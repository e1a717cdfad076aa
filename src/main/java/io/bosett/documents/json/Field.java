package io.bosett.documents.json;

import io.bosett.documents.json.JsonWriter.FieldWriter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * A field of an object, defined once for reading and writing: name, range, default, and the getter
 * of its value.
 *
 * @param <O> the object
 * @param <T> the value; a field without one is left out
 */
public final class Field<O, T> {
  private final String name;
  private final SerializableString encoded;
  private final Function<JsonCursor, @Nullable T> reader;
  private final FieldWriter<T> writer;
  private final Function<O, @Nullable T> value;
  private final boolean writtenAsNull;
  private final @Nullable ObjectShape<?> shape;

  private Field(
      String name,
      Function<JsonCursor, @Nullable T> reader,
      FieldWriter<T> writer,
      Function<O, @Nullable T> value,
      boolean writtenAsNull,
      @Nullable ObjectShape<?> shape) {
    this.name = name;
    this.encoded = new SerializedString(name);
    this.reader = reader;
    this.writer = writer;
    this.value = value;
    this.writtenAsNull = writtenAsNull;
    this.shape = shape;
  }

  /** A field with a format of its own. */
  public static <O, T> Field<O, T> of(
      String name,
      Function<JsonCursor, @Nullable T> reader,
      FieldWriter<T> writer,
      Function<O, @Nullable T> value) {
    return new Field<>(name, reader, writer, value, false, null);
  }

  /** A field whose reading depends on other fields: it is read by {@link #at}. */
  public static <O, T> Field<O, T> inContext(
      String name, FieldWriter<T> writer, Function<O, @Nullable T> value) {
    return of(name, at -> null, writer, value);
  }

  /** A whole number within a range. */
  public static <O> Field<O, Integer> whole(
      String name, int least, int most, Function<O, @Nullable Integer> value) {
    return of(name, at -> at.wholeOrNull(least, most), JsonWriter::whole, value);
  }

  /** A whole number within a range. */
  public static <O> Field<O, Long> wholeLong(
      String name, long least, long most, Function<O, @Nullable Long> value) {
    return of(name, at -> at.longOrNull(least, most), JsonWriter::whole, value);
  }

  /** A double within a range. */
  public static <O> Field<O, Double> number(
      String name, double least, double most, Function<O, @Nullable Double> value) {
    return of(name, at -> at.numberOrNull(least, most), JsonWriter::exact, value);
  }

  /** A double, written with at most so many digits (0 to 6) after the point. */
  public static <O> Field<O, Double> rounded(
      String name, int digits, Function<O, @Nullable Double> value) {
    return of(
        name,
        at -> at.numberOrNull(-Double.MAX_VALUE, Double.MAX_VALUE),
        (out, field, number) -> out.rounded(field, number, digits),
        value);
  }

  /** An exact decimal within a range. */
  public static <O> Field<O, BigDecimal> decimal(
      String name, BigDecimal least, BigDecimal most, Function<O, @Nullable BigDecimal> value) {
    return of(name, at -> at.decimalOrNull(least, most), JsonWriter::decimal, value);
  }

  /** True or false. */
  public static <O> Field<O, Boolean> truth(String name, Function<O, @Nullable Boolean> value) {
    return of(name, JsonCursor::truth, JsonWriter::truth, value);
  }

  /** A text for people, of limited length. */
  public static <O> Field<O, String> text(
      String name, int longest, Function<O, @Nullable String> value) {
    return of(name, at -> at.text(longest, ""), JsonWriter::text, value);
  }

  /** An id; the empty text where it is invalid or absent. */
  public static <O> Field<O, String> id(String name, Function<O, @Nullable String> value) {
    return of(name, JsonCursor::id, JsonWriter::text, value);
  }

  /** One of several words. */
  public static <O, T> Field<O, T> choice(
      String name, Map<String, T> words, Function<O, @Nullable T> value) {
    Map<T, String> written = new HashMap<>();
    words.forEach((word, meaning) -> written.put(meaning, word));
    return of(
        name,
        at -> chosen(at, words),
        (out, field, chosen) -> out.text(field, Objects.requireNonNull(written.get(chosen))),
        value);
  }

  /** Null is what stands for none. */
  @SuppressWarnings("NullAway") // it does not read the bound of the type argument
  private static <T> @Nullable T chosen(JsonCursor at, Map<String, T> words) {
    return at.<@Nullable T>choice(words, null);
  }

  /** A list. */
  public static <O, T> Field<O, List<T>> list(
      String name,
      Function<JsonCursor, T> reader,
      BiConsumer<JsonWriter, T> writer,
      Function<O, @Nullable List<T>> value) {
    return of(
        name,
        at -> at.items().stream().map(reader).toList(),
        (out, field, items) -> out.list(field, items, writer),
        value);
  }

  /**
   * A list that many documents share: its JSON is kept for the next document with the same object.
   *
   * @param value an immutable list of immutable items
   */
  public static <O, T> Field<O, List<T>> sharedList(
      String name,
      Function<JsonCursor, T> reader,
      BiConsumer<JsonWriter, T> writer,
      Function<O, @Nullable List<T>> value) {
    WrittenLists<T> written = new WrittenLists<>(writer);
    return of(name, at -> at.items().stream().map(reader).toList(), written::write, value);
  }

  /** A copy that writes null where there is no value. */
  public Field<O, T> nullable() {
    return new Field<>(name, reader, writer, value, true, shape);
  }

  /** A copy that says what its value is: an object of this shape, or a list of such objects. */
  public Field<O, T> within(ObjectShape<?> inner) {
    return new Field<>(name, reader, writer, value, writtenAsNull, inner);
  }

  /** The shape of the object in this field, or of those in its list; null when it is no object. */
  @Nullable ObjectShape<?> shape() {
    return shape;
  }

  /** The name of the field. */
  public String name() {
    return name;
  }

  /** The place of the field, absent where the field is absent. */
  public JsonCursor at(ObjectFields fields) {
    return fields.get(name);
  }

  /** Whether the field is present, even as null. */
  public boolean isIn(ObjectFields fields) {
    return fields.has(name);
  }

  /** The value, or null where the field is absent or invalid. */
  public @Nullable T orNull(ObjectFields fields) {
    return value(fields.get(name));
  }

  /** The value, or the default where the field is absent or invalid. */
  public T or(ObjectFields fields, T otherwise) {
    @Nullable T read = orNull(fields);
    return read == null ? otherwise : read;
  }

  /**
   * The value of a required field, or null where it is absent or invalid; reports an absent one.
   */
  public @Nullable T need(ObjectFields fields) {
    JsonCursor at = fields.need(name);
    if (!at.isPresent()) {
      at.faults().expecting(at, reader);
      return null;
    }
    return value(at);
  }

  /**
   * The value of a required field, or a placeholder where it is absent or invalid; reports an
   * absent one.
   */
  public T need(ObjectFields fields, T standIn) {
    @Nullable T read = need(fields);
    return read == null ? standIn : read;
  }

  private @Nullable T value(JsonCursor at) {
    JsonCursor given = writtenAsNull ? at.nullable() : at;
    return given.isPresent() ? reader.apply(given) : null;
  }

  /** Writes the field of an object. */
  public void write(JsonWriter out, O owner) {
    @Nullable T written = value.apply(owner);
    out.expect(encoded);
    if (written != null) {
      writer.write(out, name, written);
    } else if (writtenAsNull) {
      out.nothing(name);
    }
  }
}
