package io.bosett.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 of a JSON document in the canonical form of RFC 8785 (JCS), computed as a stream, so that
 * a document of any size takes no memory. This class puts texts and numbers into canonical form;
 * callers put members into canonical order (by UTF-16 code units, {@link String#compareTo}).
 */
public final class CanonicalJsonHash {
  /** The name of this form in a certificate. */
  public static final String FORM = "rfc8785";

  private static final int BUFFER = 1 << 12;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER];
  private int used;

  /** An empty document. */
  public CanonicalJsonHash() {
    digest = Sha256.digest();
  }

  /** Adds punctuation or a literal as it is: ASCII alone, of at most 4,096 characters. */
  @SuppressWarnings("deprecation") // copies ASCII characters without a character decoder
  public CanonicalJsonHash raw(String ascii) {
    int length = ascii.length();
    if (length > BUFFER - used) {
      flush();
    }
    ascii.getBytes(0, length, buffer, used);
    used += length;
    return this;
  }

  /** Adds one character of ASCII as it is. */
  public CanonicalJsonHash raw(char ascii) {
    if (used == BUFFER) {
      flush();
    }
    buffer[used++] = (byte) ascii;
    return this;
  }

  /** Adds a finite number. */
  public CanonicalJsonHash number(double value) {
    return raw(EcmaScriptNumber.of(value));
  }

  /** Adds a text in quotation marks. */
  public CanonicalJsonHash text(String text) {
    raw('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        raw((char) b);
      } else {
        ascii((char) b);
      }
    }
    return raw('"');
  }

  /** Adds a member's name with the colon. */
  public CanonicalJsonHash name(String name) {
    return text(name).raw(':');
  }

  private void ascii(char c) {
    if (c >= ' ') {
      if (c == '"' || c == '\\') {
        raw('\\');
      }
      raw(c);
      return;
    }
    raw('\\');
    switch (c) {
      case '\b' -> raw('b');
      case '\t' -> raw('t');
      case '\n' -> raw('n');
      case '\f' -> raw('f');
      case '\r' -> raw('r');
      default -> raw("u00").raw(HEX[c >> 4]).raw(HEX[c & 0xf]);
    }
  }

  /** The hash in lower-case hexadecimal; ends the document. */
  public String hex() {
    flush();
    return Sha256.hex(digest);
  }

  private void flush() {
    digest.update(buffer, 0, used);
    used = 0;
  }
}
