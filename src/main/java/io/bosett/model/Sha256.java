package io.bosett.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in lower-case hexadecimal unless said otherwise. */
public final class Sha256 {
  private Sha256() {}

  /** The hash of some bytes. */
  public static String hex(byte[] bytes) {
    return hex(digest(), bytes);
  }

  /** The hash of a text in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The 32 bytes of the hash of a text in UTF-8. */
  public static byte[] bytes(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of what a stream holds. */
  public static String hex(InputStream stream) throws IOException {
    MessageDigest digest = digest();
    byte[] some = new byte[1 << 13];
    for (int count = stream.read(some); count >= 0; count = stream.read(some)) {
      digest.update(some, 0, count);
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest, byte[] bytes) {
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  /** The hash of what a digest has been given. */
  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A digest that has been given nothing yet. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
