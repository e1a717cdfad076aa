package io.bosett.benchmark.sweep;

import io.bosett.benchmark.Commit;
import io.bosett.benchmark.Json;
import io.bosett.benchmark.run.Machine;
import io.bosett.service.SweepLoader;
import io.bosett.sweep.run.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code ./bosett benchmark sweep}. Run from the top of the project. */
@Command(
    name = "benchmark sweep",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures a sweep in process: the parts of a point, and runs with so many points and threads.",
      "Appends JSON lines and writes the page beside them."
    })
public final class SweepBenchmark implements Callable<Integer> {
  @Option(names = "--sweep", paramLabel = "FILE", description = "models/sweeps/weights.json.")
  private Path file = Path.of("models", "sweeps", "weights.json");

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "Points for the parts of a point, in rounds; 3000, 0 for none.")
  private int parts = 3_000;

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count; 7.")
  private int rounds = 7;

  @Option(
      names = "--points",
      split = ",",
      paramLabel = "N",
      description = "Runs with so many points; 20000, 0 for none.")
  private List<Integer> points = List.of(20_000);

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Each run with so many threads; 1,2.")
  private List<Integer> threads = List.of(1, 2);

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Points before runs, until the virtual machine has compiled; 0.")
  private int warmUp;

  @Option(names = "--note", paramLabel = "TEXT", description = "What else ran on the machine.")
  private String note = "";

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the page beside it.")
  private Path out = Path.of("benchmarks", "results", "sweep.jsonl");

  private String command = "";

  private SweepBenchmark() {}

  /** Runs the command. */
  public static void main(String[] args) {
    SweepBenchmark benchmark = new SweepBenchmark();
    benchmark.command = ("./bosett benchmark sweep " + String.join(" ", args)).strip();
    System.exit(new CommandLine(benchmark).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (parts > 0) {
      var medians = new PartTimes(sweep(parts), parts).measure(rounds);
      SweepLines.append(out, "parts", new SweepLines.Parts(origin(), parts, rounds, medians, note));
    }
    if (warmUp > 0) {
      run(warmUp, 1);
    }
    for (int count : points) {
      for (int thread : count > 0 ? threads : List.<Integer>of()) {
        SweepLines.append(out, "run", run(count, thread));
      }
    }
    System.out.println(SweepPage.write(out));
    return 0;
  }

  private SweepLines.Run run(int count, int thread) throws IOException {
    Path folder = Files.createTempDirectory("sweep");
    try {
      return new MeasuredRun(sweep(count), folder, thread).run(origin(), note);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }

  private SweepLines.Origin origin() {
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new SweepLines.Origin(Commit.current(), at, command, Machine.here().describe());
  }

  /** The sweep with so many draws. */
  private Sweep sweep(int count) throws IOException {
    ObjectNode document = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file));
    ((ObjectNode) document.get("draws")).put("count", count);
    Path scenario = file.resolveSibling(document.get("scenario").asString()).toAbsolutePath();
    document.put("scenario", scenario.normalize().toString());
    Path scaled = Files.createTempFile("sweep", ".json");
    try {
      Files.writeString(scaled, Json.line(document));
      return SweepLoader.ofFile(scaled, null);
    } finally {
      Files.delete(scaled);
    }
  }
}
