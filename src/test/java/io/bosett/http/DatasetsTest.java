package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures: those that ship with the program, and uploads. */
@Tag("slow")
final class DatasetsTest {
  private static final Path NORWAY = Path.of("models", "norway-2018");

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String small(int population) {
    return "{\"id\": \"two\", \"title\": \"Two places\", \"indicators\": [{\"id\": \"population\","
        + " \"unit\": \"persons\", \"source\": \"made up\", \"licence\": \"CC0-1.0\","
        + " \"description\": \"Inhabitants\"}], \"municipalities\": ["
        + "{\"id\": \"A\", \"name\": \"=Aa\", \"county\": \"1\", \"indicators\":"
        + " {\"population\": {\"2017\": "
        + population
        + "}}},"
        + "{\"id\": \"B\", \"name\": \"Bø\", \"county\": \"1\", \"indicators\":"
        + " {\"population\": {\"2017\": 100}}}]}";
  }

  /** What is sent is kept as it is: nobody but its author knows what was meant. */
  @Test
  void an_upload_whose_ids_have_lost_their_zeros_is_taken_with_a_warning() {
    String sound = small(1).replace("\"two\"", "\"lost-zeros\"");
    String lost = sound.replace("\"A\"", "\"301\"").replace("\"B\"", "\"1201\"");
    Reply reply = service.put("/v1/datasets/lost-zeros", lost).is(201);
    assertThat(reply.json().get("warnings")).hasSize(1);
    assertThat(reply.at("/warnings/0")).contains("unequal length", "'0301'");
    Reply mended = service.put("/v1/datasets/lost-zeros", sound).is(200);
    assertThat(mended.json().get("warnings")).isEmpty();
  }

