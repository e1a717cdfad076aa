package io.bosett.faults;

import java.util.Set;

/** What the small document says of an allocation. */
final class States {
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELED");

  private States() {}

  static String of(ServiceResponse allocation) {
    return allocation.json().path("state").asString();
  }

  static boolean isEnded(ServiceResponse allocation) {
    return ENDED.contains(of(allocation));
  }
}
