package io.bosett.store;

import io.bosett.model.Sha256;

/**
 * A content-addressed document. The array is shared and must not be changed.
 *
 * @param hash SHA-256 of the bytes, in hexadecimal
 * @param bytes as they were given, not compressed
 */
public record Content(String hash, byte[] bytes) {
  /** A document with its hash computed. */
  public static Content of(byte[] bytes) {
    return new Content(Sha256.hex(bytes), bytes);
  }
}
