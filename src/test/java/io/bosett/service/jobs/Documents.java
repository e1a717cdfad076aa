package io.bosett.service.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario documents for tests. */
final class Documents {
  private Documents() {}

  /** A document of {@code models}. */
  static byte[] model(String name) {
    try {
      return Files.readAllBytes(Path.of("models", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] small() {
    return model("small/three-places.json");
  }

  /** With a time limit. */
  static byte[] smallWithin(double seconds) {
    String solver = "\"year\": 2018, \"solver\": {\"timeLimitSeconds\": " + seconds + "},";
    return new String(small(), StandardCharsets.UTF_8)
        .replace("\"year\": 2018,", solver)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] letter() {
    return model("norway-2018/letter.json");
  }
}
