package io.bosett.service.sweeps;

import io.bosett.common.DaemonThreads;
import io.bosett.common.ShieldedCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code spark-submit} with the driver of a sweep, as a child process. It ends when its standard
 * input does, so it outlives this process by seconds at most, and its application with it.
 */
final class SparkChild {
  private static final String JOB = "io.bosett.sweep.spark.SweepJob";

  /** Settings of this program are none of Spark's; some are secret. */
  private static final String OWN_VARIABLES = "BOSETT_";

  private static final long READING_MILLIS = 2_000;

  /** Exit codes above are those of signals. */
  private static final int SIGNALS = 128;

  private final Process process;
  private final Thread reader;

  private SparkChild(Process process, Consumer<String> said) {
    this.process = process;
    reader = DaemonThreads.of("spark-" + process.pid(), () -> read(said));
    reader.start();
  }

  /**
   * Starts the job on a result folder that has the record of the sweep.
   *
   * @param name of the application, for people who look at the master
   * @param said receives each line of its output, on another thread
   */
  static SparkChild start(SparkSettings spark, String name, URI out, Consumer<String> said)
      throws IOException {
    List<String> command =
        List.of(
            spark.submit().toString(),
            "--master",
            spark.master(),
            "--deploy-mode",
            "client",
            "--name",
            name,
            "--class",
            JOB,
            spark.job().toString(),
            "--out",
            out.toString(),
            "--end-with-input");
    ProcessBuilder builder = new ProcessBuilder(ShieldedCommand.of(command));
    builder.environment().keySet().removeIf(variable -> variable.startsWith(OWN_VARIABLES));
    return new SparkChild(builder.redirectErrorStream(true).start(), said);
  }

  private void read(Consumer<String> said) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said);
    } catch (IOException | UncheckedIOException e) {
      // it was ended
    }
  }

  /** Whether it has ended, after at most so long. */
  boolean hasEnded(long millis) throws InterruptedException {
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    if (ended) {
      reader.join(READING_MILLIS);
    }
    return ended;
  }

  /** The exit code of one that has ended. */
  int code() {
    return process.exitValue();
  }

  /** Whether a signal has ended it, rather than itself. */
  boolean isKilled() {
    return code() > SIGNALS;
  }

  /** Ends it: it is told to, and killed after a while with all that it has started. */
  void end(long longestMillis) {
    try {
      process.getOutputStream().close();
      process.waitFor(longestMillis, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // it has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
