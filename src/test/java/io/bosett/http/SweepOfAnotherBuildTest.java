package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sweep over HTTP whose counts another build of the program wrote. */
@Tag("slow")
final class SweepOfAnotherBuildTest {
  private static final String SWEEP =
      "{\"scenario\": "
          + Samples.THREE_PLACES
          + ", \"draws\": {\"count\": 1000, \"seed\": 1, \"axes\": [{\"name\": \"demand\", \"at\":"
          + " \"/demand/persons\", \"between\": [10, 30]}]}}";

  /** Writes the counts of a sweep in another format; none is how the first builds wrote them. */
  private static void write(Path counts, String json, String format) throws IOException {
    String other = json.replaceFirst("\"format\":\\s*\\[\\s*1\\s*\\],?", format);
    assertThat(other).isNotEqualTo(json);
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(counts))) {
      zip.write(other.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void its_summary_is_a_conflict_and_its_points_can_still_be_read() throws IOException {
    try (Running service = Running.start()) {
      Reply job = service.post("/v1/sweeps", SWEEP, "Prefer", "wait=60").is(201);
      assertThat(job.at("/state")).isEqualTo("SUCCEEDED");
      String place = job.header("Location");
      Path counts =
          service
              .folder()
              .resolve("sweeps")
              .resolve(job.at("/id"))
              .resolve("summary/counts.json.gz");
      String json;
      try (InputStream in = new GZIPInputStream(Files.newInputStream(counts))) {
        json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      for (String format : List.of("", "\"format\": [2],")) {
        write(counts, json, format);
        for (String view : List.of("/summary", "/summary?format=html")) {
          Reply conflict = service.get(place + view).is(409);
          assertThat(conflict.at("/type")).isEqualTo("urn:problem:another-version");
          assertThat(conflict.at("/detail"))
              .contains("counts.json.gz: has counts in format " + (format.isEmpty() ? 0 : 2))
              .contains("expected 1, for another build of this version wrote it");
        }
        service.get(place).is(200);
        service.get(place + "/points?limit=1").is(200);
        service.get(place + "/points/7").is(200);
      }
      write(counts, json, "\"format\": [ 1 ],");
      assertThat(service.get(place + "/summary").is(200).json().at("/solved").asInt())
          .isEqualTo(1_000);
    }
  }
}
