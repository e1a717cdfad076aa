package io.bosett.benchmark.load;

import io.bosett.benchmark.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The load generator: autocannon in a process of Node, in the version that the lock file names. */
final class Generator {
  private static final Path SOURCE = Path.of("benchmarks", "load");
  private static final Path HOME = Path.of("target", "benchmarks", "load");
  private static final int INSTALL_SECONDS = 300;
  private static final int SPARE_SECONDS = 90;

  private Generator() {}

  /**
   * What the generator is to do.
   *
   * @param url of the service
   * @param rate requests a second
   * @param warmUp seconds at that rate before the measured ones
   * @param seconds that are measured
   * @param request the one that is sent over and over
   * @param timeout seconds after which a request counts as failed
   */
  record Plan(String url, int rate, int warmUp, int seconds, Request request, int timeout) {
    /** One request; the body is a file. */
    record Request(String method, String path, Map<String, String> headers, String body) {}
  }

  /** Milliseconds below which so many of the responses came. */
  record Millis(
      double p50, double p90, double p95, double p99, double p999, double max, double mean) {}

  /** How late the generator itself was. */
  record Lag(double p99, double max) {}

  /**
   * What it saw.
   *
   * @param expected requests by the rate and the time
   * @param completed those of them that were answered
   * @param millis from when a request was to be sent
   * @param millisAsSent from when it was sent
   */
  record Seen(
      int rate,
      int seconds,
      int connections,
      long expected,
      long completed,
      Map<String, Long> statuses,
      long errors,
      long timeouts,
      Millis millis,
      Millis millisAsSent,
      Lag generatorLagMillis,
      double generatorCpuSeconds) {
    /** Answers with a result. */
    long solved() {
      return statuses.getOrDefault("201", 0L);
    }
  }

  /** Gets autocannon, unless the right one is there. */
  static Generator install() throws IOException {
    Path lock = HOME.resolve("package-lock.json");
    Path wanted = SOURCE.resolve("package-lock.json");
    boolean there =
        Files.exists(HOME.resolve("node_modules").resolve("autocannon"))
            && Files.exists(lock)
            && Files.mismatch(lock, wanted) < 0;
    if (!there) {
      Files.createDirectories(HOME);
      Files.copy(SOURCE.resolve("package.json"), HOME.resolve("package.json"), REPLACE);
      Files.copy(wanted, lock, REPLACE);
      run(INSTALL_SECONDS, List.of("npm", "ci", "--no-audit", "--no-fund"), HOME);
    }
    return new Generator();
  }

  private static final StandardCopyOption REPLACE = StandardCopyOption.REPLACE_EXISTING;

  /** Sends requests and says what came of them. */
  Seen run(Plan plan) throws IOException {
    Path file = HOME.resolve("plan.json");
    Files.writeString(file, Json.line(plan));
    int patience = plan.warmUp() + plan.seconds() + plan.timeout() + SPARE_SECONDS;
    List<String> command =
        List.of(
            "node", SOURCE.resolve("arrivals.mjs").toString(), HOME.toString(), file.toString());
    String said = run(patience, command, Path.of(""));
    return Json.MAPPER.readValue(said.strip(), Seen.class);
  }

  private static String run(int seconds, List<String> command, Path folder) throws IOException {
    Path out = Files.createTempFile("bosett-load-", ".out");
    Path errors = Files.createTempFile("bosett-load-", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            command
                + (ended ? " failed: " : " hung: ")
                + new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
      }
      return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(out);
      Files.deleteIfExists(errors);
    }
  }
}
