package io.bosett.benchmark.analysis;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession.Effort;
import io.bosett.benchmark.Commit;
import io.bosett.benchmark.run.Machine;
import io.bosett.model.Problem;
import io.bosett.service.AnalysisUseCase;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the processor time of the analyses on one thread, warm, with their solves and a bare
 * solve beside them: {@code ./bosett benchmark analyses [PAGE]}. Writes a page.
 */
public final class AnalysisTimes {
  private static final Path FOLDER = Path.of("models", "norway-2018");
  private static final int BARE_SOLVES = 100;

  private AnalysisTimes() {}

  /**
   * One analysis.
   *
   * @param rounds of which the shortest counts
   * @param aim in seconds, or 0 for none
   */
  private record Asked(
      String name, AnalysisKind kind, AnalysisOptions options, int rounds, double aim) {}

  /** Measures, prints and writes. */
  public static void main(String[] args) throws IOException {
    Path page = Path.of(args.length > 0 ? args[0] : "benchmarks/results/analyses.md");
    List<String> lines = new ArrayList<>();
    lines.add("# Analyses");
    lines.add("");
    lines.add(
        "Made by `./bosett benchmark analyses`. Processor time of one thread, the shortest of");
    lines.add(
        "several rounds in one warm process; every solve is certified unless said otherwise.");
    lines.add("");
    lines.add("Commit " + Commit.current() + "; " + Machine.here().describe() + ".");
    measure("letter.json", "1933", lines);
    measure("revised.json", "1832", lines);
    Files.write(page, lines);
    lines.forEach(System.out::println);
  }

  private static void measure(String name, String next, List<String> lines) throws IOException {
    Problem problem = ScenarioLoader.problem(FOLDER.resolve(name), null);
    lines.add("");
    lines.add("## `" + name + "`");
    lines.add("");
    lines.add("A bare solve from the optimum's multipliers, neither");
    lines.add(String.format(Locale.ROOT, "certified nor checked: %.3f ms.", 1e3 * bare(problem)));
    lines.add("");
    lines.add("| analysis | seconds | aim | solves | certified | ms a solve |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    for (Asked asked : all(next)) {
      lines.add(line(problem, asked));
    }
  }

  private static List<Asked> all(String next) {
    return List.of(
        new Asked("stability, five losses", AnalysisKind.STABILITY, AnalysisOptions.NONE, 15, 0.3),
        new Asked("the same with ranges", AnalysisKind.STABILITY, ranges(), 10, 0),
        new Asked("queue", AnalysisKind.QUEUE, AnalysisOptions.NONE, 15, 0.2),
        new Asked("weight of population", AnalysisKind.WEIGHTS, of("population", null), 12, 0.5),
        new Asked("weight of employment", AnalysisKind.WEIGHTS, of("employment", null), 12, 0.5),
        new Asked(
            "weight of introduction_programme",
            AnalysisKind.WEIGHTS,
            of("introduction_programme", null),
            12,
            0.5),
        new Asked("why not " + next, AnalysisKind.WHY_NOT, of(null, next), 6, 2),
        new Asked("why not, all", AnalysisKind.WHY_NOT, AnalysisOptions.NONE, 2, 120));
  }

  private static AnalysisOptions ranges() {
    return new AnalysisOptions(null, true, null, null, null, false);
  }

  private static AnalysisOptions of(@Nullable String criterion, @Nullable String municipality) {
    return new AnalysisOptions(null, false, criterion, municipality, null, false);
  }

  private static String line(Problem problem, Asked asked) {
    double best = Double.POSITIVE_INFINITY;
    Effort effort = new Effort(0, 0, 0);
    for (int round = 0; round < asked.rounds; round++) {
      Timed<Effort> timed =
          timed(
              () ->
                  AnalysisUseCase.analyze(
                          CompiledProblem.of(problem),
                          asked.kind,
                          asked.options,
                          "benchmark",
                          SessionSettings.DEFAULT)
                      .header()
                      .effort());
      effort = timed.value;
      best = Math.min(best, timed.seconds);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %s | %,d | %,d | %.3f |",
        asked.name,
        best,
        asked.aim == 0 ? "" : Double.toString(asked.aim),
        effort.solves(),
        effort.certified(),
        1e3 * best / effort.solves());
  }

  /** The least mean time of a hundred rounds. */
  private static double bare(Problem problem) {
    CompiledProblem compiled = CompiledProblem.of(problem);
    SolveResult first = new Decomposition().solve(compiled.program(), SolveOptions.DEFAULT);
    ScaledMultipliers prices = first.prices();
    SolveOptions options = SolveOptions.DEFAULT.withStart(prices);
    double best = Double.POSITIVE_INFINITY;
    int batch = BARE_SOLVES;
    for (int k = 0; k < 100; k++) {
      Timed<Integer> timed =
          timed(
              () -> {
                for (int s = 0; s < batch; s++) {
                  new Decomposition().solve(compiled.program(), options);
                }
                return batch;
              });
      best = Math.min(best, timed.seconds / batch);
    }
    return best;
  }

  private record Timed<T>(T value, double seconds) {}

  private static <T> Timed<T> timed(Supplier<T> task) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    T value = task.get();
    return new Timed<>(value, (threads.getCurrentThreadCpuTime() - start) / 1e9);
  }
}
