package io.bosett.benchmark.load;

import io.bosett.benchmark.Commit;
import io.bosett.benchmark.Json;
import io.bosett.benchmark.run.Machine;
import io.bosett.faults.Answer;
import io.bosett.faults.Caller;
import io.bosett.faults.Jvm;
import io.bosett.faults.MovingSlider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code ./bosett benchmark previews}. Run from the top of the project. */
@Command(
    name = "benchmark previews",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks a service of its own for previews of the letter: one after the other with the times of its",
      "phases, very many with a look at heap and store, and from many pages whose sliders move at once.",
      "Writes JSON lines and a report. Ends with 1 when an answer was not what it must be."
    })
public final class Previews implements Callable<Integer> {
  private static final int WARMING = 2_000;
  private static final int LOOKS = 10;
  private static final Pattern PHASE = Pattern.compile("([a-z]+);dur=([0-9.]+)");

  @Option(names = "--count", paramLabel = "N", description = "Of the many; 100000.")
  private int count = 100_000;

  @Option(names = "--serial", paramLabel = "N", description = "One after the other; 500.")
  private int serial = 500;

  @Option(names = "--pages", paramLabel = "N", description = "Whose sliders move; 50.")
  private int pages = 50;

  @Option(names = "--steps", paramLabel = "N", description = "Of each slider; 200.")
  private int steps = 200;

  @Option(names = "--interval", paramLabel = "MS", description = "From step to step; 50.")
  private int interval = 50;

  @Mixin private Service service = new Service();

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the report beside it.")
  private Path out = Path.of("benchmarks", "results", "previews.jsonl");

  private String command = "";
  private String letter = "";
  private final List<String> surprises = new ArrayList<>();

  private Previews() {}

  /** Runs the command. */
  public static void main(String[] args) {
    Previews previews = new Previews();
    previews.command = Service.said("previews", args);
    Service.run(previews, args);
  }

  /** What the lines of a run are about; the first line. */
  record Head(String commit, String at, String command, Machine machine, String java) {}

  /** Times of one after the other, in milliseconds: of the service alone, and of its processor. */
  record Serial(
      String what, int count, double median, double p95, double worst, double processorMean) {}

  /** What the service holds after so many previews. */
  record Held(
      int previews,
      double heapMb,
      double residentMb,
      double diskMb,
      int allocations,
      double cores) {}

  /** What many moving sliders did, and how others were answered meanwhile. */
  record Crowd(
      int pages,
      int steps,
      int answered,
      int refused,
      double median,
      double p95,
      double othersMedian,
      double othersWorst,
      int othersAsked) {}

  @Override
  public Integer call() throws IOException {
    letter = Files.readString(Path.of("models", "norway-2018", "letter.json"));
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Head head = new Head(Commit.current(), at, command, Machine.here(), service.java());
    Files.createDirectories(out.toAbsolutePath().getParent());
    Files.deleteIfExists(out);
    append(head);
    PreviewsReport report = new PreviewsReport(head);
    try (Target target = service.start(StoreKind.EMBEDDED)) {
      Caller caller = new Caller(target.server().address());
      many(caller, WARMING, new AtomicInteger());
      many(caller, "?include=losses", WARMING / 4);
      report.serial(append(serial(target, caller, "", "solved and proven", List.of("answer"))));
      report.serial(
          append(
              serial(
                  target,
                  caller,
                  "?include=losses",
                  "with the loss of each candidate",
                  List.of("answer", "losses"))));
      report.crowd(append(crowd(caller)));
      report.held(append(look(target, caller, 0, 0)));
      for (int i = 1; i <= LOOKS; i++) {
        double cpu = target.serviceCpu();
        long begun = System.nanoTime();
        many(caller, count / LOOKS, new AtomicInteger());
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cores = (target.serviceCpu() - cpu) / seconds;
        report.held(append(look(target, caller, i * (count / LOOKS), cores)));
      }
    }
    System.err.println("report: " + report.write(surprises, out.toAbsolutePath().getParent()));
    return surprises.isEmpty() ? 0 : 1;
  }

  private byte[] scenario(int persons) {
    return letter
        .replace("\"persons\": 4400", "\"persons\": " + persons)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Serial serial(
      Target target, Caller caller, String query, String what, List<String> phases)
      throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    Times times = new Times();
    double cpu = target.serviceCpu();
    for (int i = 0; i < serial; i++) {
      Answer answer = caller.post("/v1/previews" + query, scenario(random.nextInt(4_000, 5_400)));
      check(answer);
      times.add(sum(answer.header("Server-Timing"), phases));
    }
    double mean = 1000 * (target.serviceCpu() - cpu) / serial;
    double[] sorted = times.take();
    return new Serial(
        what,
        serial,
        Times.quantile(sorted, 0.5),
        Times.quantile(sorted, 0.95),
        Times.quantile(sorted, 1),
        mean);
  }

