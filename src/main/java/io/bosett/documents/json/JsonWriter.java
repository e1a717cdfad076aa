package io.bosett.documents.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * A streaming JSON writer, on one line. Numbers are plain decimals, independent of the locale. An
 * unpaired surrogate, which UTF-8 cannot hold, becomes U+FFFD. When a value throws, the document
 * stays incomplete, so that nobody mistakes the part for the whole.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private static final SerializableString NONE = new SerializedString("");

  private final JsonGenerator out;

  /** The name of the field being written, encoded once for all documents. */
  private SerializableString known = NONE;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Writes in UTF-8; the stream is flushed and left open.
   *
   * @throws UncheckedIOException when the stream fails
   */
  public static void write(OutputStream stream, Consumer<JsonWriter> document) {
    write(FACTORY.createGenerator(ObjectWriteContext.empty(), stream), document);
  }

  /** Writes to bytes in UTF-8. */
  public static byte[] bytes(Consumer<JsonWriter> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, document);
    return bytes.toByteArray();
  }

  /** Writes to a text. */
  public static String text(Consumer<JsonWriter> document) {
    Writer text = new StringWriter();
    write(FACTORY.createGenerator(ObjectWriteContext.empty(), text), document);
    return text.toString();
  }

  private static void write(JsonGenerator generator, Consumer<JsonWriter> document) {
    try (generator) {
      document.accept(new JsonWriter(generator));
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** Writes the name of the next value. */
  public JsonWriter name(String name) {
    if (name.equals(known.getValue())) {
      out.writeName(known);
    } else {
      out.writeName(TextRules.wellFormed(name));
    }
    return this;
  }

  /** Makes an encoded name known, which the next calls for this very name copy. */
  void expect(SerializableString name) {
    known = name;
  }

  /** Writes an object. */
  public JsonWriter object(Runnable fields) {
    begin();
    fields.run();
    end();
    return this;
  }

  /** Opens an object. */
  void begin() {
    out.writeStartObject();
  }

  /** Closes the object opened last. */
  void end() {
    out.writeEndObject();
  }

  /** Writes a field with an object. */
  public JsonWriter object(String name, Runnable fields) {
    return name(name).object(fields);
  }

  /** Writes a field with a text. */
  public JsonWriter text(String name, String value) {
    return name(name).text(value);
  }

  /** Writes a text. */
  public JsonWriter text(String value) {
    out.writeString(TextRules.wellFormed(value));
    return this;
  }

  /** Writes a field with a whole number. */
  public JsonWriter whole(String name, long value) {
    name(name).out.writeNumber(value);
    return this;
  }

  /** Writes a field with a whole number. */
  public JsonWriter whole(String name, Number value) {
    return whole(name, value.longValue());
  }

  /** Writes a field with a number that is formatted already. */
  JsonWriter number(String name, String decimal) {
    return name(name).number(decimal);
  }

  /** Writes a number that is formatted already. */
  JsonWriter number(String decimal) {
    out.writeNumber(decimal);
    return this;
  }

  /** Writes a field with a double that reads back as the same double. */
  public JsonWriter exact(String name, double value) {
    return number(name, PlainDecimals.exact(value));
  }

  /** Writes a field with a double rounded to at most so many digits (0 to 6) after the point. */
  public JsonWriter rounded(String name, double value, int digits) {
    return number(name, PlainDecimals.rounded(value, digits));
  }

  /** Writes a field with a decimal with exactly its digits. */
  public JsonWriter decimal(String name, BigDecimal value) {
    return number(name, value.toString());
  }

  /** Writes a field with true or false. */
  public JsonWriter truth(String name, boolean value) {
    return name(name).truth(value);
  }

  /** Writes true or false. */
  JsonWriter truth(boolean value) {
    out.writeBoolean(value);
    return this;
  }

  /** Writes a field with null. */
  public JsonWriter nothing(String name) {
    return name(name).nothing();
  }

  /** Writes null. */
  public JsonWriter nothing() {
    out.writeNull();
    return this;
  }

  /** Writes one value that is JSON already; it is not validated. */
  public JsonWriter raw(String json) {
    out.writeRawValue(json);
    return this;
  }

  /** Writes one value that is JSON already and encoded once for all documents. */
  JsonWriter raw(SerializableString json) {
    out.writeRawValue(json);
    return this;
  }

  /** Writes a field whose value is JSON already; it is not validated. */
  public JsonWriter raw(String name, String json) {
    return name(name).raw(json);
  }

  /** Writes a list. */
  public <T> JsonWriter list(Iterable<? extends T> items, BiConsumer<JsonWriter, T> writer) {
    out.writeStartArray();
    for (T item : items) {
      writer.accept(this, item);
    }
    out.writeEndArray();
    return this;
  }

  /** Writes a field with a list. */
  public <T> JsonWriter list(
      String name, Iterable<? extends T> items, BiConsumer<JsonWriter, T> writer) {
    return name(name).list(items, writer);
  }

  /** Writes a field with a list of texts. */
  public JsonWriter texts(String name, Iterable<String> items) {
    return list(name, items, JsonWriter::text);
  }

  /** Writes a field that is left out when there is no value. */
  public <T> JsonWriter optional(String name, @Nullable T value, FieldWriter<T> writer) {
    if (value != null) {
      writer.write(this, name, value);
    }
    return this;
  }

  /** Writes a field that is null when there is no value. */
  public <T> JsonWriter nullable(String name, @Nullable T value, FieldWriter<T> writer) {
    if (value == null) {
      return nothing(name);
    }
    writer.write(this, name, value);
    return this;
  }

  /** Writes a field. */
  @FunctionalInterface
  public interface FieldWriter<T> {
    /** Writes a field with its name. */
    void write(JsonWriter out, String name, T value);
  }
}
