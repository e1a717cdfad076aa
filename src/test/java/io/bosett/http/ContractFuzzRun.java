package io.bosett.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A fuzzing run: sends the requests of a range of seeds over several connections and judges every
 * response.
 */
final class ContractFuzzRun {
  private static final int CALLERS = 4;
  private static final int MOST_FAILURES = 20;
  private static final int UNAVAILABLE = 503;
  private static final int OTHER_VERSION = 505;

  private static final List<String> PARTS =
      List.of(
          "",
          "/result",
          "/places",
          "/places?format=csv&dialect=excel",
          "/places?format=xlsx",
          "/places?format=geojson",
          "/explanation",
          "/explanation/0301",
          "/explanation/A",
          "/certificate",
          "/model",
          "/model?format=lp",
          "/scenario",
          "/dataset",
          "/log",
          "/events");

  private static final int SLOWEST_SHOWN = 5;

  /** A request that took long. */
  record Slow(double seconds, String request) {}

  private final NavigableSet<Slow> slowest =
      new ConcurrentSkipListSet<>(
          Comparator.comparingDouble(Slow::seconds).thenComparing(Slow::request));
  private final AtomicInteger followUps = new AtomicInteger();
  private final int port;
  private final ContractStock stock;
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

  ContractFuzzRun(int port, ContractStock stock) {
    this.port = port;
    this.stock = stock;
  }

  /** Every failure found so far, each with its seed. */
  List<String> failures() {
    return failures;
  }

  /** The slowest requests, the slowest first. */
  List<Slow> slowest() {
    return List.copyOf(slowest.descendingSet());
  }

  /** How often each status was answered. */
  Map<String, AtomicInteger> statuses() {
    return statuses;
  }

  /** Sends the requests of so many seeds, from one on. */
  void run(long first, int count) throws InterruptedException {
    AtomicLong next = new AtomicLong(first);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Thread caller = new Thread(() -> call(next, first + count), "caller-" + i);
      caller.start();
      callers.add(caller);
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private void call(AtomicLong next, long end) {
    try {
      callAll(next, end);
    } catch (IOException | RuntimeException | Error e) {
      failures.add("a caller broke down: " + e);
    }
  }

  private void callAll(AtomicLong next, long end) throws IOException {
    try (ContractSession session = new ContractSession(port)) {
      for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
        if (failures.size() >= MOST_FAILURES) {
          return;
        }
        one(session, seed);
      }
    }
  }

  /** How many requests asked more of what others made. */
  int followUps() {
    return followUps.get();
  }

  /** How many requests were sent, those not counted that ask more of what others made. */
  int sent() {
    return -followUps.get() + statuses.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private void one(ContractSession session, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    int kind = random.nextInt(24);
    ContractRequest request = ContractFuzz.request(stock, seed);
    try {
      if (kind == 0) {
        byte[] garbage = ContractOddities.garbage(random);
        rough(seed, "garbage", session.ask(garbage, "GET"));
      } else if (kind == 1) {
        byte[] damaged = ContractOddities.damaged(request.bytes(), random);
        rough(seed, request.toString(), session.ask(damaged, request.method()));
      } else {
        ContractRequest named = request.with("X-Request-Id", "seed-" + seed);
        ContractReply reply = timed(session, seed, named);
        fine(seed, named, reply);
        ofOther(seed, named, reply);
        if (reply != null && reply.status() == 201) {
          follow(session, seed, random, reply.header("Location"));
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(seed, request.toString(), List.of("broke off with " + e));
    }
  }

  private @Nullable ContractReply timed(ContractSession session, long seed, ContractRequest request)
      throws IOException {
    long began = System.nanoTime();
    try {
      return session.ask(request);
    } finally {
      double seconds = (System.nanoTime() - began) / 1e9;
      String line = "seed " + seed + ", " + request.method() + " " + request.path();
      slowest.add(new Slow(seconds, line.substring(0, Math.min(150, line.length()))));
      if (slowest.size() > SLOWEST_SHOWN) {
        slowest.pollFirst();
      }
    }
  }

  /** Requests everything of a created resource, some of it concurrently. */
  private void follow(ContractSession session, long seed, SplittableRandom random, String made)
      throws IOException {
    if (made.startsWith("/v1/allocations/")) {
      for (int i = 0; i < 4; i++) {
        String part = PARTS.get(random.nextInt(PARTS.size()));
        ContractRequest request = ContractRequest.of("GET", made + part);
        fine(seed, request, timed(session, seed, request));
        followUps.incrementAndGet();
      }
    }
  }

  /**
   * Judges malformed HTTP: the server may close the connection; a response must not be an internal
   * error.
   */
  private void rough(long seed, String request, @Nullable ContractReply reply) {
    count(reply);
    if (reply != null && isBreakdown(reply.status())) {
      fail(seed, request, List.of(reply.status() + " " + reply.text()));
    }
  }

  private void fine(long seed, ContractRequest request, @Nullable ContractReply reply) {
    count(reply);
    if (reply == null) {
      fail(seed, request.toString(), List.of("no answer"));
      return;
    }
    List<String> faults = new ArrayList<>(reply.faults(request.method(), request.path()));
    if (isBreakdown(reply.status())) {
      faults.add("a breakdown");
    }
    if (!faults.isEmpty()) {
      faults.add(reply.status() + " " + reply.headers().map());
      String text = reply.text();
      faults.add(text.substring(0, Math.min(1_500, text.length())));
      fail(seed, request.toString(), faults);
    }
  }

  /** Whether this is the answer to another request. One that was given a new id is not known. */
  private void ofOther(long seed, ContractRequest request, @Nullable ContractReply reply) {
    String id = reply == null ? "" : reply.header("X-Request-Id");
    if (id.startsWith("seed-") && !id.equals("seed-" + seed)) {
      fail(seed, request.toString(), List.of("the answer to " + id));
    }
  }

  private static boolean isBreakdown(int status) {
    return status >= 500 && status != UNAVAILABLE && status != OTHER_VERSION;
  }

  private void count(@Nullable ContractReply reply) {
    String status = reply == null ? "none" : Integer.toString(reply.status());
    statuses.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
  }

  private void fail(long seed, String request, List<String> faults) {
    failures.add("seed " + seed + ":\n" + request + "\n--\n" + String.join("\n", faults));
  }
}
