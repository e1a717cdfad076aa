package io.bosett.model;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over typed values, each written so that no two sequences give the same bytes: texts with
 * their length first, whole numbers as 8 bytes, doubles as their bits. Records are walked component
 * by component, so a field added to a document enters its hash by itself.
 */
final class Fingerprint {
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Fingerprint text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    whole(bytes.length);
    flush();
    digest.update(bytes);
    return this;
  }

  Fingerprint whole(long value) {
    room(8).putLong(value);
    return this;
  }

  Fingerprint number(double value) {
    return whole(Double.doubleToLongBits(value));
  }

  /** Writes a value and, for records, lists and maps, all that is in it. */
  Fingerprint value(@Nullable Object value) {
    if (value == null) {
      return text("-");
    } else if (value instanceof Record node) {
      record(node);
    } else if (value instanceof List<?> list) {
      text("list").whole(list.size());
      list.forEach(this::value);
    } else if (value instanceof Map<?, ?> map) {
      text("map").whole(map.size());
      new TreeMap<>(map).forEach((key, item) -> value(key).value(item));
    } else if (value instanceof BigDecimal decimal) {
      text("decimal").text(decimal.stripTrailingZeros().toString());
    } else if (value instanceof Double number) {
      text("double").number(number == 0 ? 0.0 : number);
    } else {
      text(value.getClass().getSimpleName()).text(value.toString());
    }
    return this;
  }

  private void record(Record node) {
    RecordComponent[] components = node.getClass().getRecordComponents();
    text(node.getClass().getSimpleName()).whole(components.length);
    for (RecordComponent component : components) {
      try {
        value(component.getAccessor().invoke(node));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
  }

  String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }
}
