package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Sweeps of a service, seen by one of its callers. */
record ServedSweeps(ServiceClient caller) {
  static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Submits a sweep; returns its path. */
  String submitted(String body) throws IOException {
    ServiceResponse accepted =
        caller.post("/v1/sweeps", body.getBytes(StandardCharsets.UTF_8), "Prefer", "respond-async");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    return "/v1/sweeps/" + accepted.json().path("id").asString();
  }

  /** The document of a sweep as soon as it is as wanted. */
  ServiceResponse await(String path, Predicate<ServiceResponse> wanted) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ServiceResponse answer = caller.get(path);
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime()).as(answer.toString()).isLessThan(deadline);
      ServiceClient.pause(20);
      answer = caller.get(path);
    }
    return answer;
  }

  /** The document of a sweep as soon as it has ended. */
  ServiceResponse ended(String path) throws IOException {
    return await(path, States::isEnded);
  }

  /** The summary of a sweep. */
  String summary(String path) throws IOException {
    return caller.get(path + "/summary").text();
  }
}
