package io.bosett.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario documents for tests. */
final class Samples {
  static final String THREE_PLACES = read("small/three-places");
  static final String LETTER = read("norway-2018/letter");

  private Samples() {}

  /** The letter with wishes about the solver. */
  static String withSolver(String wishes) {
    return LETTER.replaceFirst("\\{", "{\"solver\": {" + wishes + "},");
  }

  /** One whose solver takes seconds before it says anything, for its process must start. */
  static String slow() {
    return withSolver("\"name\": \"highs\", \"timeLimitSeconds\": 60");
  }

  static String read(String name) {
    try {
      return Files.readString(Path.of("models", name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
