package io.bosett.files;

import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON on one line, as a stream. Numbers are plain decimals, the same everywhere. */
final class JsonOut implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator out;

  private JsonOut(JsonGenerator out) {
    this.out = out;
  }

  /** Writes in UTF-8; the stream is flushed and left open. */
  static void write(OutputStream stream, Consumer<JsonOut> document) {
    try (JsonOut out = new JsonOut(FACTORY.createGenerator(ObjectWriteContext.empty(), stream))) {
      document.accept(out);
    }
  }

  /** Writes to a text. */
  static String text(Consumer<JsonOut> document) {
    StringWriter text = new StringWriter();
    try (JsonOut out = new JsonOut(FACTORY.createGenerator(ObjectWriteContext.empty(), text))) {
      document.accept(out);
    }
    return text.toString();
  }

  @Override
  public void close() {
    out.close();
  }

  /** The name of the field whose value comes next. */
  JsonOut name(String name) {
    out.writeName(name);
    return this;
  }

  JsonOut object(Runnable fields) {
    out.writeStartObject();
    fields.run();
    out.writeEndObject();
    return this;
  }

  JsonOut object(String name, Runnable fields) {
    return name(name).object(fields);
  }

  JsonOut text(String name, String value) {
    name(name).out.writeString(value);
    return this;
  }

  JsonOut text(String value) {
    out.writeString(value);
    return this;
  }

  JsonOut whole(String name, long value) {
    name(name).out.writeNumber(value);
    return this;
  }

  JsonOut whole(String name, Number value) {
    return whole(name, value.longValue());
  }

  /** A number that is written already. */
  JsonOut number(String name, String decimal) {
    name(name).out.writeNumber(decimal);
    return this;
  }

  /** A double that reads back as the same double. */
  JsonOut exact(String name, double value) {
    return number(name, Decimals.exact(value));
  }

  /** A double rounded to so many digits after the point. */
  JsonOut rounded(String name, double value, int digits) {
    return number(name, Decimals.rounded(value, digits));
  }

  /** A decimal with exactly its digits. */
  JsonOut decimal(String name, BigDecimal value) {
    return number(name, value.toString());
  }

  JsonOut truth(String name, boolean value) {
    name(name).out.writeBoolean(value);
    return this;
  }

  JsonOut nothing(String name) {
    name(name).out.writeNull();
    return this;
  }

  <T> JsonOut list(String name, List<T> items, BiConsumer<JsonOut, T> writer) {
    name(name).out.writeStartArray();
    for (T item : items) {
      writer.accept(this, item);
    }
    out.writeEndArray();
    return this;
  }

  JsonOut texts(String name, List<String> items) {
    return list(name, items, JsonOut::text);
  }

  /** A field that is left out when there is no value. */
  <T> JsonOut optional(String name, @Nullable T value, FieldWriter<T> writer) {
    if (value != null) {
      writer.write(this, name, value);
    }
    return this;
  }

  /** A field that is null when there is no value. */
  <T> JsonOut nullable(String name, @Nullable T value, FieldWriter<T> writer) {
    if (value == null) {
      return nothing(name);
    }
    writer.write(this, name, value);
    return this;
  }

  /** Writes a field. */
  interface FieldWriter<T> {
    void write(JsonOut out, String name, T value);
  }
}
