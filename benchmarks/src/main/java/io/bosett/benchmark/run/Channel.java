package io.bosett.benchmark.run;

import io.bosett.benchmark.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a child process says to the runner, over its standard output. Whatever else is printed
 * there, by native libraries through Java for instance, goes to standard error instead.
 */
final class Channel {
  static final String ALIVE = "alive";
  static final String LINE = "line ";
  static final String DONE = "done";

  /** Signs of life are not sent more often than that. */
  private static final long BREATH = 200_000_000;

  private final PrintStream out;
  private long last = System.nanoTime() - BREATH;

  private Channel(PrintStream out) {
    this.out = out;
  }

  /** Takes over standard output. */
  static Channel open() {
    System.setOut(System.err);
    FileOutputStream stream = new FileOutputStream(FileDescriptor.out);
    return new Channel(new PrintStream(stream, true, StandardCharsets.UTF_8));
  }

  /** Says that another solve begins; the runner waits for one time limit from here. */
  void alive() {
    long now = System.nanoTime();
    if (now - last >= BREATH) {
      last = now;
      out.println(ALIVE);
    }
  }

  /** Says what is known by now; a later line takes its place. */
  void line(Line line) {
    last = System.nanoTime();
    out.println(LINE + Json.line(line));
  }

  /** Says that nothing more comes, and waits until the runner has looked at this process. */
  void done() {
    out.println(DONE);
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // The runner is gone, and so is this process in a moment.
    }
  }
}
