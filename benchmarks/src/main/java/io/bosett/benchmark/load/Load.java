package io.bosett.benchmark.load;

import io.bosett.benchmark.Commit;
import io.bosett.benchmark.Json;
import io.bosett.benchmark.run.Machine;
import io.bosett.faults.Letters;
import io.bosett.faults.ServiceClient;
import io.bosett.faults.ServiceResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The command {@code ./bosett benchmark load}. Run from the top of the project. */
@Command(
    name = "benchmark load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Posts the real letter at fixed rates to a service of its own and waits for each answer.",
      "Writes JSON lines and a report; needs Node and npm. Ends with 1 when anything but a result",
      "was answered at a rate that the service kept up with."
    })
public final class Load implements Callable<Integer> {
  static final int FIRST_RATE = 100;
  private static final int SAMPLES = 200;
  private static final String SOLVES = "bosett_solves_seconds_count";
  private static final String SOLVING = "bosett_solves_seconds_sum";
  private static final int TIMEOUT_SECONDS = 20;

  @Option(names = "--rates", split = ",", paramLabel = "N", description = "Requests a second.")
  private List<Integer> rates = List.of(50, 100, 200, 300, 400, 600, 800);

  @Option(names = "--seconds", paramLabel = "N", description = "Measured at each rate; 30.")
  private int seconds = 30;

  @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before those; 5.")
  private int warmUp = 5;

  @Option(names = "--first-warm-up", paramLabel = "N", description = "Of a new process; 100 s.")
  private int firstWarmUp = 100;

  @Option(names = "--store", split = ",", paramLabel = "KIND", description = "Default: both.")
  private List<StoreKind> stores = List.of(StoreKind.values());

  @Mixin private Service service = new Service();

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the report beside it.")
  private Path out = Path.of("benchmarks", "results", "load.jsonl");

  private String command = "";

  private Load() {}

  /** Runs the command. */
  public static void main(String[] args) {
    Load load = new Load();
    load.command = Service.said("load", args);
    Service.run(load, args);
  }

  @Override
  public Integer call() throws IOException {
    Generator generator = Generator.install();
    Files.deleteIfExists(out);
    Files.createDirectories(out.toAbsolutePath().getParent());
    List<LoadLine> lines = new ArrayList<>();
    for (StoreKind store : stores) {
      try (Target target = service.start(store)) {
        sweep(generator, store, target, lines);
      }
    }
    Path report = LoadReport.write(lines, out.toAbsolutePath().getParent());
    System.err.println("report: " + report);
    boolean clean =
        lines.stream().filter(LoadLine::isSustained).allMatch(l -> l.seen().errors() == 0);
    return clean && lines.stream().anyMatch(LoadLine::isSustained) ? 0 : 1;
  }

  private void sweep(Generator generator, StoreKind store, Target target, List<LoadLine> lines)
      throws IOException {
    generator.run(plan(target, FIRST_RATE, 0, firstWarmUp));
    for (int rate : rates) {
      LoadLine line = measure(generator, store, target, rate);
      lines.add(line);
      Files.writeString(
          out, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      System.err.printf(
          "%s %d/s: %d of %d solved, p50 %.1f p95 %.1f p99 %.1f ms, service %.2f cores%n",
          store,
          rate,
          line.seen().solved(),
          line.seen().expected(),
          line.seen().millis().p50(),
          line.seen().millis().p95(),
          line.seen().millis().p99(),
          line.serviceCores());
      if (line.isSaturated()) {
        break;
      }
    }
  }

  private LoadLine measure(Generator generator, StoreKind store, Target target, int rate)
      throws IOException {
    ServiceClient caller = new ServiceClient(target.server().address());
    Scrape before = Scrape.of(caller);
    double used = target.serviceCpu();
    double database = target.databaseCpu();
    Generator.Seen seen = generator.run(plan(target, rate, warmUp, seconds));
    used = target.serviceCpu() - used;
    database = target.databaseCpu() - database;
    Scrape after = Scrape.of(caller);
    double solves = after.sum(SOLVES) - before.sum(SOLVES);
    double solving = after.sum(SOLVING) - before.sum(SOLVING);
    // Warming up and ending used processor time too, about as much for each solve.
    double share = solves == 0 ? 1 : seen.completed() / solves;
    return new LoadLine(
        Commit.current(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        command,
        Machine.here(),
        store,
        service.java(),
        firstWarmUp,
        warmUp,
        seen,
        used * share / seconds,
        database * share / seconds,
        seen.generatorCpuSeconds() / seconds,
        solves == 0 ? 0 : 1e3 * solving / solves,
        solverMillis(caller));
  }

  private Generator.Plan plan(Target target, int rate, int before, int measured) {
    return new Generator.Plan(
        target.server().address().toString(),
        rate,
        before,
        measured,
        new Generator.Plan.Request(
            "POST",
            "/v1/allocations",
            Map.of("Content-Type", "application/json", "Prefer", "wait=10"),
            Letters.FILE.toString()),
        TIMEOUT_SECONDS);
  }

  /** The mean of {@code solver.seconds} over the newest results. */
  private static double solverMillis(ServiceClient caller) throws IOException {
    ServiceResponse page = caller.get("/v1/allocations?state=SUCCEEDED&limit=" + SAMPLES);
    double sum = 0;
    int n = 0;
    for (JsonNode item : page.json().path("items")) {
      ServiceResponse result =
          caller.get("/v1/allocations/" + item.path("id").asString() + "/result");
      sum += 1e3 * result.json().path("solver").path("seconds").asDouble();
      n++;
    }
    return n == 0 ? Double.NaN : sum / n;
  }
}
