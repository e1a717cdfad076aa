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

  static String read(String name) {
    try {
      return Files.readString(Path.of("models", name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
