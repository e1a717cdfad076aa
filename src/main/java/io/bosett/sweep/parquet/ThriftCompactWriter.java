package io.bosett.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes the compact protocol of Apache Thrift, as far as the metadata of Parquet needs it. */
final class ThriftCompactWriter {
  static final int I32 = 5;
  static final int I64 = 6;
  static final int BINARY = 8;
  static final int LIST = 9;
  static final int STRUCT = 12;

  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int last;

  /** The bytes of the struct, ended. */
  byte[] end() {
    out.write(0);
    return out.toByteArray();
  }

  ThriftCompactWriter i32(int field, int value) {
    header(field, I32);
    varint(zigzag(value));
    return this;
  }

  ThriftCompactWriter i64(int field, long value) {
    header(field, I64);
    varint(zigzag(value));
    return this;
  }

  ThriftCompactWriter text(int field, String value) {
    header(field, BINARY);
    text(value);
    return this;
  }

  ThriftCompactWriter struct(int field, ThriftCompactWriter value) {
    header(field, STRUCT);
    out.writeBytes(value.end());
    return this;
  }

  /** Writes an item of a list. */
  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    out.writeBytes(utf8);
  }

  /** Writes an item of a list. */
  void i32(int value) {
    varint(zigzag(value));
  }

  /** Writes an item of a list. */
  void struct(ThriftCompactWriter value) {
    out.writeBytes(value.end());
  }

  <T> ThriftCompactWriter list(
      int field, int type, List<T> items, BiConsumer<ThriftCompactWriter, T> writer) {
    header(field, LIST);
    if (items.size() < SHORT_LIST) {
      out.write(items.size() << 4 | type);
    } else {
      out.write(SHORT_LIST << 4 | type);
      varint(items.size());
    }
    items.forEach(item -> writer.accept(this, item));
    return this;
  }

  private void header(int field, int type) {
    out.write(field - last << 4 | type);
    last = field;
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> (Long.SIZE - 1);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
