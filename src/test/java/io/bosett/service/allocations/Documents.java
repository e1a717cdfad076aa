package io.bosett.service.allocations;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  static byte[] letter() {
    return model("norway-2018/letter.json");
  }
}
