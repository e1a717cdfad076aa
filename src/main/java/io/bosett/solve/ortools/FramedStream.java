package io.bosett.solve.ortools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Frames messages of ASCII text on a stream that native libraries print to as well. A message is
 * sent as lines that begin with a marker, each preceded by a line break, written at once, and short
 * enough for the system to write atomically; so it survives between the output of native buffers.
 */
final class FramedStream {
  private static final String MARKER = "@bosett";
  private static final String MORE = MARKER + "+";
  private static final String LAST = MARKER + ".";

  /** With marker and line breaks below 4,096 bytes, which a pipe writes atomically (PIPE_BUF). */
  private static final int PIECE = 4_000;

  private FramedStream() {}

  /** Writes a message. Callers must not overlap. */
  static void write(OutputStream out, String message) throws IOException {
    int from = 0;
    while (message.length() - from > PIECE) {
      line(out, MORE, message.substring(from, from + PIECE));
      from += PIECE;
    }
    line(out, LAST, message.substring(from));
    out.flush();
  }

  private static void line(OutputStream out, String marker, String text) throws IOException {
    out.write(("\n" + marker + text + "\n").getBytes(ISO_8859_1));
  }

  /**
   * Reads until the stream ends.
   *
   * @param messages receives every message
   * @param others receives every other line that is not empty
   */
  static void read(InputStream in, Consumer<String> messages, Consumer<String> others)
      throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    StringBuilder message = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(MORE)) {
        message.append(line, MORE.length(), line.length());
      } else if (line.startsWith(LAST)) {
        messages.accept(message.append(line, LAST.length(), line.length()).toString());
        message.setLength(0);
      } else if (!line.isEmpty()) {
        others.accept(line);
      }
    }
  }
}
