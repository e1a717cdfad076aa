package io.bosett.documents.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A strict decoder of UTF-8. */
public final class Utf8 {
  /** The byte order mark as a character. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Its length in bytes. */
  public static final int MARK_LENGTH = 3;

  /** How many bytes tell an encoding without a mark. */
  private static final int UNMARKED = 4;

  private Utf8() {}

  /** Whether a byte order mark stands at a position. */
  public static boolean isMark(byte[] utf8, int at) {
    return at + MARK_LENGTH <= utf8.length
        && utf8[at] == (byte) 0xEF
        && utf8[at + 1] == (byte) 0xBB
        && utf8[at + 2] == (byte) 0xBF;
  }

  /** The text, or where and why the bytes are not UTF-8. */
  public record Decoded(String text, @Nullable String fault, int line, int column) {}

  /** Decodes strictly; a byte order mark stays in the text. Takes time linear in the bytes. */
  public static Decoded decode(byte[] bytes) {
    String other = otherEncoding(bytes);
    if (other != null) {
      return new Decoded("", "is " + other + ", expected UTF-8", 1, 1);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      Decoded strict = decodeStrictly(bytes);
      if (strict.fault != null) {
        return strict;
      }
    }
    int zero = text.indexOf('\0');
    return zero < 0
        ? new Decoded(text, null, 1, 1)
        : faulty(text.substring(0, zero), "has a zero byte here, expected text in UTF-8");
  }

  /**
   * UTF-16 or UTF-32, by a byte order mark or by the zeros beside characters of ASCII (RFC 4627,
   * section 3), else null.
   */
  private static @Nullable String otherEncoding(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return "UTF-32";
    } else if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return "UTF-16";
    }
    StringBuilder zeros = new StringBuilder();
    for (int i = 0; i < Math.min(UNMARKED, bytes.length); i++) {
      zeros.append(bytes[i] == 0 ? '0' : 'x');
    }
    return switch (zeros.toString()) {
      case "x0x0", "0x0x", "x0", "0x" -> "UTF-16";
      case "x000", "000x" -> "UTF-32";
      default -> null;
    };
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Decoded decodeStrictly(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String good = out.flip().toString();
    if (!result.isError()) {
      return new Decoded(good, null, 1, 1);
    }
    String found = String.format("0x%02X", bytes[in.position()]);
    return faulty(good, "has the byte " + found + " here, which is not UTF-8");
  }

  private static Decoded faulty(String before, String fault) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Decoded("", fault, line, before.length() - start + 1);
  }
}
