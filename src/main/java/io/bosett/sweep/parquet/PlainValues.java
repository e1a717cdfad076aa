package io.bosett.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Parquet's plain encoding. */
final class PlainValues {
  private PlainValues() {}

  static byte[] encoded(Collection<Object> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Object value : values) {
      if (value instanceof Long whole) {
        out.writeBytes(number.putLong(0, whole).array());
      } else if (value instanceof Double decimal) {
        out.writeBytes(number.putDouble(0, decimal).array());
      } else {
        byte[] bytes =
            value instanceof byte[] raw ? raw : ((String) value).getBytes(StandardCharsets.UTF_8);
        out.write(number.putInt(0, bytes.length).array(), 0, Integer.BYTES);
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  /** Reads one value; the buffer is little-endian. */
  static Object read(ByteBuffer in, ColumnType type) {
    return switch (type) {
      case INT64 -> in.getLong();
      case DOUBLE -> in.getDouble();
      case TEXT -> new String(bytes(in), StandardCharsets.UTF_8);
      case BYTES -> bytes(in);
    };
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }
}
