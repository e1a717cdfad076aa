package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Line;
import io.bosett.benchmark.run.Machine;
import io.bosett.benchmark.run.Session;
import io.bosett.benchmark.run.SkippedHeat;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The report of a race: tables and pictures, every number out of its lines. */
public final class Report {
  /** Name of the report, beside the lines it is made from. */
  public static final String FILE = "README.md";

  private final Standings standings;
  private final Markdown out = new Markdown();

  /** A report on lines that have been judged. */
  public Report(Manifest manifest, List<Line> lines, List<Judged> judged) {
    standings = new Standings(manifest, lines, judged);
  }

  /** Writes text and pictures into a folder. */
  public void write(Path folder) throws IOException {
    out.heading(1, "Results of the race");
    sessions();
    targets();
    solvers();
    wrong();
    growth(folder);
    profile(folder);
    progress(folder);
    instances();
    String text = out.toString();
    AtomicFile.write(folder.resolve(FILE), to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void sessions() {
    out.paragraph(
        "Written by the program from the JSON lines beside it; nothing here is typed by hand. What "
            + "is measured and how is told in `benchmarks/README.md`. A `+` after the commit means "
            + "that the code differed from it.");
    out.table(
        List.of("started (UTC)", "commit", "command", "time limit", "repetitions"),
        standings.sessions().stream().map(Report::row).toList());
    new TreeSet<>(standings.sessions().stream().map(s -> text(s.machine())).toList())
        .forEach(out::paragraph);
    Map<String, String> versions = new TreeMap<>();
    standings.all().forEach(j -> versions.put(j.heat().solver(), j.heat().version()));
    versions.values().removeIf(String::isEmpty);
    out.paragraph(
        versions.entrySet().stream()
            .map(e -> "`" + e.getKey() + "` " + e.getValue())
            .collect(Collectors.joining(", ", "Versions: ", ".")));
  }

  private static List<String> row(Session s) {
    return List.of(
        s.at(),
        s.commit(),
        "`" + s.command().strip() + "`",
        Numbers.digits(s.timeLimit()) + " s",
        Integer.toString(s.repetitions()));
  }

  private static String text(Machine m) {
    return "Machine: "
        + m.cpu()
        + ", "
        + m.cores()
        + " cores, "
        + m.memoryMb()
        + " MB, "
        + m.system()
        + ", "
        + m.java()
        + ".";
  }

  private void targets() {
    Markdown table = new Markdown();
    new AimTable(standings).write(table);
    if (!table.toString().isBlank()) {
      out.heading(2, "The default solver's targets");
      out.paragraph(
          "Medians. The third column says how many evaluations could be made in the time: the best "
              + "persons and minors of every candidate once, at given multipliers.");
      out.paragraph(table.toString().strip());
    }
  }

  private void solvers() {
    if (standings.all().isEmpty()) {
      return;
    }
    out.heading(2, "The solvers");
    SolverTables tables = new SolverTables(standings, out);
    tables.classes();
    tables.times();
    out.heading(2, "By family");
    tables.families();
    notTried();
  }

  private void notTried() {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (SkippedHeat skip : standings.skipped()) {
      String reason = "`" + skip.solver() + "` " + skip.reason();
      byReason.computeIfAbsent(reason, r -> new java.util.ArrayList<>()).add(skip.instance());
    }
    if (!byReason.isEmpty()) {
      out.heading(3, "Not tried");
      byReason.forEach((reason, ids) -> out.item(reason + ": " + String.join(", ", ids)));
      out.endOfList();
    }
  }

  private void wrong() {
    List<Judged> bad =
        standings.all().stream()
            .filter(j -> j.verdict() == HeatVerdict.WRONG || !j.why().isEmpty())
            .toList();
    if (standings.all().isEmpty()) {
      return;
    }
    out.heading(2, "Wrong answers and breakdowns");
    if (bad.isEmpty()) {
      out.paragraph("None.");
    }
    bad.forEach(
        j ->
            out.item(
                "`"
                    + j.heat().solver()
                    + "` on "
                    + j.heat().instance()
                    + ", "
                    + j.verdict().title()
                    + ": "
                    + Markdown.safe(j.why())));
    out.endOfList();
  }

  private void growth(Path folder) throws IOException {
    Pictures picture = GrowthPicture.of(standings);
    if (!picture.isEmpty()) {
      out.heading(2, "Time against size");
      out.paragraph("The letter and its enlargements; medians over seeds and repetitions.");
      show(picture, folder, "Time against size", "growth.png");
      new Growth(standings).write(out);
    }
  }

  private void profile(Path folder) throws IOException {
    Pictures picture = new PerformanceProfile(standings).picture();
    if (!picture.isEmpty()) {
      out.heading(2, "Performance profile");
      show(picture, folder, "Performance profile", "profile.png");
    }
  }

  private void progress(Path folder) throws IOException {
    ProgressPicture progress = new ProgressPicture(standings);
    Instance instance = progress.instance();
    if (instance != null) {
      out.heading(2, "Bound and incumbent over time");
      show(progress.picture(instance), folder, "Bound and incumbent over time", "progress.png");
    }
  }

  private void show(Pictures picture, Path folder, String title, String file) throws IOException {
    if (!picture.isEmpty()) {
      picture.write(folder.resolve(file));
      out.picture(title, file);
    }
  }

  private void instances() {
    if (!standings.all().isEmpty()) {
      out.heading(2, "Every instance");
      out.paragraph(
          "Best objective in 10⁻⁶ person; times are the medians of compile, solve and certify.");
      new InstanceTable(standings).write(out);
    }
  }
}
