package io.bosett.benchmark.load;

import io.bosett.benchmark.report.Markdown;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report of a load run, every number out of its lines. */
final class LoadReport {
  private static final String FILE = "load.md";

  private final Markdown out = new Markdown();
  private final List<LoadLine> lines;

  private LoadReport(List<LoadLine> lines) {
    this.lines = lines;
  }

  /** Writes the report into a folder and gives its place. */
  static Path write(List<LoadLine> lines, Path folder) throws IOException {
    LoadReport report = new LoadReport(lines);
    report.head();
    for (StoreKind store : StoreKind.values()) {
      report.store(store, lines.stream().filter(line -> line.store() == store).toList());
    }
    Path file = folder.resolve(FILE);
    byte[] text = report.out.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, to -> to.write(text));
    return file;
  }

  private void head() {
    LoadLine first = lines.get(0);
    out.heading(1, "The service under load");
    out.paragraph(
        "Written by the program from `load.jsonl`; nothing here is typed by hand. The real letter "
            + "(`models/norway-2018/letter.json`) is posted to `/v1/allocations` and its result "
            + "waited for, at a fixed rate whether or not earlier ones have been answered. Times run "
            + "from when a request was to be sent. Service, database and load generator share the "
            + "machine's cores.");
    out.paragraph(
        "Before its first rate a new process has had "
            + first.warmedUp()
            + " seconds of "
            + Load.FIRST_RATE
            + " a second, for the compiler of the virtual machine needs some ten "
            + "thousand letters until it is done; each rate has "
            + first.warmUp()
            + " seconds before those that are measured.");
    out.paragraph(
        "Commit "
            + first.commit()
            + ", "
            + first.at()
            + ", `"
            + first.command()
            + "`, Java options `"
            + first.java()
            + "`. Machine: "
            + first.machine().describe()
            + ".");
  }

  private void store(StoreKind store, List<LoadLine> of) {
    if (of.isEmpty()) {
      return;
    }
    out.heading(2, store == StoreKind.EMBEDDED ? "Embedded database" : "PostgreSQL");
    out.paragraph(
        of.stream()
            .filter(LoadLine::isSustained)
            .reduce((a, b) -> b)
            .map(
                line ->
                    "Sustained: "
                        + line.seen().rate()
                        + " a second, of which 99 % within "
                        + digits(line.seen().millis().p99())
                        + " ms.")
            .orElse("No rate was sustained."));
    out.table(
        List.of(
            "rate",
            "solved",
            "other answers",
            "errors",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "longest ms",
            "solve ms",
            "of it solver ms",
            "solving",
            "service cores",
            "database cores",
            "generator cores",
            "generator late ms (99 %)"),
        of.stream().map(LoadReport::row).toList());
    out.paragraph(
        "`solve` is from the claim of an allocation to its end, `solver` what the documents call "
            + "`solver.seconds` (compile, solve, certify; mean of the last 200), `solving` the share "
            + "of solver time in the mean time of a response.");
  }

  private static List<String> row(LoadLine line) {
    Generator.Seen seen = line.seen();
    return List.of(
        seen.rate() + "/s",
        seen.solved() + " of " + seen.expected(),
        others(seen),
        Long.toString(seen.errors()),
        digits(seen.millis().p50()),
        digits(seen.millis().p95()),
        digits(seen.millis().p99()),
        digits(seen.millis().max()),
        digits(line.solveMillis()),
        digits(line.solverMillis()),
        String.format(Locale.ROOT, "%.0f %%", 100 * line.solverMillis() / seen.millis().mean()),
        digits(line.serviceCores()),
        digits(line.databaseCores()),
        digits(line.generatorCores()),
        digits(seen.generatorLagMillis().p99()));
  }

  private static String others(Generator.Seen seen) {
    TreeMap<String, Long> others = new TreeMap<>(seen.statuses());
    others.remove("201");
    return others.isEmpty()
        ? "none"
        : others.entrySet().stream()
            .map(e -> e.getValue() + " × " + e.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }
}