  /** The milliseconds of some phases together. */
  private static double sum(String timing, List<String> phases) {
    double sum = 0;
    Matcher matcher = PHASE.matcher(timing);
    while (matcher.find()) {
      sum += phases.contains(matcher.group(1)) ? Double.parseDouble(matcher.group(2)) : 0;
    }
    return sum;
  }

  private void many(Caller caller, String query, int number) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < number; i++) {
      check(caller.post("/v1/previews" + query, scenario(random.nextInt(4_000, 5_400))));
    }
  }

  /** So many previews by two callers. */
  private void many(Caller caller, int number, AtomicInteger begun) {
    inParallel(
        2,
        thread -> {
          SplittableRandom random = new SplittableRandom(thread);
          while (begun.incrementAndGet() <= number) {
            check(caller.post("/v1/previews", scenario(random.nextInt(4_000, 5_400))));
          }
          return null;
        });
  }

  private void check(Answer answer) {
    if (answer.status() != 200) {
      synchronized (surprises) {
        surprises.add("status " + answer.status());
      }
    }
  }

  private Crowd crowd(Caller caller) {
    List<MovingSlider> sliders = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      sliders.add(new MovingSlider(caller, letter, steps, i));
    }
    Times others = new Times();
    AtomicInteger moving = new AtomicInteger(pages);
    inParallel(
        pages + 1,
        thread -> {
          if (thread == pages) {
            ask(caller, others, moving);
            return null;
          }
          try {
            List<String> wrong = sliders.get(thread).move(interval);
            synchronized (surprises) {
              surprises.addAll(wrong);
            }
          } finally {
            moving.decrementAndGet();
          }
          return null;
        });
    for (MovingSlider slider : sliders) {
      List<Integer> answered = slider.answered();
      boolean inOrder = answered.stream().sorted().distinct().toList().equals(answered);
      if (!inOrder || answered.get(answered.size() - 1) != steps - 1) {
        surprises.add("a page lost its order or its last step");
      }
    }
    double[] times =
        sliders.stream()
            .flatMap(one -> one.millis().stream())
            .mapToDouble(one -> one)
            .sorted()
            .toArray();
    double[] rest = others.take();
    return new Crowd(
        pages,
        steps,
        sliders.stream().mapToInt(one -> one.answered().size()).sum(),
        sliders.stream().mapToInt(MovingSlider::refused).sum(),
        Times.quantile(times, 0.5),
        Times.quantile(times, 0.95),
        Times.quantile(rest, 0.5),
        Times.quantile(rest, 1),
        rest.length);
  }

  /** Somebody else: reads a list and has a small scenario solved, again and again. */
  private void ask(Caller caller, Times times, AtomicInteger moving) throws IOException {
    byte[] small = Files.readAllBytes(Path.of("models", "small", "three-places.json"));
    while (moving.get() > 0) {
      long begun = System.nanoTime();
      Answer list = caller.get("/v1/datasets");
      Answer made = caller.allocate(small);
      times.add((System.nanoTime() - begun) / 1e6);
      if (list.status() != 200 || made.status() != 201) {
        surprises.add("others got " + list.status() + " and " + made.status());
      }
      Caller.pause(100);
    }
  }

  private Held look(Target target, Caller caller, int previews, double cores) throws IOException {
    String allocations = caller.get("/v1/allocations?limit=200").text();
    return new Held(
        previews,
        Jvm.heapAfterCollection(target.server()) / 1048576.0,
        Jvm.residentBytes(target.server()) / 1048576.0,
        target.disk() / 1e6,
        allocations.split("\"scenarioHash\"", -1).length - 1,
        cores);
  }

  /** What one thread does. */
  @FunctionalInterface
  private interface Work {
    Void run(int thread) throws IOException;
  }

  private void inParallel(int threads, Work work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        all.add(pool.submit(() -> work.run(thread)));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      surprises.add(String.valueOf(e));
    } finally {
      pool.shutdownNow();
    }
  }

  private <T> T append(T line) throws IOException {
    String text = Json.line(line);
    System.err.println(text);
    Files.writeString(out, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return line;
  }
}
