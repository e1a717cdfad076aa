package io.bosett.http.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.result.CertificateFile;
import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large answers are sent piece by piece, and are the same documents; hostile ones are refused. */
@Tag("slow")
final class LargeAnswersTest {
  private static Running service;
  private static String letter;

  @BeforeAll
  static void start() {
    service = Running.start();
    letter = service.post("/v1/allocations", Samples.LETTER).is(201).header("Location");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<byte[]> plain(String method, String path, String coding)
      throws IOException, InterruptedException {
    var client = java.net.http.HttpClient.newHttpClient();
    return client.send(
        Running.with(service.to(path), "Accept-Encoding", coding)
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LETTER", "THREE_PLACES", "CONTRADICTION"})
  void a_certificate_made_of_stored_documents_is_the_one_that_is_written_from_objects(String name) {
    String scenario =
        switch (name) {
          case "LETTER" -> Samples.LETTER;
          case "THREE_PLACES" -> Samples.THREE_PLACES;
          default -> Samples.THREE_PLACES.replace("\"minimum\": 3", "\"minimum\": 30");
        };
    Reply solved = service.post("/v1/allocations", scenario).is(201);
    if (name.equals("CONTRADICTION")) {
      assertThat(solved.at("/status")).isEqualTo("INFEASIBLE");
    }
    byte[] certificate = service.get(solved.header("Location") + "/certificate").is(200).bytes();
    assertThat(new String(certificate, StandardCharsets.UTF_8))
        .isEqualTo(CertificateFile.read(certificate).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate", "explanation", "model", "dataset"})
  void compressed_or_not_it_is_the_same_document(String part) throws Exception {
    String path = letter + "/" + part;
    HttpResponse<byte[]> whole = plain("GET", path, "identity");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body().length).as("large enough").isGreaterThan(1 << 16);
    assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
    HttpResponse<byte[]> packed = plain("GET", path, "br, gzip;q=0.5");
    if (packed.headers().firstValue("Content-Encoding").isPresent()) {
      assertThat(packed.body().length).isLessThan(whole.body().length / 2);
      assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
          .isEqualTo(whole.body());
    } else {
      assertThat(packed.body()).isEqualTo(whole.body());
    }
    HttpResponse<byte[]> refused = plain("GET", path, "gzip;q=0");
    assertThat(refused.body()).isEqualTo(whole.body());
    HttpResponse<byte[]> head = plain("HEAD", path, "identity");
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
  }

  @Test
  void a_million_faults_are_answered_by_the_first_hundred_and_the_count() {
    String faulty = "{\"year\": 2018, \"municipalities\": [" + "0,".repeat(1_000_000) + "0]}";
    Reply refused =
        service.post("/v1/scenarios/validate", faulty).isProblem(400, "invalid-scenario");
    assertThat(refused.json().get("errors")).hasSize(101);
    assertThat(refused.text()).containsPattern("has 999\\d{3} more faults, not listed");
  }

  @Test
  void a_document_that_would_fill_the_memory_is_refused_before_it_is_parsed() {
    long budget = Runtime.getRuntime().maxMemory() / 16 * 6;
    int values = (int) Math.min(3_300_000, budget / 90 + 100_000);
    String hostile = "{\"year\": 2018, \"municipalities\": [" + "{},".repeat(values) + "{}]}";
    Reply refused = service.post("/v1/scenarios/validate", hostile);
    assertThat(refused.status()).as(refused.text()).isIn(413, 400);
    if (budget / 90 < values) {
      refused.isProblem(413, "body-too-large");
      assertThat(refused.at("/detail")).contains("MB of memory");
    }
    service.get("/health/ready").is(200);
  }
}
