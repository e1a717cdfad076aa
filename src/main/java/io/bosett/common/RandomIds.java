package io.bosett.common;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Ids and secrets from the secure random generator, which nobody can guess. */
public final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** 128 bits, with which no two ids ever meet. */
  private static final int ID_BYTES = 16;

  private RandomIds() {}

  /** An id of 128 bits in hexadecimal. */
  public static String hex() {
    return hex(ID_BYTES);
  }

  /** So many random bytes in hexadecimal. */
  public static String hex(int bytes) {
    return HexFormat.of().formatHex(random(bytes));
  }

  /** An id of 128 bits that may stand in a URL as it is. */
  public static String urlSafe() {
    return urlSafe(ID_BYTES);
  }

  /** So many random bytes in the URL-safe Base64 alphabet, without padding. */
  public static String urlSafe(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
