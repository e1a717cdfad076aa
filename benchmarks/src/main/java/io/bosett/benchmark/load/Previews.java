package io.bosett.benchmark.load;

import io.bosett.benchmark.Commit;
import io.bosett.benchmark.Json;
import io.bosett.benchmark.run.Machine;
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

/** The command {@code ./bosett benchmark previews}. Run from the top of the project. */
@Command(
    name = "benchmark previews",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks a service of its own for previews: one after the other, very many, and from pages whose",
      "sliders move at once. Writes JSON lines and a report. Ends with 1 when an answer was not what",
      "it must be or a row was left in the store."
    })
public final class Previews implements Callable<Integer> {
  @Option(names = "--warm-up", paramLabel = "N", description = "Previews before all; 20000.")
  private int warmUp = 20_000;

  @Option(names = "--sample", paramLabel = "N", description = "One after the other; 3000.")
  private int sample = 3_000;

  @Option(names = "--previews", paramLabel = "N", description = "Very many; 100000.")
  private int previews = 100_000;

  @Option(names = "--callers", paramLabel = "N", description = "Of the very many; 4.")
  private int callers = 4;

  @Option(names = "--limit", paramLabel = "SECONDS", description = "Of the very many; 900.")
  private int limit = 900;

  @Option(names = "--pages", paramLabel = "N", description = "With moving sliders; 50.")
  private int pages = 50;

  @Option(names = "--seconds", paramLabel = "N", description = "That the sliders move; 30.")
  private int seconds = 30;

  @Option(names = "--step", paramLabel = "MS", description = "Between positions; 16.")
  private int step = 16;

  @Option(names = "--quiet", paramLabel = "N", description = "Seconds without previews; 10.")
  private int quiet = 10;

  @Option(names = "--seed", paramLabel = "N", description = "Of all that is drawn; 1.")
  private long seed = 1;

  @Option(names = "--store", paramLabel = "KIND", description = "embedded (default) or postgres.")
  private StoreKind store = StoreKind.EMBEDDED;

  @Mixin private Service service = new Service();

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the report beside it.")
  private Path out = Path.of("benchmarks", "results", "previews.jsonl");

  private String command = "";

  private Previews() {}

  /** Runs the command. */
  public static void main(String[] args) {
    Previews previews = new Previews();
    previews.command = Service.said("previews", args);
    Service.run(previews, args);
  }

  @Override
  public Integer call() throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.deleteIfExists(out);
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    PreviewLines.Head head =
        append(
            new PreviewLines.Head(
                Commit.current(),
                at,
                command,
                Machine.here(),
                store,
                service.java(),
                warmUp,
                seed));
    try (Target target = service.start(store)) {
      PreviewRun run = new PreviewRun(target, store, seed);
      PreviewsReport report = measure(head, run);
      System.err.println("report: " + report.write(folder));
      run.faults().stream().limit(20).forEach(System.err::println);
      return run.faults().isEmpty() && report.leavesNoRow() ? 0 : 1;
    }
  }

  private PreviewsReport measure(PreviewLines.Head head, PreviewRun run) throws IOException {
    run.warmUp(warmUp);
    List<PreviewLines.Sample> samples = new ArrayList<>();
    samples.add(append(run.sample(false, sample)));
    samples.add(append(run.sample(true, sample)));
    List<PreviewLines.Held> looks = new ArrayList<>();
    PreviewLines.Many many = append(run.many(previews, callers, limit, looks));
    looks.forEach(this::append);
    List<PreviewLines.Others> others = new ArrayList<>();
    others.add(run.others("no previews", quiet));
    PreviewLines.Pages moved = append(run.pages(pages, seconds, step, others));
    others.forEach(this::append);
    return new PreviewsReport(head, samples, many, looks, moved, others, run.faults());
  }

  /** Adds a line to the file, and says it. */
  private <T> T append(T line) {
    String text = "{\"" + line.getClass().getSimpleName() + "\":" + Json.line(line) + "}";
    try {
      Files.writeString(out, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    System.err.println(text);
    return line;
  }
}
