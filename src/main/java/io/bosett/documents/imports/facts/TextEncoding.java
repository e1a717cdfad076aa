package io.bosett.documents.imports.facts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file whose encoding nobody says: by its byte order mark, else UTF-8 when every byte
 * fits, else windows-1252. Text that was damaged before is refused, saying what happened to it.
 */
public final class TextEncoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7F]{2,}");
  private static final Pattern DOS = Pattern.compile("\\p{L}[\u2020\u2018\u203A]\\p{L}");
  private static final Pattern NORDIC = Pattern.compile("[æøåÆØÅ]");
  private static final char REPLACEMENT = '\uFFFD';
  private static final int MOST_ZEROS_LOOKED_AT = 4_096;

  private TextEncoding() {}

  /** Decodes, without a byte order mark. */
  public static String decode(byte[] bytes) {
    Charset marked = marked(bytes);
    if (marked != null) {
      return sound(withoutMark(new String(bytes, marked)), false);
    }
    String utf8 = strictly(bytes, 0, bytes.length, StandardCharsets.UTF_8);
    return utf8 != null ? sound(withoutMark(utf8), false) : sound(new String(bytes, WINDOWS), true);
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
      if (mark == 0xFFFE) {
        return StandardCharsets.UTF_16LE;
      }
      if (mark == 0xFEFF) {
        return StandardCharsets.UTF_16BE;
      }
    }
    int even = 0;
    int odd = 0;
    int looked = Math.min(bytes.length, MOST_ZEROS_LOOKED_AT);
    for (int i = 0; i < looked; i++) {
      even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
      odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
    }
    if (odd > looked / 4 && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return even > looked / 4 && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
  }

  private static String sound(String text, boolean wasNoUtf8) {
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableException("is no text: it holds zero bytes");
    }
    String damaged = doublyEncoded(text);
    if (damaged != null && wasNoUtf8) {
      throw new UnreadableException(
          "mixes two encodings: '" + damaged + "' is UTF-8 in a text of windows-1252");
    }
    if (damaged != null) {
      throw new UnreadableException(
          "is UTF-8 that was read as Latin-1 and saved again ('"
              + damaged
              + "'); take the file as it was published");
    }
    if (text.indexOf(REPLACEMENT) >= 0) {
      int at = text.indexOf(REPLACEMENT);
      String near = text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 10));
      throw new UnreadableException(
          "has lost characters (U+FFFD near '" + near.replaceAll("\\s", " ") + "')");
    }
    if (wasNoUtf8 && DOS.matcher(text).find() && !NORDIC.matcher(text).find()) {
      throw new UnreadableException("is in a code page of DOS; save it as UTF-8");
    }
    return text;
  }

  /** The first characters that are UTF-8 read as windows-1252, or null. */
  private static @Nullable String doublyEncoded(String text) {
    Matcher foreign = FOREIGN.matcher(text);
    while (foreign.find()) {
      String run = foreign.group();
      byte[] bytes = narrow(run);
      String again =
          bytes == null ? null : strictly(bytes, 0, bytes.length, StandardCharsets.UTF_8);
      if (again != null && again.length() < run.length() && isWord(again)) {
        return run;
      }
    }
    return null;
  }

  /** Whether there is a letter or sign that is not made by a hard space after a capital. */
  private static boolean isWord(String text) {
    return text.codePoints().anyMatch(c -> c < 0x250 || (c >= 0x2010 && c <= 0x2122));
  }

  private static byte @Nullable [] narrow(String run) {
    byte[] bytes = new byte[run.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = run.charAt(i);
      if (c == '\u00A0' && i > 0 && run.charAt(i - 1) != '\u00C3') {
        return null;
      }
      byte[] one = String.valueOf(c).getBytes(WINDOWS);
      boolean kept = one.length == 1 && (one[0] != '?' || c == '?');
      if (!kept && c > 0xFF) {
        return null;
      }
      bytes[i] = kept ? one[0] : (byte) c;
    }
    return bytes;
  }

  private static @Nullable String strictly(byte[] bytes, int from, int length, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
