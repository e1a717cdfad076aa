package io.bosett.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs command lines in this process. */
final class Cli {
  static final Path NORWAY = Path.of("models", "norway-2018");
  static final Path SMALL = Path.of("models", "small");
  static final Path LETTER = NORWAY.resolve("letter.json");

  private Cli() {}

  /** The outcome of a command line. */
  record Outcome(int code, byte[] bytes, String out, String err) {}

  static Outcome run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int code = Bosett.run(Streams.of(out, err), texts);
    return new Outcome(
        code,
        out.toByteArray(),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }
}
