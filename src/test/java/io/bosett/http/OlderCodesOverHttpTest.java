package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Codes of earlier years, and figures that were not known yet, as they are told over HTTP. */
@Tag("slow")
final class OlderCodesOverHttpTest {
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String scenario(String dataset, int year, int known, String more) {
    return "{\"name\": \"of "
        + dataset
        + "\", \"dataset\": \""
        + dataset
        + "\", \"year\": "
        + year
        + ", \"demand\": {\"persons\": 4000}, \"places\": {\"minimum\": 10},"
        + "\"criteria\": [{\"id\": \"population\", \"weight\": 1,"
        + "\"base\": {\"indicator\": \"population\", \"year\": "
        + known
        + "}}]"
        + more
        + "}";
  }

  private static String of2018(String more) {
    return scenario("norway-2018", 2018, 2017, more);
  }

  @Test
  void figures_of_the_year_decided_or_later_are_warned_about() {
    String body = scenario("norway-2018", 2018, 2018, "");
    String warning =
        "[{\"pointer\":\"/criteria/0/base\","
            + "\"text\":\"population of 2018 was not known when 2018 was decided\"}]";
    Reply valid = service.post("/v1/scenarios/validate", body).is(200);
    assertThat(valid.json().get("warnings").toString()).isEqualTo(warning);
    Reply solved = service.post("/v1/allocations", body).is(201);
    assertThat(solved.json().get("warnings").toString()).isEqualTo(warning);
    Reply result = service.get(solved.header("Location") + "/result").is(200);
    assertThat(result.json().get("warnings").toString()).isEqualTo(warning);
    Reply preview = service.post("/v1/previews", body).is(200);
    assertThat(preview.json().get("warnings").toString()).isEqualTo(warning);
    Reply known = service.post("/v1/scenarios/validate", of2018("")).is(200);
    assertThat(known.json().get("warnings")).isEmpty();
  }

  @Test
  void older_codes_are_understood_and_told_and_what_was_asked_is_kept_as_it_was() {
    String older =
        of2018(
            ", \"fixed\": [{\"municipality\": \"0709\", \"persons\": 77}],"
                + "\"previous\": {\"allocation\": {\"0702\": 20, \"0714\": 5},"
                + " \"costPerPersonMoved\": 0.3}");
    String newer =
        older.replace("0709", "0712").replace("\"0702\": 20, \"0714\": 5", "\"0715\": 25");
    Reply solved = service.post("/v1/allocations", older).is(201);
    assertThat(solved.json().get("warnings").toString())
        .contains("\"pointer\":\"/previous/allocation\"", "0702 is 0715, 0714 is 0715")
        .contains("\"pointer\":\"/fixed\"", "0709 is 0712");
    String where = solved.header("Location");
    assertThat(service.get(where + "/scenario").is(200).text()).isEqualTo(older);
    Reply same = service.post("/v1/allocations", newer).is(201);
    assertThat(solved.json().get("objective")).isEqualTo(same.json().get("objective"));
    assertThat(solved.at("/scenarioHash")).isEqualTo(same.at("/scenarioHash"));
    JsonNode certificate = service.get(where + "/certificate").is(200).json();
    assertThat(certificate.at("/scenario/fixed/0/municipality").asString()).isEqualTo("0712");
    assertThat(service.get(where + "/explanation/0712").is(200).text()).contains("0712");
    assertThat(service.post("/v1/previews", older).is(200).json().get("warnings")).hasSize(2);
  }

  @Test
  void what_was_divided_is_refused_with_the_new_codes_and_places_are_those_that_were_sent() {
    String body =
        of2018(
            ", \"candidates\": {\"exclude\": [\"0702\", \"0714\", \"nowhere\"]},"
                + "\"fixed\": [{\"municipality\": \"0720\", \"persons\": 17}],"
                + "\"previous\": {\"allocation\": {\"0709\": -3}, \"costPerPersonMoved\": 0.3}");
    for (String path : new String[] {"/v1/scenarios/validate", "/v1/allocations"}) {
      JsonNode errors = service.post(path, body).isProblem(400, "invalid-scenario").json();
      assertThat(errors.get("errors").findValuesAsString("pointer"))
          .containsExactlyInAnyOrder(
              "/candidates/exclude/2", "/fixed/0/municipality", "/previous/allocation/0709");
      assertThat(errors.toString()).contains("[\"0704\",\"0710\"]");
    }
  }

  @Test
  void allocations_of_different_boundaries_are_compared_in_the_codes_of_the_later_ones() {
    String before = service.post("/v1/allocations", of2018("")).is(201).at("/id");
    String after =
        service.post("/v1/allocations", scenario("norway-2025", 2026, 2025, "")).is(201).at("/id");
    Reply refused = compare(before, "{\"allocation\": \"" + after + "\"}");
    refused.isProblem(409, "other-boundaries");
    assertThat(refused.at("/detail")).contains("1504 was divided since, into 1508, 1580");
    String without = ", \"candidates\": {\"exclude\": [\"1850\", \"1504\", \"1534\", \"5012\"]}";
    String some = service.post("/v1/allocations", of2018(without)).is(201).at("/id");
    for (Reply reply :
        new Reply[] {
          compare(some, "{\"allocation\": \"" + after + "\"}"),
          compare(after, "{\"allocation\": \"" + some + "\"}")
        }) {
      assertThat(reply.is(200).json().at("/notes/0").asString())
          .contains("has older codes: 0101 is");
      assertThat(reply.json().at("/left/totals/persons").asInt()).isEqualTo(4_000);
      assertThat(reply.json().at("/right/totals/persons").asInt()).isEqualTo(4_000);
      assertThat(reply.text()).doesNotContain("\"0101\"");
    }
    String figures = "{\"dataset\": \"norway-2025\", \"indicator\": \"settled\", \"year\": 2024}";
    assertThat(compare(some, figures).is(200).json().at("/notes/0").asString())
        .contains("has older codes");
  }

  private static Reply compare(String left, String right) {
    String body = "{\"left\": {\"allocation\": \"" + left + "\"}, \"right\": " + right + "}";
    return service.post("/v1/comparisons", body);
  }
}
