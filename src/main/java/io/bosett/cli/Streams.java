package io.bosett.cli;

import io.bosett.documents.ErrorRecordingStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The output streams of a command. Print streams keep failures to themselves; that of standard
 * output is remembered, and ends every command with {@link ExitCode#NO_OUTPUT}.
 *
 * @param out the answer and nothing else
 * @param err everything else
 * @param remembering what {@code out} writes to
 */
record Streams(PrintStream out, PrintStream err, ErrorRecordingStream remembering) {
  private static final int BUFFER = 1 << 16;

  /** Streams in UTF-8, whatever the machine's locale. */
  static Streams of(OutputStream out, OutputStream err) {
    ErrorRecordingStream remembering = new ErrorRecordingStream(out);
    return new Streams(
        new PrintStream(
            new BufferedOutputStream(remembering, BUFFER), false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        remembering);
  }

  /** The streams of the process. */
  static Streams ofProcess() {
    return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
  }

  /** How writing the answer failed, after writing all of it that waits; null when it did not. */
  @Nullable IOException failure() {
    out.flush();
    return remembering.failure();
  }

  /** Whether nobody reads the answer any more. */
  boolean isAbandoned() {
    IOException failure = failure();
    return failure != null && isBrokenPipe(failure);
  }

  private static boolean isBrokenPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("Broken pipe") || message.contains("Connection reset");
  }
}
