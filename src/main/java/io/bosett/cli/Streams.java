package io.bosett.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output streams of a command.
 *
 * @param out the answer and nothing else
 * @param err everything else
 */
record Streams(PrintStream out, PrintStream err) {
  private static final int BUFFER = 1 << 16;

  /** Streams in UTF-8, whatever the machine's locale. */
  static Streams of(OutputStream out, OutputStream err) {
    return new Streams(
        new PrintStream(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  /** The streams of the process. */
  static Streams ofProcess() {
    return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
  }
}
