package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Documents of few bytes and millions of choices, with every rule: share rules, bands of regions,
 * groups of minors and earlier allocations with costs, all fits, by all exact solvers.
 */
@Tag("slow")
final class LongLegalDocumentsTest {
  private static final int POSTS = 30;
  private static final long SEED = 20_261_127;
  private static final int PERSONS = 10_000_000;

  /** Targets above a million are too large for the proportional fit. */
  private static final int PROPORTIONAL_PERSONS = 1_000_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void every_document_has_an_answer_and_no_thread_goes_astray() {
    try (Running service = Running.start()) {
      List<String> locations = new ArrayList<>();
      for (int k = 0; k < POSTS; k++) {
        Reply reply = service.post("/v1/allocations", scenario(k), "Prefer", "respond-async");
        assertThat(reply.status()).as("seed %d, %s", SEED + k, reply.text()).isEqualTo(202);
        locations.add(reply.header("Location"));
      }
      for (int k = 0; k < POSTS; k++) {
        String location = locations.get(k);
        await()
            .atMost(Duration.ofMinutes(5))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> service.get(location).json().hasNonNull("endedAt"));
        Reply ended = service.get(location);
        assertThat(ended.at("/state"))
            .as("seed %d, %s", SEED + k, ended.text())
            .isEqualTo("SUCCEEDED");
        assertThat(service.get(location + "/explanation").status())
            .as("the explanation of seed %d", SEED + k)
            .isEqualTo(ended.text().contains("\"objective\"") ? 200 : 409);
      }
      await()
          .atMost(Running.PATIENCE)
          .untilAsserted(
              () -> assertThat(service.get("/metrics").text()).contains("bosett_solves_strays 0"));
    }
  }

  private static String scenario(int k) {
    Random draw = new Random(SEED + k);
    int places = oneOf(draw, 2, 3, 7, 47, 160, 422);
    String fit = List.of("overlap", "score", "proportional").get(k % 3);
    int persons = fit.equals("proportional") ? PROPORTIONAL_PERSONS : PERSONS;
    ObjectNode scenario = MAPPER.createObjectNode().put("year", 2018).put("fit", fit);
    scenario
        .putObject("demand")
        .put("persons", persons)
        .put("minors", between(draw, 0, persons / 3));
    municipalities(draw, places, scenario.putArray("municipalities"));
    ArrayNode criteria = scenario.putArray("criteria");
    for (String figure : List.of("a", "b")) {
      criteria
          .addObject()
          .put("id", figure)
          .put("weight", between(draw, 1, 3))
          .putObject("base")
          .put("indicator", figure)
          .put("year", 2017);
    }
    rules(draw, places, persons, scenario);
    scenario
        .putObject("solver")
        .put("name", oneOf(draw, "decomposition", "cp-sat", "highs", "scip", "cbc"))
        .put("timeLimitSeconds", 1);
    return scenario.toString();
  }

  private static void municipalities(Random draw, int places, ArrayNode municipalities) {
    int levels = between(draw, 1, 5);
    for (int i = 0; i < places; i++) {
      ObjectNode one = municipalities.addObject().put("id", id(i)).put("name", id(i));
      ObjectNode figures = one.put("county", "" + i % 2).putObject("indicators");
      figures.putObject("a").put("2017", 1_000 + i % levels);
      figures.putObject("b").put("2017", 50 + (i * 7) % levels);
    }
  }

  private static void rules(Random draw, int places, int persons, ObjectNode scenario) {
    if (draw.nextDouble() < 0.5) {
      scenario.putObject("selection").put("share", 0.5).put("tolerance", 0.1);
    } else if (draw.nextDouble() < 0.5) {
      scenario.putObject("selection").put("atLeast", 1).put("atMost", (places + 1) / 2);
    }
    if (draw.nextDouble() < 0.3) {
      scenario.putObject("places").put("minimum", between(draw, 1, persons / places));
    }
    ObjectNode minors = scenario.putObject("minors").put("minimumGroup", oneOf(draw, 1, 5, 9_999));
    minors.put("maximumShare", oneOf(draw, 0.37, 0.5, 1.0));
    if (draw.nextDouble() < 0.5) {
      minors.putObject("municipalities").put("atMost", between(draw, 1, places));
    }
    if (draw.nextDouble() < 0.7) {
      ObjectNode region = scenario.putArray("regions").addObject().put("county", "0");
      region.putObject("persons").put("atLeast", persons / 10).put("atMost", persons / 3 * 2);
      region.putObject("minors").put("atMost", persons / 4);
      region.putObject("selected").put("atLeast", 1);
    }
    if (draw.nextDouble() < 0.6) {
      ObjectNode previous = scenario.putObject("previous");
      previous.put("costPerPersonMoved", oneOf(draw, 0.0, 0.01, 0.3));
      previous.put("costPerSwitch", oneOf(draw, 0.0, 0.5, 1_000.0));
      previous.putObject("allocation").put(id(0), between(draw, 0, persons)).put(id(1), 20);
    }
  }

  private static int between(Random draw, int least, int most) {
    return least + draw.nextInt(most - least + 1);
  }

  @SafeVarargs
  private static <T> T oneOf(Random draw, T... choices) {
    return choices[draw.nextInt(choices.length)];
  }

  private static String id(int i) {
    return "M" + (100 + i);
  }
}
