package io.bosett.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content-addressed document. The array is shared and must not be changed.
 *
 * @param hash SHA-256 of the bytes, in hexadecimal
 * @param bytes as they were given, not compressed
 */
public record Content(String hash, byte[] bytes) {
  /** A document with its hash computed. */
  public static Content of(byte[] bytes) {
    return new Content(hash(bytes), bytes);
  }

  /** SHA-256 in hexadecimal. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
