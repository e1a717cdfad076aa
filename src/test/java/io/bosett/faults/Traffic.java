package io.bosett.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A load of callers that post scenarios one after the other, some waiting for the answer and some
 * not, read what has ended, and record all responses in a ledger.
 */
final class Traffic implements AutoCloseable {
  private final ServiceClient service;
  private final Ledger ledger;
  private final String prefix;
  private final List<Thread> callers = new ArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
  private volatile boolean stopped;

  private Traffic(ServiceClient service, Ledger ledger, String prefix) {
    this.service = service;
    this.ledger = ledger;
    this.prefix = prefix;
  }

  /**
   * Starts callers.
   *
   * @param prefix of the scenarios' names, so that these are unique
   */
  static Traffic start(
      ServiceClient service, Ledger ledger, String prefix, int callers, long seed) {
    Traffic traffic = new Traffic(service, ledger, prefix);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int c = 0; c < callers; c++) {
      int number = c;
      SplittableRandom random = seeds.split();
      Thread thread = new Thread(() -> traffic.call(number, random), "caller-" + c);
      thread.setDaemon(true);
      traffic.callers.add(thread);
      thread.start();
    }
    return traffic;
  }

  private void call(int caller, SplittableRandom random) {
    try {
      for (int k = 0; !stopped; k++) {
        step(prefix + "-" + caller + "-" + k, random);
      }
    } catch (RuntimeException | Error e) {
      trouble.compareAndSet(null, e);
    }
  }

  private void step(String name, SplittableRandom random) {
    String solver = random.nextInt(12) == 0 ? "cbc" : "decomposition";
    Ledger.Posting posting =
        new Ledger.Posting(name, Letters.solvedBy(name, solver, random.split()));
    String prefer = random.nextInt(3) == 0 ? "respond-async" : "wait=10";
    ledger.posting(posting);
    try {
      ServiceResponse answer =
          service.allocate(posting.body(), "Prefer", prefer, "Idempotency-Key", posting.name());
      hear(posting, answer);
      if (answer.status() == 201) {
        read(answer.allocation());
      }
    } catch (IOException e) {
      unanswered.incrementAndGet();
      ServiceClient.pause(5);
    }
  }

  private void hear(Ledger.Posting posting, ServiceResponse answer) {
    switch (answer.status()) {
      case 201, 202 -> {
        ledger.acknowledged(posting, answer.allocation());
        answered.incrementAndGet();
      }
      case 429 -> {
        ledger.refused(posting);
        refuse(answer);
      }
      // Whether it was kept is open when the database went away in the midst of it.
      case 503 -> refuse(answer);
      default -> ledger.contradiction("to " + posting.name() + ": " + answer);
    }
  }

  private void refuse(ServiceResponse answer) {
    refused.incrementAndGet();
    if (!answer.isProblem()) {
      ledger.contradiction("no problem document: " + answer);
    }
    ServiceClient.pause(ThreadLocalRandom.current().nextInt(20, 60));
  }

  private void read(String id) throws IOException {
    ServiceResponse document = service.allocation(id);
    ServiceResponse result = service.get("/v1/allocations/" + id + "/result");
    if (document.status() == 200 && result.status() == 200) {
      ledger.ended(id, new Ledger.Told(document.body(), result.body()));
    } else if (document.status() != 503 && result.status() != 503) {
      ledger.contradiction("of " + id + ", which has ended: " + document + "\n" + result);
    }
  }

  /** How many postings were taken. */
  int answered() {
    return answered.get();
  }

  /** How many were refused because of a state that passes. */
  int refused() {
    return refused.get();
  }

  /** How many were not answered. */
  int unanswered() {
    return unanswered.get();
  }

  /** Waits until so many more postings were taken, or the time is up; whether they were. */
  boolean awaitAnswered(int more, long millis) {
    int goal = answered.get() + more;
    for (long t = 0; t < millis && answered.get() < goal; t += 10) {
      ServiceClient.pause(10);
    }
    return answered.get() >= goal;
  }

  /** Lets every caller finish what it is at. */
  @Override
  public void close() {
    stopped = true;
    for (Thread caller : callers) {
      try {
        caller.join(100_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (caller.isAlive()) {
        throw new IllegalStateException(caller.getName() + " hangs");
      }
    }
    Throwable thrown = trouble.get();
    if (thrown != null) {
      throw new IllegalStateException("a caller broke down", thrown);
    }
  }
}
