package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/allocations}. */
final class SubmissionTest {
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_scenario_is_solved_while_the_caller_waits() {
    Reply reply = service.post("/v1/allocations", Samples.LETTER).is(201);
    String location = reply.header("Location");
    assertThat(location).isEqualTo("/v1/allocations/" + reply.at("/id"));
    assertThat(reply.at("/state")).isEqualTo("SUCCEEDED");
    assertThat(reply.at("/status")).isEqualTo("OPTIMAL");
    assertThat(reply.json().at("/totals/persons").asInt()).isEqualTo(4400);
    Reply result = service.get(location + "/result").is(200);
    assertThat(result.json().at("/objective").asLong()).isEqualTo(3494323141L);
  }
}
