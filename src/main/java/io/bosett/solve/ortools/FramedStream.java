package io.bosett.solve.ortools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Messages of ASCII text on a stream that others may write on as well. A message goes out in lines
 * that begin with a marker, each preceded by a line break and written at once, and short enough for
 * the system to keep it in one piece; so it survives between the buffers that native libraries
 * print.
 */
final class FramedStream {
  private static final String MARKER = "@bosett";
  private static final String MORE = MARKER + "+";
  private static final String LAST = MARKER + ".";

  /** With marker and line breaks below 4,096 bytes, what a pipe takes in one piece (PIPE_BUF). */
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
   * @param messages hears every message
   * @param others hears every other line that is not empty
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
