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
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new Decoded("", "is UTF-16, expected UTF-8", 1, 1);
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

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
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
