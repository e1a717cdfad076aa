package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Malformed HTTP on some connections leaves the others alone: each sound request is carried out and
 * answered once. With pooled buffers about one of 20,000 was not; with {@code -Dbosett.cases=1.0}
 * enough are sent to see that.
 */
@Tag("slow")
final class MalformedBesideSoundTest {
  private static final long SEED = Long.getLong("bosett.seed", 20_261_127L);
  private static final int SOUND =
      (int) (100_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));
  private static final int CALLERS = 4;
  private static final String REQUEST_ID = "X-Request-Id";

  private final AtomicLong next = new AtomicLong();
  private final AtomicInteger malformed = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  void every_answer_is_that_of_its_request() throws InterruptedException {
    try (Running service = Running.start()) {
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        long seed = SEED + i;
        callers.add(new Thread(() -> sendSound(service.port()), "sound-" + i));
        callers.add(new Thread(() -> sendMalformed(service.port(), seed), "malformed-" + i));
      }
      callers.forEach(Thread::start);
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertThat(faults).as("seed %d, %d malformed requests beside", SEED, malformed.get()).isEmpty();
    assertThat(malformed.get()).isGreaterThan(SOUND / 20);
  }

  private void sendSound(int port) {
    try (ContractSession session = new ContractSession(port)) {
      for (long at = next.getAndIncrement(); at < SOUND; at = next.getAndIncrement()) {
        String id = "sound-" + at;
        ContractReply reply = session.ask(sound(at % 3).with(REQUEST_ID, id));
        if (reply == null || !reply.header(REQUEST_ID).equals(id)) {
          faults.add(id + " was answered " + (reply == null ? "nothing" : reply.headers().map()));
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      faults.add("a connection broke off: " + e);
    }
  }

  private static ContractRequest sound(long kind) {
    if (kind == 0) {
      return ContractRequest.of("GET", "/health/live");
    }
    if (kind == 1) {
      return ContractRequest.of("GET", "/v1/none");
    }
    return ContractRequest.of("POST", "/v1/sweeps")
        .with("Content-Type", "application/json")
        .withBody(ContractStock.utf8("{\"scenario\": {}, \"draws\": {}}"));
  }

  private void sendMalformed(int port, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ContractSession session = new ContractSession(port);
    while (next.get() < SOUND && faults.isEmpty()) {
      byte[] noise = new byte[random.nextInt(1, 400)];
      random.nextBytes(noise);
      try {
        session.ask(noise, "GET");
      } catch (IOException brokenOff) {
        // The server may hang up on noise.
      }
      malformed.incrementAndGet();
    }
  }
}
