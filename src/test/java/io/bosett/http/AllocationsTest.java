package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.bosett.documents.result.ResultJson;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.resource.KeptAllocationLookup;
import io.bosett.service.jobs.QueueSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of allocations, and what is made of the answers. */
@Tag("slow")
final class AllocationsTest {
  private static Running service;
  private static String letter;
  private static String small;

  @BeforeAll
  static void start() {
    service = Running.start();
    small = service.post("/v1/allocations", Samples.THREE_PLACES).is(201).header("Location");
    letter = service.post("/v1/allocations", Samples.LETTER).is(201).header("Location");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> ids(Reply list) {
    List<String> ids = new ArrayList<>();
    list.is(200)
        .json()
        .get("items")
        .forEach(one -> ids.add("/v1/allocations/" + one.get("id").asString()));
    return ids;
  }

  @Test
  void the_newest_comes_first() {
    assertThat(ids(service.get("/v1/allocations"))).containsSubsequence(letter, small);
    Reply first = service.get("/v1/allocations?limit=1");
    assertThat(ids(first)).hasSize(1);
    String next = first.at("/nextCursor");
    assertThat(ids(service.get("/v1/allocations?limit=200&cursor=" + next))).contains(small);
  }

  @Test
  void filters_let_through_what_they_say() {
    assertThat(ids(service.get("/v1/allocations?status=OPTIMAL&state=SUCCEEDED")))
        .contains(letter, small);
    assertThat(ids(service.get("/v1/allocations?status=INFEASIBLE"))).isEmpty();
    assertThat(ids(service.get("/v1/allocations?solver=cp-sat"))).isEmpty();
    assertThat(ids(service.get("/v1/allocations?solver=decomposition"))).contains(letter);
    assertThat(ids(service.get("/v1/allocations?scenario=none"))).isEmpty();
  }

  @Test
  void places_come_as_json_csv_workbook_and_map() {
    Reply json = service.get(letter + "/places").is(200);
    assertThat(json.header("Content-Type")).isEqualTo("application/json");
    assertThat(json.json().at("/places/0/municipality").asString()).isEqualTo("0101");
    Reply csv = service.get(letter + "/places", "Accept", "text/csv").is(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition"))
        .matches("attachment; filename=\"places-[A-Za-z0-9_-]+\\.csv\"");
    assertThat(csv.text())
        .startsWith("municipality,name,county,persons,")
        .contains("0301,Oslo,03,614,49");
    Reply excel = service.get(letter + "/places?format=csv&dialect=excel").is(200);
    assertThat(excel.text())
        .startsWith("\uFEFFmunicipality;name;")
        .contains("0301;Oslo;03;614;49;563,");
    Reply book = service.get(letter + "/places?format=xlsx").is(200);
    assertThat(book.text()).startsWith("PK");
    assertThat(book.header("Content-Type")).contains("spreadsheetml");
    Reply map = service.get(letter + "/places", "Accept", "application/geo+json").is(200);
    assertThat(map.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(map.json().at("/features/0/geometry/type").asString()).isEqualTo("Point");
  }

  @Test
  void a_log_says_when_an_allocation_was_submitted_before_anything_else_is_known() {
    Running narrow =
        Running.start(
            new QueueSettings(
                1,
                1,
                10,
                10,
                Duration.ofSeconds(600),
                100_000,
                50,
                1_000,
                0,
                Duration.ofSeconds(15),
                "test"),
            Running.SETTINGS);
    try {
      String running = submit(narrow);
      await()
          .atMost(Running.PATIENCE)
          .until(() -> narrow.get(running).at("/state").equals("RUNNING"));
      String queued = submit(narrow);
      assertThat(narrow.get(running + "/log").is(200).text())
          .containsPattern("^[-0-9]{10}T[:.0-9]{12}Z submitted\n.* claimed, attempt 1\n$");
      assertThat(narrow.get(queued + "/log").text()).containsPattern("^\\S+Z submitted\n$");
      narrow.post(queued + "/cancel", "").is(202);
      assertThat(narrow.get(queued).at("/state")).isEqualTo("CANCELED");
      assertThat(narrow.get(queued + "/log").text())
          .containsPattern("^\\S+Z submitted\n\\S+Z canceled, without a result\n$");
      narrow.post(running + "/cancel", "").is(202);
    } finally {
      narrow.close();
    }
  }

  private static String submit(Running narrow) {
    return narrow
        .post("/v1/allocations", Samples.endless(), "Prefer", "respond-async")
        .is(202)
        .header("Location");
  }

  @Test
  void the_best_of_the_accepted_types_is_written() {
    String accept = "text/csv;q=0.5, application/geo+json;q=0.9, */*;q=0.1";
    Reply reply = service.get(letter + "/places", "Accept", accept).is(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(reply.header("Vary")).contains("Accept");
    service.get(letter + "/places", "Accept", "image/png").isProblem(406, "not-acceptable");
    Reply unknown = service.get(letter + "/places?format=pdf");
    unknown.isProblem(406, "not-acceptable");
    assertThat(unknown.at("/detail")).contains("'pdf'", "json, csv, xlsx, geojson");
  }

  @Test
  void an_answer_explains_itself() {
    Reply whole = service.get(letter + "/explanation").is(200);
    assertThat(whole.at("/rules/0/pointer")).isEqualTo("/demand/persons");
    assertThat(whole.at("/rules/0/words")).startsWith("Persons to be settled: exactly 4,400;");
    Reply bokmaal = service.get(letter + "/explanation?language=nb").is(200);
    assertThat(bokmaal.header("Content-Language")).isEqualTo("nb");
    assertThat(bokmaal.at("/rules/0/words"))
        .startsWith("Personer som skal bosettes: nøyaktig 4\u00a0400;");
    Reply next = service.get(letter + "/explanation/1933").is(200);
    assertThat(next.json().get("place").intValue()).isEqualTo(1);
    assertThat(next.at("/words/0")).contains(", 1st in line;");
    Reply oslo = service.get(letter + "/explanation/0301").is(200);
    assertThat(oslo.at("/standing/name")).isEqualTo("Oslo");
    assertThat(oslo.json().get("alternatives").isEmpty()).isFalse();
    service.get(letter + "/explanation/9999").isProblem(404, "not-found");
  }

  @Test
  void a_certificate_holds_all_that_a_stranger_needs() {
    Reply reply = service.get(letter + "/certificate").is(200);
    assertThat(reply.at("/result/proof")).isEqualTo("CERTIFIED");
    assertThat(reply.json().at("/hashes/scenario").asString())
        .isEqualTo(service.get(letter).at("/scenarioHash"));
    assertThat(reply.json().get("scenario")).isEqualTo(service.get(letter + "/scenario").json());
  }

  @Test
  void a_kept_result_of_an_earlier_version_is_no_defect() {
    String result = service.get(letter + "/result").is(200).text();
    byte[] old = result.replace("\"hashForm\":\"rfc8785\",", "").getBytes(UTF_8);
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> KeptAllocationLookup.ours(() -> ResultJson.read(old)));
    assertThat(refused.problem().status()).isEqualTo(409);
    assertThat(refused.problem().detail())
        .startsWith("/certificate/hashForm is missing, so the hashes are of the form before")
        .endsWith("solve the scenario again");
  }

  @Test
  void the_program_is_written_for_other_solvers() {
    assertThat(service.get(small + "/model").is(200).text()).startsWith("*").contains("ROWS");
    assertThat(service.get(small + "/model?format=lp").is(200).text()).contains("Subject To");
    service.get(small + "/model?format=gams").isProblem(400, "invalid-parameters");
  }

  @Test
  void two_allocations_are_compared() {
    String id = letter.substring(letter.lastIndexOf('/') + 1);
    String left = "{\"left\": {\"allocation\": \"" + id + "\"}, \"right\": ";
    Reply same =
        service.post("/v1/comparisons", left + "{\"allocation\": \"" + id + "\"}}").is(200);
    assertThat(same.json().get("distance").asLong()).isZero();
    Reply real =
        service
            .post(
                "/v1/comparisons",
                left
                    + "{\"dataset\": \"norway-2018\", \"indicator\": \"requested\", \"year\": 2018}}")
            .is(200);
    assertThat(real.json().get("selectedInCommon").asInt()).isEqualTo(177);
    service
        .post("/v1/comparisons", left + "{\"allocation\": \"none\"}}")
        .isProblem(404, "not-found");
    service
        .post(
            "/v1/comparisons",
            left + "{\"dataset\": \"norway-2018\", \"indicator\": \"x\", \"year\": 2018}}")
        .isProblem(400, "invalid-document");
    service.post("/v1/comparisons", "{}").isProblem(400, "invalid-document");
  }

  @Test
  void numbers_that_nobody_stored_are_compared_on_a_scenario_that_nobody_stored() {
    String asked =
        "\"left\": {\"dataset\": \"norway-2018\", \"indicator\": \"requested\", \"year\": 2018}";
    String numbers = "\"right\": {\"numbers\": {\"0301\": 600, \"1201\": 20, \"1103\": 0}}";
    String scenario = "\"scenario\": " + Samples.LETTER;
    Reply reply =
        service
            .post("/v1/comparisons", "{" + scenario + ", " + asked + ", " + numbers + "}")
            .is(200);
    assertThat(reply.json().at("/left/totals/persons").asInt()).isEqualTo(5_350);
    assertThat(reply.json().at("/right/totals/selected").asInt()).isEqualTo(2);
    assertThat(reply.json().get("overlap").asInt()).isEqualTo(370 + 20);
    assertThat(reply.json().at("/left/fit/criteria").size()).isEqualTo(3);
    assertThat(
            service
                .post(
                    "/v1/comparisons?language=nb",
                    "{" + scenario + ", " + asked + ", " + numbers + "}")
                .at("/notes/0"))
        .startsWith("Summene skiller seg med 4 730 personer");
    String id = letter.replaceAll(".*/", "");
    Reply stored =
        service
            .post("/v1/comparisons", "{" + asked + ", \"right\": {\"allocation\": \"" + id + "\"}}")
            .is(200);
    assertThat(stored.json().at("/left/fit")).isEqualTo(reply.json().at("/left/fit"));
    Reply changed =
        service
            .post(
                "/v1/comparisons",
                "{\"scenario\": {\"allocationId\": \""
                    + id
                    + "\", \"changes\": {\"demand\": {\"persons\": 5350}}}, "
                    + asked
                    + ", "
                    + numbers
                    + "}")
            .is(200);
    assertThat(changed.json().at("/left/fit/persons").asDouble())
        .isNotEqualTo(stored.json().at("/left/fit/persons").asDouble());
    assertThat(faults("{\"scenario\": {\"year\": 2018}, " + asked + ", " + numbers + "}"))
        .contains("/scenario/demand");
    assertThat(faults("{" + asked + ", \"right\": {\"numbers\": {\"0301\": -1}}}"))
        .contains("/right/numbers/0301");
  }

  private static String faults(String comparison) {
    return service.post("/v1/comparisons", comparison).isProblem(400, "invalid-document").text();
  }

  @Test
  void who_asks_for_compression_gets_it() {
    Reply reply =
        service.sendUnchecked(
            service.to(letter + "/places").GET().header("Accept-Encoding", "gzip"));
    reply.is(200);
    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(reply.bytes().length).isLessThan(service.get(letter + "/places").bytes().length / 3);
    assertThat(reply.header("Vary")).contains("Accept-Encoding");
  }
}
