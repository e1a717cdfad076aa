package io.bosett.service.jobs;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unguessable random ids. */
final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final int BYTES_OF_INCIDENT = 6;

  private RandomIds() {}

  /** The id of an allocation or a process. */
  static String next() {
    return hex(BYTES);
  }

  /** The id of an incident, short enough to be read out. */
  static String incident() {
    return hex(BYTES_OF_INCIDENT);
  }

  private static String hex(int size) {
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
