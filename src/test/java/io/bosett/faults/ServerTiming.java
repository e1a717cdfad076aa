package io.bosett.faults;

import java.util.Map;
import java.util.TreeMap;

/** The header {@code Server-Timing}: the phases of a response in milliseconds. */
public final class ServerTiming {
  private ServerTiming() {}

  /** The phases by name; empty when the response says none. */
  public static Map<String, Double> of(ServiceResponse answer) {
    Map<String, Double> phases = new TreeMap<>();
    for (String phase : answer.headers().firstValue("Server-Timing").orElse("").split(",")) {
      String[] parts = phase.strip().split(";dur=");
      if (parts.length == 2) {
        phases.put(parts[0], Double.parseDouble(parts[1]));
      }
    }
    return phases;
  }
}
