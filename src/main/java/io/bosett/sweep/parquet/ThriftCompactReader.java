package io.bosett.sweep.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link ThriftCompactWriter} writes: a struct as its fields by number. */
final class ThriftCompactReader {
  private static final int SHORT_LIST = 15;

  private final ByteBuffer in;

  ThriftCompactReader(ByteBuffer in) {
    this.in = in;
  }

  /** A struct: {@code Long}, {@code String}, {@code List} and {@code Map} by field. */
  Map<Integer, Object> struct() {
    Map<Integer, Object> fields = new TreeMap<>();
    int field = 0;
    for (int header = in.get() & 0xFF; header != 0; header = in.get() & 0xFF) {
      field += header >> 4;
      fields.put(field, value(header & 0xF));
    }
    return fields;
  }

  private Object value(int type) {
    return switch (type) {
      case ThriftCompactWriter.I32, ThriftCompactWriter.I64 -> zigzag();
      case ThriftCompactWriter.BINARY -> text();
      case ThriftCompactWriter.LIST -> list();
      case ThriftCompactWriter.STRUCT -> struct();
      default -> throw new IllegalArgumentException("a field of type " + type);
    };
  }

  private List<Object> list() {
    int header = in.get() & 0xFF;
    long size = header >> 4 == SHORT_LIST ? varint() : header >> 4;
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      items.add(value(header & 0xF));
    }
    return items;
  }

  private String text() {
    byte[] utf8 = new byte[Math.toIntExact(varint())];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private long zigzag() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
