package io.bosett.benchmark;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.report.HeatVerdict;
import io.bosett.benchmark.report.Judge;
import io.bosett.benchmark.report.Judged;
import io.bosett.benchmark.report.Knowledge;
import io.bosett.benchmark.report.Report;
import io.bosett.benchmark.run.Contest;
import io.bosett.benchmark.run.Entrants;
import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Line;
import io.bosett.benchmark.run.Lines;
import io.bosett.benchmark.run.Machine;
import io.bosett.benchmark.run.Session;
import io.bosett.benchmark.run.SolverMeasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./bosett benchmark}. Run from the top of the project. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs every solver on every instance and writes JSON lines and a report.",
      "Ends with 1 when an answer was wrong or the default solver broke down."
    })
public final class Race implements Callable<Integer> {
  private static final Path RESULTS = Path.of("benchmarks", "results", "race.jsonl");
  private static final Path SCRATCH = Path.of("target", "benchmarks", "race.jsonl");

  @Option(names = "--solvers", split = ",", paramLabel = "NAME", description = "Default: all.")
  private List<String> solvers = Entrants.NAMES;

  @Option(names = "--instances", paramLabel = "REGEX", description = "Only ids that match.")
  private Pattern ids = Pattern.compile(".*");

  @Option(names = "--family", split = ",", paramLabel = "NAME", description = "Only these.")
  private List<String> families = List.of();

  @Option(names = "--subset", paramLabel = "NAME", description = "Only this one, such as quick.")
  private String subset = "";

  @Option(names = "--repetitions", paramLabel = "N", description = "Up to 4,000 candidates; 3.")
  private int repetitions = 3;

  @Option(names = "--time-limit", paramLabel = "SECONDS", description = "Of one solve; 30.")
  private double timeLimit = 30;

  @Option(names = "--warm-up", paramLabel = "SECONDS", description = "At the most; 2.")
  private double warmUp = 2;

  @Option(names = "--budget", paramLabel = "MINUTES", description = "For all of it; 115.")
  private double budget = 115;

  @Option(names = "--heap", paramLabel = "MB", description = "Of every child process; 3000.")
  private int heap = 3000;

  @Option(names = "--targets", description = "Only the measures of the default solver.")
  private boolean onlyTargets;

  @Option(names = "--out", paramLabel = "FILE", description = "JSON lines; the report beside it.")
  private @Nullable Path out;

  @Option(names = "--resume", description = "Leave out what the file has of the same commit.")
  private boolean resume;

  @Option(names = "--report-only", description = "Only make the report again.")
  private boolean reportOnly;

  @Option(names = "--record", description = "Write what is now known into the manifest.")
  private boolean record;

  private String command = "";

  private Race() {}

  /** Runs the command. */
  public static void main(String[] args) {
    Race race = new Race();
    race.command = String.join(" ", args);
    System.exit(new CommandLine(race).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    solvers.forEach(Entrants::named);
    Manifest manifest = Manifest.read(Manifest.FILE);
    Path file = file();
    if (!reportOnly) {
      if (!resume) {
        Files.deleteIfExists(file);
      }
      run(manifest, file);
    }
    return conclude(manifest, file);
  }

  private boolean everything() {
    return families.isEmpty() && subset.isEmpty() && ids.pattern().equals(".*");
  }

  private Path file() {
    if (out != null) {
      return out;
    }
    return everything() ? RESULTS : SCRATCH;
  }

  private void run(Manifest manifest, Path file) throws IOException {
    long end = System.nanoTime() + (long) (budget * 60e9);
    String commit = Commit.current();
    List<Line> before = Lines.read(file);
    List<Instance> instances = onlyTargets ? List.of() : selected(manifest);
    try (Lines lines = Lines.append(file)) {
      lines.add(session(commit, instances.size()));
      Contest.Rules rules =
          new Contest.Rules(
              Manifest.FILE, commit, solvers, timeLimit, repetitions, warmUp, heap, end);
      if (everything() || onlyTargets) {
        new SolverMeasures(rules, lines).run(before);
      }
      Contest contest = new Contest(rules, lines);
      contest.resume(manifest, before);
      contest.run(instances);
    }
  }

  private Session session(String commit, int instances) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Session(
        commit,
        now,
        "./bosett benchmark " + command,
        timeLimit,
        repetitions,
        solvers,
        instances,
        Machine.here());
  }

  private List<Instance> selected(Manifest manifest) {
    return manifest.instances().stream()
        .filter(i -> ids.matcher(i.id()).matches())
        .filter(i -> families.isEmpty() || families.contains(i.family()))
        .filter(i -> subset.isEmpty() || i.subsets().contains(subset))
        .toList();
  }

  private int conclude(Manifest manifest, Path file) throws IOException {
    List<Line> lines = Lines.read(file);
    Judge judge = new Judge(manifest);
    List<Judged> judged = judge.judge(lines);
    Path folder = file.toAbsolutePath().getParent();
    new Report(manifest, lines, judged).write(folder);
    System.err.println("report: " + folder.resolve(Report.FILE));
    if (record) {
      Knowledge.added(manifest, judged).write(Manifest.FILE);
    } else {
      judge
          .outdated()
          .forEach(id -> System.err.println("the manifest is about another problem than " + id));
    }
    return faults(judged) == 0 ? 0 : 1;
  }

  private static int faults(List<Judged> judged) {
    int faults = 0;
    for (Judged j : judged) {
      Heat heat = j.heat();
      boolean own = heat.solver().equals(Entrants.OWN);
      if (j.verdict() == HeatVerdict.WRONG || (own && j.verdict() == HeatVerdict.CRASHED)) {
        System.err.println(
            j.verdict() + ": " + heat.solver() + " " + heat.instance() + ": " + j.why());
        faults++;
      }
    }
    return faults;
  }
}