  private static byte[] zip(List<String> names, String id) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        String text = Files.readString(NORWAY.resolve(Path.of(name).getFileName()));
        zip.write(text.replace("\"norway-2018\"", "\"" + id + "\"").getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Reply put(String id, byte[] body) {
    return service.send(
        service
            .to("/v1/datasets/" + id)
            .PUT(BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/zip"));
  }

  @Test
  void what_ships_is_described_and_cannot_be_replaced() {
    Reply list = service.get("/v1/datasets").is(200);
    assertThat(list.json().get("items"))
        .anyMatch(item -> item.get("id").asString().equals("norway-2018"));
    Reply one = service.get("/v1/datasets/norway-2018").is(200);
    assertThat(one.json().get("municipalities").asInt()).isEqualTo(422);
    assertThat(one.json().get("shipped").asBoolean()).isTrue();
    assertThat(one.at("/indicators/0/source")).isNotEmpty();
    assertThat(one.json().at("/indicators/0/years/0/numbers").asInt()).isPositive();
    service.put("/v1/datasets/norway-2018", small(5)).isProblem(409, "dataset-ships");
  }

  @Test
  void rows_come_as_json_or_csv() {
    Reply json = service.get("/v1/datasets/norway-2018/municipalities").is(200);
    assertThat(json.json().get("municipalities").size()).isEqualTo(422);
    Reply csv =
        service.get("/v1/datasets/norway-2018/municipalities", "Accept", "text/csv").is(200);
    assertThat(csv.text().lines().count()).isEqualTo(423);
    assertThat(csv.header("ETag")).isNotEqualTo(json.header("ETag"));
    service
        .get("/v1/datasets/norway-2018/municipalities", "Accept", "application/xml")
        .isProblem(406, "not-acceptable");
  }

  @Test
  void an_upload_is_solved_on_and_replaced_by_the_next_version() {
    Reply first = service.put("/v1/datasets/two", small(300)).is(201);
    assertThat(first.header("Location")).isEqualTo("/v1/datasets/two");
    assertThat(first.json().get("version").asInt()).isEqualTo(1);
    String scenario =
        "{\"dataset\": \"two\", \"year\": 2018, \"demand\": {\"persons\": 8}, \"places\":"
            + " {\"minimum\": 1}, \"criteria\": [{\"id\": \"p\", \"weight\": 1, \"base\":"
            + " {\"indicator\": \"population\", \"year\": 2017}}]}";
    Reply before = service.post("/v1/allocations", scenario).is(201);
    Reply csv = service.get(before.header("Location") + "/places?format=csv").is(200);
    assertThat(csv.text()).contains("A,'=Aa,1,6,0");
    Reply second = service.put("/v1/datasets/two", small(100)).is(200);
    assertThat(second.json().get("version").asInt()).isEqualTo(2);
    Reply after = service.post("/v1/allocations", scenario).is(201);
    assertThat(service.get(after.header("Location") + "/places?format=csv").text())
        .contains("A,'=Aa,1,4,0");
    Reply kept = service.get(before.header("Location") + "/dataset").is(200);
    assertThat(kept.json().at("/municipalities/0/indicators/population/2017").asInt())
        .isEqualTo(300);
  }

  @Test
  void of_first_uploads_at_once_one_is_new() throws Exception {
    int many = 6;
    CountDownLatch ready = new CountDownLatch(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<Integer>> replies = new ArrayList<>();
      String body = small(7).replace("\"two\"", "\"race\"");
      for (int i = 0; i < many; i++) {
        replies.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return service.put("/v1/datasets/race", body).status();
                }));
      }
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> reply : replies) {
        codes.add(reply.get());
      }
      assertThat(codes).containsOnly(200, 201).filteredOn(code -> code == 201).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void an_upload_that_is_no_dataset_is_refused_with_its_faults() {
    service.put("/v1/datasets/two", "{").isProblem(400, "invalid-dataset");
    service.put("/v1/datasets/three", small(5)).isProblem(400, "invalid-dataset");
    service.put("/v1/datasets/..x", small(5)).isProblem(400, "invalid-dataset");
    service
        .put("/v1/datasets/two", small(5), "Content-Type", "text/csv")
        .isProblem(415, "type-not-read");
    put("two", "no zip".getBytes(UTF_8)).isProblem(400, "invalid-dataset");
  }

  @Test
  void boundaries_are_kept_and_served_where_there_are_some() {
    service.put("/v1/datasets/bare", small(300).replace("\"two\"", "\"bare\""));
    service.get("/v1/datasets/bare/boundaries").isProblem(404, "not-found");
    assertThat(service.get("/v1/datasets/bare").json().at("/links/boundaries").isMissingNode())
        .isTrue();
    service.put("/v1/datasets/three-places", ContractStock.DATASET);
    String path = service.get("/v1/datasets/three-places").is(200).at("/links/boundaries");
    Reply reply = service.get(path).is(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(reply.at("/features/0/id")).isEqualTo("A");
    assertThat(reply.at("/features/0/properties/name")).isEqualTo("Aa");
    assertThat(reply.json().at("/features/0/geometry").toString())
        .isEqualTo(
            "{\"type\":\"Polygon\","
                + "\"coordinates\":[[[10,59.5],[11,59.5],[11,60.5],[10,59.5]]]}");
    assertThat(service.get(path, "Accept", "application/json").is(200).text())
        .isEqualTo(reply.text());
    service.get(path, "If-None-Match", reply.header("ETag")).is(304);
  }

  @Test
  void rows_of_a_dataset_without_tiles_have_those_that_are_made() {
    service.put("/v1/datasets/bare", small(300).replace("\"two\"", "\"bare\""));
    Reply first = service.get("/v1/datasets/bare/municipalities").is(200);
    assertThat(first.json().at("/municipalities/0/tile").toString())
        .matches("\\{\"column\":\\d+,\"row\":\\d+}");
    assertThat(first.json().at("/municipalities/1/tile"))
        .isNotEqualTo(first.json().at("/municipalities/0/tile"));
    assertThat(service.get("/v1/datasets/bare/municipalities").text()).isEqualTo(first.text());
    JsonNode halden =
        service.get("/v1/datasets/norway-2018/municipalities").json().at("/municipalities/0/tile");
    assertThat(halden.toString()).isEqualTo("{\"column\":16,\"row\":38}");
  }

  @Test
  void a_zip_of_a_folder_is_a_dataset() throws IOException {
    List<String> names = List.of("dataset.json", "municipalities.csv", "indicators.csv");
    Reply reply = put("again", zip(names, "again")).is(201);
    assertThat(reply.at("/contentHash"))
        .isEqualTo(service.get("/v1/datasets/norway-2018").at("/contentHash"));
  }

  @Test
  void a_zip_that_leads_out_of_its_folder_is_refused() throws IOException {
    List<String> names = List.of("dataset.json", "municipalities.csv", "../indicators.csv");
    put("out", zip(names, "out")).isProblem(400, "invalid-dataset");
  }
}
