package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.imports.ImportSamples;
import io.bosett.http.settings.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/datasets/{dataset}/imports}. */
@Tag("slow")
final class ImportsTest {
  private static final String BOUNDARY = "----figures";
  private static final String NEW = "Kommunenummer;Kommune;Innbyggere 2019\n301;Oslo;681 071\n";

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Uploads the Norwegian dataset of 2018 under an id of its own. */
  private static String norway(String id) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(ImportSamples.NORWAY)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv") || name.equals("dataset.json")) {
          String text = Files.readString(file).replace("\"norway-2018\"", "\"" + id + "\"");
          files.put(name, text.getBytes(UTF_8));
        }
      }
    }
    service
        .send(
            service
                .to("/v1/datasets/" + id)
                .PUT(BodyPublishers.ofByteArray(ContractStock.zip(files)))
                .header("Content-Type", "application/zip"))
        .is(201);
    return "/v1/datasets/" + id + "/imports";
  }

  private static byte[] form(String name, byte[] file, List<String> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String field : fields) {
      int at = field.indexOf('=');
      part(
          body, "name=\"" + field.substring(0, at) + "\"", field.substring(at + 1).getBytes(UTF_8));
    }
    part(body, "name=\"file\"; filename=\"" + name + "\"", file);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition;
    body.writeBytes((head + "\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static Reply post(String path, String type, byte[] body) {
    HttpRequest.Builder request = service.to(path).POST(BodyPublishers.ofByteArray(body));
    return service.send(request.header("Content-Type", type));
  }

  private static Reply postForm(String path, String name, byte[] file, List<String> fields) {
    return post(path, "multipart/form-data; boundary=" + BOUNDARY, form(name, file, fields));
  }

  @Test
  void figures_make_a_new_version_with_their_provenance_and_once_more_changes_nothing()
      throws IOException {
    String path = norway("taken-in");
    Reply made =
        postForm(path, "C:\\fakepath\\new.csv", NEW.getBytes(UTF_8), List.of("map=population"));
    made.is(201);
    assertThat(made.header("Location")).isEqualTo("/v1/datasets/taken-in");
    assertThat(made.json().get("version").asInt()).isEqualTo(2);
    assertThat(made.at("/file/name")).isEqualTo("new.csv");
    assertThat(made.json().at("/read/0/sum").asInt()).isEqualTo(681_071);
    assertThat(made.json().at("/changes/0/added").asInt()).isEqualTo(1);
    Reply rows = service.get("/v1/datasets/taken-in/municipalities").is(200);
    assertThat(rows.text()).contains("\"2019\":681071");
    Reply again = postForm(path, "new.csv", NEW.getBytes(UTF_8), List.of("map=population"));
    assertThat(again.is(200).json().get("version").asInt()).isEqualTo(2);
    assertThat(again.json().at("/changes/0/unchanged").asInt()).isEqualTo(1);
    Reply remembered = post(path + "?name=new.csv", "text/csv", NEW.getBytes(UTF_8));
    assertThat(remembered.json().get("asked")).as("the answer is remembered").isEmpty();
  }

  @Test
  void a_dry_run_shows_what_would_change_and_changes_nothing() throws IOException {
    String path = norway("dry");
    byte[] file = "Kommunenummer;population 2018\n0301;700000\n0101;31037\n".getBytes(UTF_8);
    Reply dry = post(path + "?dryRun=true", "text/csv", file).is(200);
    assertThat(dry.json().at("/changes/0/examples/0").toString())
        .isEqualTo("{\"municipality\":\"0301\",\"before\":\"673469\",\"after\":\"700000\"}");
    assertThat(service.get("/v1/datasets/dry").json().get("version").asInt()).isEqualTo(1);
  }

  /** Answers as a form does: the field takes what stands before, an answer, what stands after. */
  private static String answer(JsonNode asked, String wanted) {
    JsonNode choices = asked.get("choices");
    boolean isChoice = choices.valueStream().anyMatch(one -> one.asString().equals(wanted));
    assertThat(isChoice || asked.get("open").asBoolean()).as(asked.toString()).isTrue();
    return asked.get("field").asString()
        + "="
        + asked.get("before").asString()
        + wanted
        + asked.get("after").asString();
  }

  @Test
  void what_is_asked_can_be_answered_by_the_form_alone() throws IOException {
    String path = norway("asked");
    byte[] file = "Kommunenummer;Ledige boliger\n0301;12\n0101;x\n".getBytes(UTF_8);
    Map<String, String> answers =
        Map.of(
            "map",
            "vacant_homes",
            "year",
            "2019",
            "marker",
            "suppressed",
            "unit",
            "homes",
            "source",
            "Own count");
    List<String> fields = new ArrayList<>();
    Reply reply = postForm(path, "homes.csv", file, fields).is(200);
    for (int i = 0; i < 4 && reply.status() == 200; i++) {
      assertThat(reply.json().get("asked")).as(reply.text()).isNotEmpty();
      for (JsonNode asked : reply.json().get("asked")) {
        fields.add(answer(asked, answers.get(asked.get("field").asString())));
      }
      reply = postForm(path, "homes.csv", file, fields);
    }
    assertThat(reply.is(201).json().at("/newIndicators/0").asString()).isEqualTo("vacant_homes");
    assertThat(reply.json().at("/read/0/suppressed").asInt()).isEqualTo(1);
    JsonNode dataset = service.get("/v1/datasets/asked").json();
    assertThat(dataset.get("indicators").toString()).contains("\"unit\":\"homes\"");
  }

  @Test
  void a_file_that_cannot_be_used_is_refused_with_every_reason() throws IOException {
    String path = norway("refused");
    byte[] twice = "Kommunenummer;population 2018\n0301;1\n0301;2\n".getBytes(UTF_8);
    Reply reply = post(path + "?name=a.csv", "text/csv", twice).isProblem(400, "invalid-figures");
    assertThat(reply.at("/errors/0/pointer")).isEqualTo("/a.csv");
    assertThat(reply.at("/errors/0/detail")).contains("0301 stands twice");
    postForm(path, "a.csv", twice, List.of("year=x", "colour=red")).isProblem(400, "invalid-form");
    post(path, "multipart/form-data; boundary=" + BOUNDARY, twice).isProblem(400, "invalid-form");
    post(path, "multipart/form-data", twice).isProblem(400, "invalid-form");
    post(path, "image/png", twice).isProblem(415, "type-not-read");
    post(path + "?dryRun=maybe", "text/csv", twice).isProblem(400, "invalid-parameters");
    post("/v1/datasets/norway-2018/imports", "text/csv", twice).isProblem(409, "dataset-ships");
    post("/v1/datasets/none/imports", "text/csv", twice).isProblem(404, "not-found");
    assertThat(service.get("/v1/datasets/refused").json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void of_imports_at_the_same_time_none_is_lost() throws Exception {
    String path = norway("together");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int year = 2030; year < 2038; year++) {
        byte[] file = ("Kommunenummer;population " + year + "\n0301;" + year).getBytes(UTF_8);
        Callable<Reply> one = () -> post(path, "text/csv", file);
        replies.add(threads.submit(one));
      }
      for (Future<Reply> reply : replies) {
        reply.get().is(201);
      }
    } finally {
      threads.shutdownNow();
    }
    JsonNode dataset = service.get("/v1/datasets/together").json();
    assertThat(dataset.get("version").asInt()).isEqualTo(9);
    assertThat(dataset.get("indicators").toString()).contains("2030", "2037");
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void files_that_are_made_to_hurt_are_refused_and_the_service_goes_on() throws IOException {
    String path = norway("hostile");
    String octets = "application/octet-stream";
    Reply bomb = post(path, octets, bomb()).isProblem(400, "invalid-figures");
    assertThat(bomb.at("/errors/0/detail")).contains("unpacks to more than");
    String columns = "kommune" + ";2018".repeat(1_000_000) + "\n0101" + ";1".repeat(1_000_000);
    Reply wide = post(path, "text/csv", columns.getBytes(UTF_8)).isProblem(400, "invalid-figures");
    assertThat(wide.at("/errors/0/detail")).contains("16384");
    String html =
        "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><table><tr><td>&a;</table>";
    post(path, "text/html", html.getBytes(UTF_8)).isProblem(400, "invalid-figures");
    byte[] line = "1".repeat(30_000_000).getBytes(UTF_8);
    post(path, "text/csv", line).isProblem(400, "invalid-figures");
    assertThat(service.get("/v1/datasets/hostile").is(200).at("/version")).isEqualTo("1");
  }

  @Test
  void a_file_over_the_limit_is_not_read() throws IOException {
    ServerSettings small = Running.SETTINGS.withBodies(1_000, 2_000);
    try (Running other = Running.start(small)) {
      other.put("/v1/datasets/three-places", ContractStock.DATASET).is(201);
      other
          .send(
              other
                  .to("/v1/datasets/three-places/imports")
                  .POST(BodyPublishers.ofByteArray(new byte[3_000]))
                  .header("Content-Type", "text/csv"))
          .isProblem(413, "body-too-large");
    }
  }
}
