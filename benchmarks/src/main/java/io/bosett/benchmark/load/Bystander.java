package io.bosett.benchmark.load;

import io.bosett.faults.Letters;
import io.bosett.faults.ServiceClient;
import io.bosett.faults.ServiceResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Somebody who uses the service while others load it: asks for one thing after the other. */
final class Bystander {
  static final String READY = "GET /health/ready";
  static final String LIST = "GET /v1/allocations";
  static final String SOLVE = "POST /v1/allocations";

  private static final long PAUSE = 100;

  private final ServiceClient caller;
  private final SortedMap<String, List<Double>> millis = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  Bystander(ServiceClient caller) {
    this.caller = caller;
  }

  /** A request. */
  private interface Ask {
    ServiceResponse ask() throws IOException;
  }

  void run(long seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      timed(READY, 200, () -> caller.get("/health/ready"));
      timed(LIST, 200, () -> caller.get("/v1/allocations?limit=50"));
      timed(SOLVE, 201, () -> caller.allocate(Letters.letter(), "Prefer", "wait=30"));
      ServiceClient.pause(PAUSE);
    }
  }

  private void timed(String what, int status, Ask request) {
    long begun = System.nanoTime();
    try {
      ServiceResponse answer = request.ask();
      if (answer.status() != status) {
        faults.add(what + ": " + answer);
      }
    } catch (IOException e) {
      faults.add(what + ": " + e);
    }
    millis.computeIfAbsent(what, key -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
  }

  List<String> faults() {
    return faults;
  }

  /** The times by request. */
  SortedMap<String, Distribution> response() {
    SortedMap<String, Distribution> response = new TreeMap<>();
    millis.forEach((what, times) -> response.put(what, Distribution.of(times)));
    return response;
  }
}
