package io.bosett.benchmark.sweep;

import io.bosett.benchmark.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The lines of {@code results/sweep.jsonl}: each an object with one member, {@code run}, {@code
 * parts} or {@code together}. The page shows the last {@code run} of each name, and the last of the
 * others.
 */
final class SweepLines {
  private SweepLines() {}

  /** Where and when something was measured. */
  record Origin(String commit, String at, String command, String machine) {}

  /**
   * A run of a sweep.
   *
   * @param where in a few words, such as "in process" or "Spark local[2]"; with threads and points
   *     the name of the run
   * @param threads that solved
   * @param seconds by the wall, pilot and start included
   * @param processorSeconds of all processes
   * @param tasks parts or tasks
   * @param bytes of the rows, compressed
   * @param statuses points by status
   * @param certified points whose answer the checker has proven
   * @param effort points that a limit of effort left open
   * @param clock points that the net of time ended
   * @param memory as the run went on
   * @param note what else ran on the machine
   */
  record Run(
      Origin origin,
      String where,
      int threads,
      long points,
      double seconds,
      double processorSeconds,
      long tasks,
      long bytes,
      SortedMap<String, Long> statuses,
      long certified,
      long effort,
      long clock,
      List<Memory> memory,
      String note) {
    /** Runs with the same name replace each other on the page. */
    String name() {
      return where + "/" + threads + "/" + points;
    }

    boolean isLong() {
      return points >= 500_000;
    }
  }

  /**
   * Memory at a moment of a run.
   *
   * @param points solved by then
   * @param seconds since the start
   * @param heapMb in use after the last full collection of the older generation, or at its end
   * @param peakMb most resident memory so far
   */
  record Memory(long points, double seconds, double heapMb, double peakMb) {}

  /**
   * Processor time of the parts of a point, in microseconds: medians over rounds, each of which
   * does one part for all points before the next.
   */
  record Parts(
      Origin origin, int points, int rounds, SortedMap<String, Double> microseconds, String note) {}

  /**
   * Runs in process and on Spark, one after the other, each place with two numbers of points.
   *
   * @param note what else ran on the machine
   */
  record Together(Origin origin, String note, List<PlaceRun> runs) {}

  /**
   * One of them.
   *
   * @param where such as "in process" or "Spark, 2 workers"
   * @param tasks parts
   * @param found whether the folder was finished before, so that a task only found its part
   */
  record PlaceRun(
      String where,
      int threads,
      long points,
      double seconds,
      double processorSeconds,
      long tasks,
      long bytes,
      @Nullable Boolean found) {
    String name() {
      return where + "/" + threads;
    }

    /** Whether every task found its part in place. */
    boolean isFound() {
      return Boolean.TRUE.equals(found);
    }
  }

  /** Appends a line; {@code kind} is {@code run} or {@code parts}. */
  static void append(Path file, String kind, Object line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String text = "{\"" + kind + "\":" + Json.line(line) + "}\n";
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The last line of each run, in the order of their first. */
  static List<Run> runs(Path file) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (JsonNode line : of(file, "run")) {
      Run run = Json.MAPPER.treeToValue(line, Run.class);
      int at = 0;
      while (at < runs.size() && !runs.get(at).name().equals(run.name())) {
        at++;
      }
      if (at < runs.size()) {
        runs.set(at, run);
      } else {
        runs.add(run);
      }
    }
    return runs;
  }

  /** The last line of runs in process and on Spark, or null. */
  static @Nullable Together together(Path file) throws IOException {
    List<JsonNode> all = of(file, "together");
    return all.isEmpty() ? null : Json.MAPPER.treeToValue(all.get(all.size() - 1), Together.class);
  }

  /** The last line of parts, or null. */
  static @Nullable Parts parts(Path file) throws IOException {
    List<JsonNode> all = of(file, "parts");
    return all.isEmpty() ? null : Json.MAPPER.treeToValue(all.get(all.size() - 1), Parts.class);
  }

  private static List<JsonNode> of(Path file, String kind) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String text : Files.readAllLines(file)) {
      JsonNode line = Json.MAPPER.readTree(text);
      if (line.has(kind)) {
        found.add(line.get(kind));
      }
    }
    return found;
  }
}
