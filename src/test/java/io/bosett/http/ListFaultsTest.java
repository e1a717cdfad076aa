package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the parameters of a list is told at once. */
@Tag("slow")
final class ListFaultsTest {
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"allocations", "analyses", "sweeps", "scenarios", "sweeps/none/points"})
  void a_bad_cursor_is_told_with_the_other_faults(String list) {
    Reply reply = service.get("/v1/" + list + "?limit=0&cursor=%21&other=1").is(400);
    assertThat(reply.json().at("/errors")).hasSize(3);
    assertThat(reply.text())
        .contains("limit", "is none of this list", "a nextCursor of it", "other");
  }
}
