package io.bosett.benchmark.load;

import io.bosett.benchmark.Commit;
import io.bosett.benchmark.Json;
import io.bosett.benchmark.run.Machine;
import io.bosett.faults.Jvm;
import io.bosett.faults.ServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code ./bosett benchmark soak}. Run from the top of the project. */
@Command(
    name = "benchmark soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Uses a service of its own in mixed ways for a long time and looks once a minute at what it",
      "holds. Writes JSON lines and a report. Ends with 1 when an answer was not what it must be."
    })
public final class Soak implements Callable<Integer> {
  @Option(names = "--minutes", paramLabel = "N", description = "How long; 60.")
  private int minutes = 60;

  @Option(names = "--rate", paramLabel = "N", description = "Begun each second; 10.")
  private int rate = 10;

  @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn; 1.")
  private long seed = 1;

  @Option(names = "--store", paramLabel = "KIND", description = "embedded (default) or postgres.")
  private StoreKind store = StoreKind.EMBEDDED;

  @Mixin private Service service = new Service();

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the report beside it.")
  private Path out = Path.of("benchmarks", "results", "soak.jsonl");

  private String command = "";

  private Soak() {}

  /** Runs the command. */
  public static void main(String[] args) {
    Soak soak = new Soak();
    soak.command = Service.said("soak", args);
    Service.run(soak, args);
  }

  /** What the lines of a run are about; the first line. */
  record Head(
      String commit,
      String at,
      String command,
      Machine machine,
      StoreKind store,
      String java,
      int minutes,
      int rate,
      long seed) {}

  @Override
  public Integer call() throws IOException {
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Head head =
        new Head(
            Commit.current(),
            at,
            command,
            Machine.here(),
            store,
            service.java(),
            minutes,
            rate,
            seed);
    Files.createDirectories(out.toAbsolutePath().getParent());
    Files.deleteIfExists(out);
    append(head);
    List<Minute> lines = new ArrayList<>();
    List<String> surprises;
    try (Target target = service.start(store)) {
      surprises = run(head, target, lines);
    }
    Path folder = out.toAbsolutePath().getParent();
    System.err.println("report: " + SoakReport.write(head, lines, surprises, folder));
    return surprises.isEmpty() ? 0 : 1;
  }

  private List<String> run(Head head, Target target, List<Minute> lines) throws IOException {
    Use use = new Use(new ServiceClient(target.server().address()));
    long begun = System.nanoTime();
    double cpu = target.serviceCpu();
    try (Pacer pacer = Pacer.start(use, rate, seed)) {
      long surprises = 0;
      for (int minute = 1; minute <= minutes && target.server().isAlive(); minute++) {
        long end = begun + minute * 60_000_000_000L;
        ServiceClient.pause(Math.max(0, (end - System.nanoTime()) / 1_000_000));
        double now = target.serviceCpu();
        Minute line = look(minute, target, use, pacer, surprises, (now - cpu) / 60);
        cpu = now;
        surprises += line.surprises();
        lines.add(line);
        append(line);
        System.err.println(Json.line(line));
        // As it stands, so that a run that is cut off has a report too.
        SoakReport.write(head, lines, pacer.firstSurprises(), out.toAbsolutePath().getParent());
      }
      List<String> all = new ArrayList<>(pacer.firstSurprises());
      if (!target.server().isAlive()) {
        all.add("the service died: " + target.server().said());
      }
      return all;
    }
  }

  private static Minute look(
      int minute, Target target, Use use, Pacer pacer, long surprisesBefore, double cores)
      throws IOException {
    double[] times = pacer.times();
    long surprises = pacer.surprises() - surprisesBefore;
    int files = Jvm.files(target.server());
    int threads = Jvm.threads(target.server());
    return new Minute(
        minute,
        times.length,
        surprises,
        Times.quantile(times, 0.5),
        Times.quantile(times, 0.99),
        Times.quantile(times, 1),
        Jvm.heapAfterCollection(target.server()) / 1048576.0,
        Jvm.residentBytes(target.server()) / 1048576.0,
        files,
        threads,
        target.server().children().size(),
        target.disk() / 1e6,
        use.allocations(),
        cores);
  }

  private void append(Object line) throws IOException {
    Files.writeString(
        out, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
