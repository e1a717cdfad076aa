package io.bosett.benchmark.load;

import io.bosett.faults.Letters;
import io.bosett.faults.ServiceClient;
import io.bosett.faults.ServiceResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people do with the service, mixed. Every answer is held to what it must be. Safe for use
 * from many threads.
 */
final class Use {
  private final ServiceClient caller;
  private final Recent recent = new Recent();
  private final AtomicLong names = new AtomicLong();
  private final AtomicLong allocations = new AtomicLong();

  Use(ServiceClient caller) {
    this.caller = caller;
  }

  /** Something that is done. */
  enum Deed {
    SOLVE(40),
    WATCH(8),
    NATIVE(1),
    CANCEL(1),
    READ(14),
    LIST(8),
    TABLE(8),
    COMPARE(6),
    EXPLAIN(5),
    EXPORT(4),
    KEEP(3),
    VALIDATE(2);

    private final int weight;

    Deed(int weight) {
      this.weight = weight;
    }

    /** One of them, by weight. */
    static Deed drawn(SplittableRandom random) {
      int all = java.util.Arrays.stream(values()).mapToInt(deed -> deed.weight).sum();
      int left = random.nextInt(all);
      for (Deed deed : values()) {
        left -= deed.weight;
        if (left < 0) {
          return deed;
        }
      }
      throw new IllegalStateException("weights");
    }
  }

  /** How many allocations were made. */
  long allocations() {
    return allocations.get();
  }

  /**
   * Does something.
   *
   * @throws Surprise when the answer is not what it must be
   */
  void run(Deed deed, SplittableRandom random) throws IOException {
    if (recent.isEmpty()) {
      solve(random);
    }
    switch (deed) {
      case SOLVE -> solve(random);
      case WATCH -> watch(random);
      case NATIVE -> expect(201, allocate(Letters.solvedBy(name(), "cbc", random), "wait=30"));
      case CANCEL -> cancel(random);
      case READ -> read(random);
      case LIST -> expect(200, caller.get("/v1/allocations?limit=50"));
      case TABLE -> table(random);
      case COMPARE -> compare(random);
      case EXPLAIN -> explain(random);
      case EXPORT -> export(random);
      case KEEP -> keep(random);
      case VALIDATE ->
          expect(200, caller.post("/v1/scenarios/validate", Letters.varied(name(), random)));
    }
  }

  /** An answer that must not be. */
  static final class Surprise extends IOException {
    private static final long serialVersionUID = 1L;

    Surprise(String what) {
      super(what);
    }
  }

  private String name() {
    return "soak " + names.incrementAndGet();
  }

  private ServiceResponse allocate(byte[] scenario, String prefer) throws IOException {
    ServiceResponse answer = caller.allocate(scenario, "Prefer", prefer);
    if (answer.status() < 300) {
      allocations.incrementAndGet();
    }
    return answer;
  }

  private void solve(SplittableRandom random) throws IOException {
    ServiceResponse answer = expect(201, allocate(Letters.varied(name(), random), "wait=30"));
    String state = answer.json().path("state").asString();
    if (!state.equals("SUCCEEDED")) {
      throw new Surprise("solved, but " + answer);
    }
    recent.add(answer.allocation(), answer.json().path("status").asString().equals("OPTIMAL"));
  }

  private void watch(SplittableRandom random) throws IOException {
    ServiceResponse answer = allocate(Letters.varied(name(), random), "respond-async");
    if (answer.status() != 201) {
      expect(202, answer);
    }
    String id = answer.allocation();
    String events = expect(200, caller.get("/v1/allocations/" + id + "/events")).text();
    if (!events.contains("ended")) {
      throw new Surprise("events without an end: " + events);
    }
  }

  private void cancel(SplittableRandom random) throws IOException {
    byte[] large = Letters.large(name(), 1_000, "highs", 30);
    String id = expect(202, allocate(large, "respond-async")).allocation();
    ServiceClient.pause(random.nextInt(3_000));
    ServiceResponse answer = caller.post("/v1/allocations/" + id + "/cancel", new byte[0]);
    if (answer.status() != 409) {
      expect(202, answer);
    }
  }

  private void read(SplittableRandom random) throws IOException {
    String path = recent.path(random);
    expect(200, caller.get(path));
    expect(200, caller.get(path + "/result"));
    expect(200, caller.get(path + "/scenario", "Accept-Encoding", "gzip"));
  }

  private void table(SplittableRandom random) throws IOException {
    List<String> formats = List.of("json", "csv", "xlsx", "geojson");
    String format = formats.get(random.nextInt(formats.size()));
    expect(200, caller.get(recent.path(random) + "/places?format=" + format));
  }

  private void compare(SplittableRandom random) throws IOException {
    String left = recent.id(random);
    String right =
        random.nextBoolean()
            ? "{\"allocation\": \"" + recent.id(random) + "\"}"
            : "{\"dataset\": \"norway-2018\", \"indicator\": \"requested\", \"year\": 2018}";
    String body = "{\"left\": {\"allocation\": \"" + left + "\"}, \"right\": " + right + "}";
    expect(200, caller.post("/v1/comparisons", body.getBytes(StandardCharsets.UTF_8)));
  }

  private void explain(SplittableRandom random) throws IOException {
    String one = random.nextBoolean() ? "/0301" : "";
    expect(200, caller.get(recent.path(random) + "/explanation" + one));
  }

  private void export(SplittableRandom random) throws IOException {
    List<String> kinds = List.of("/certificate", "/model?format=mps", "/model?format=lp", "/log");
    expect(200, caller.get(recent.path(random) + kinds.get(random.nextInt(kinds.size()))));
  }

  private void keep(SplittableRandom random) throws IOException {
    ServiceResponse kept =
        expect(201, caller.post("/v1/scenarios", Letters.varied(name(), random)));
    String location = kept.header("Location");
    ServiceResponse again = expect(200, caller.get(location));
    String tag = again.header("ETag");
    expect(200, caller.put(location, Letters.varied(name(), random), "If-Match", tag));
    expect(412, caller.delete(location, "If-Match", tag));
    expect(204, caller.delete(location, "If-Match", caller.get(location).header("ETag")));
  }

  private static ServiceResponse expect(int status, ServiceResponse answer) throws Surprise {
    if (answer.status() != status) {
      throw new Surprise("expected " + status + ", got " + answer);
    }
    return answer;
  }
}
