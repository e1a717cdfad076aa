package io.bosett.benchmark.run;

import io.bosett.benchmark.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a child process to its end, one way or another, and takes down what it says. */
final class BoundedProcess {
  /** Exit code of a JVM that was told to end when memory runs out. */
  private static final int OUT_OF_MEMORY = 3;

  private static final String GONE = "";
  private static final long GLANCE_MILLIS = 50;
  private static final int LONGEST = 400;

  private final Process process;
  private final Path folder;
  private final ResidentMemory memory;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private @Nullable Line line;

  private BoundedProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    memory = new ResidentMemory(process.toHandle());
    Thread reader = new Thread(this::read, "child-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * What became of a child.
   *
   * @param line what it said last, or null
   * @param ending ANSWERED when it came to its own end
   * @param detail how it ended otherwise
   */
  record Outcome(
      @Nullable Line line, Heat.Ending ending, String detail, double ownMb, double childrenMb) {}

  /**
   * Runs a main class of this class path.
   *
   * @param heapMb largest heap
   * @param patience seconds without a sign of life after which it is ended
   */
  static Outcome run(int heapMb, double patience, String main, List<String> args)
      throws IOException {
    Path folder = Files.createTempDirectory("bosett-benchmark-");
    try {
      BoundedProcess child = new BoundedProcess(start(folder, heapMb, main, args), folder);
      Thread hook = new Thread(child::end);
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        return child.outcome(patience);
      } finally {
        child.end();
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } finally {
      delete(folder);
    }
  }

  private static Process start(Path folder, int heapMb, String main, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMb + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        if (!text.isEmpty()) {
          said.add(text);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // It is gone, which is what comes next.
    }
    said.add(GONE);
  }

  private Outcome outcome(double patience) throws IOException {
    long deadline = deadline(patience);
    while (true) {
      String text = poll();
      memory.look();
      if (text == null && System.nanoTime() > deadline) {
        return outcome(Heat.Ending.KILLED, "no sign of life for " + Math.round(patience) + " s");
      } else if (text != null && text.equals(Channel.DONE)) {
        return outcome(Heat.Ending.ANSWERED, "");
      } else if (text != null && text.equals(GONE)) {
        return gone();
      } else if (text != null) {
        deadline = deadline(patience);
        take(text);
      }
    }
  }

  private static long deadline(double patience) {
    return System.nanoTime() + (long) (patience * 1e9);
  }

  private @Nullable String poll() {
    try {
      return said.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GONE;
    }
  }

  private void take(String text) {
    if (text.startsWith(Channel.LINE)) {
      line = Json.MAPPER.readValue(text.substring(Channel.LINE.length()), Line.class);
    }
  }

  private Outcome gone() throws IOException {
    int code = exitCode();
    return code == OUT_OF_MEMORY
        ? outcome(Heat.Ending.OUT_OF_MEMORY, "the heap was too small")
        : outcome(Heat.Ending.CRASHED, "exit code " + code + errors());
  }

  private int exitCode() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** The first lines on standard error. */
  private String errors() throws IOException {
    String text =
        new String(Files.readAllBytes(folder.resolve("errors")), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), LONGEST));
  }

  private Outcome outcome(Heat.Ending ending, String detail) {
    return new Outcome(line, ending, detail, memory.own(), memory.children());
  }

  /** Ends the process and all that it started. */
  private void end() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    exitCode();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      System.err.println("benchmark: cannot delete " + folder);
    }
  }
}
