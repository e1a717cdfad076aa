package io.bosett.cli;

import java.io.IOException;
import java.io.InputStream;

/** The scenario of the real letter as the program carries it, for warming up and rehearsing. */
final class DemoLetter {
  private static final String FILE = "/demo/letter.json";

  private DemoLetter() {}

  /** The document. */
  static byte[] read() throws IOException {
    try (InputStream in = DemoLetter.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      return in.readAllBytes();
    }
  }
}
