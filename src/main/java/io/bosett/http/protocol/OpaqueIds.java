package io.bosett.http.protocol;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable ids: 128 random bits, URL-safe. */
public final class OpaqueIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private OpaqueIds() {}

  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
