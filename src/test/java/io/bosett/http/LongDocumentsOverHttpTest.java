package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small documents with millions of choices for each municipality, which once held threads. */
@Tag("slow")
final class LongDocumentsOverHttpTest {
  private static final int POSTS = 40;
  private static final List<String> SOLVERS =
      List.of("decomposition", "decomposition", "cp-sat", "decomposition", "highs");

  @Test
  void ten_million_persons_without_caps_leave_no_stray_thread_and_are_explained() {
    try (Running service = Running.start()) {
      List<String> locations = new ArrayList<>();
      for (int k = 0; k < POSTS; k++) {
        Reply reply = service.post("/v1/allocations", scenario(k), "Prefer", "respond-async");
        locations.add(reply.is(202).header("Location"));
      }
      for (String location : locations) {
        await()
            .atMost(Duration.ofMinutes(5))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> service.get(location).json().hasNonNull("endedAt"));
        Reply ended = service.get(location);
        assertThat(ended.at("/state")).as(ended.text()).isEqualTo("SUCCEEDED");
        Reply explanation = service.get(location + "/explanation").is(200);
        assertHonest(explanation);
        service.get(location + "/explanation/M001").is(200);
      }
      await()
          .atMost(Running.PATIENCE)
          .untilAsserted(
              () -> assertThat(service.get("/metrics").text()).contains("bosett_solves_strays 0"));
      assertThat(service.post("/v1/allocations", Samples.LETTER).is(201).at("/status"))
          .isEqualTo("OPTIMAL");
    }
  }

  /** Complete exactly when no effect is unknown. */
  private static void assertHonest(Reply explanation) {
    boolean complete = explanation.json().at("/complete").asBoolean();
    assertThat(explanation.text().contains("\"outcome\":\"UNKNOWN\""))
        .as(explanation.text())
        .isEqualTo(!complete);
  }

  private static String scenario(int k) {
    int places = List.of(2, 3, 10, 47, 160).get(k % 5);
    StringBuilder municipalities = new StringBuilder();
    for (int i = 0; i < places; i++) {
      municipalities.append(
          String.format(
              Locale.ROOT,
              "%s{\"id\": \"M%03d\", \"name\": \"M%03d\", \"county\": \"1\","
                  + " \"indicators\": {\"a\": {\"2017\": %d}, \"b\": {\"2017\": %d}}}",
              i == 0 ? "" : ", ",
              i + 1,
              i + 1,
              1_000 + i % (1 + k % 4),
              50 + (i * 7 + k) % (1 + k % 3)));
    }
    String document =
        """
        {"year": 2018, "demand": {"persons": 10000000, "minors": %d}, "fit": "%s",
         "solver": {"name": "%s", "timeLimitSeconds": 1},
         "municipalities": [%s],
         "criteria": [{"id": "1", "weight": 2, "base": {"indicator": "a", "year": 2017}},
          {"id": "2", "weight": 1, "base": {"indicator": "b", "year": 2017}}]}
        """;
    return document.formatted(
        List.of(0, 1_000, 3_000_000, 9_999_999).get(k % 4),
        k % 2 == 0 ? "overlap" : "score",
        SOLVERS.get(k / 3 % SOLVERS.size()),
        municipalities);
  }
}
