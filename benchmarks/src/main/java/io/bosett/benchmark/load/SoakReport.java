package io.bosett.benchmark.load;

import io.bosett.benchmark.report.Markdown;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The report of a soak, every number out of its lines. */
final class SoakReport {
  private static final String FILE = "soak.md";
  private static final int ROWS = 20;

  private final Markdown out = new Markdown();
  private final List<Minute> minutes;

  private SoakReport(List<Minute> minutes) {
    this.minutes = minutes;
  }

  /** Writes the report into a folder and gives its place. */
  static Path write(Soak.Head head, List<Minute> minutes, List<String> surprises, Path folder)
      throws IOException {
    SoakReport report = new SoakReport(minutes);
    report.head(head);
    report.findings(surprises);
    report.table();
    Path file = folder.resolve(FILE);
    byte[] text = report.out.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, to -> to.write(text));
    return file;
  }

  private void head(Soak.Head head) {
    out.heading(1, "The service in long use");
    out.paragraph(
        "Written by the program from `soak.jsonl`; nothing here is typed by hand. "
            + head.rate()
            + " deeds a second: letters solved and waited for, watched by events, "
            + "solved by another solver, cancelled; results, tables, lists, comparisons, "
            + "explanations, certificates and models read; scenarios kept, changed, deleted, "
            + "validated. Memory is looked at after a full collection, once a minute.");
    out.paragraph(
        "Commit "
            + head.commit()
            + ", "
            + head.at()
            + ", `"
            + head.command()
            + "`, "
            + head.store()
            + " store, Java options `"
            + head.java()
            + "`, seed "
            + head.seed()
            + ". Machine: "
            + head.machine().describe()
            + ".");
  }

  private void findings(List<String> surprises) {
    Minute last = minutes.get(minutes.size() - 1);
    Minute first = minutes.get(0);
    out.table(
        List.of("what", "figure"),
        List.of(
            row("minutes", "%.0f", minutes.size()),
            row("deeds", "%.0f", sum(Minute::deeds)),
            row("answers that must not be", "%.0f", sum(Minute::surprises)),
            row("allocations made", "%.0f", (double) last.allocations()),
            row("longest deed, ms", "%.0f", max(Minute::max)),
            row("heap after collection, first minute, MB", "%.1f", first.heapMb()),
            row("heap after collection, last minute, MB", "%.1f", last.heapMb()),
            row("its growth over the second half, MB an hour", "%.2f", growth(Minute::heapMb)),
            row("resident memory, first minute, MB", "%.0f", first.rssMb()),
            row("resident memory, last minute, MB", "%.0f", last.rssMb()),
            row("its growth over the second half, MB an hour", "%.2f", growth(Minute::rssMb)),
            row("open files, fewest", "%.0f", min(Minute::files)),
            row("open files, most", "%.0f", max(Minute::files)),
            row("their growth over the second half, an hour", "%.2f", growth(Minute::files)),
            row("threads, fewest", "%.0f", min(Minute::threads)),
            row("threads, most", "%.0f", max(Minute::threads)),
            row("disk, first minute, MB", "%.2f", first.diskMb()),
            row("disk, last minute, MB", "%.2f", last.diskMb()),
            row("disk for each allocation, kB", "%.2f", diskOfOne())));
    if (!surprises.isEmpty()) {
      out.heading(2, "Answers that must not be");
      surprises.forEach(one -> out.item("`" + cut(one).replace("`", "'") + "`"));
      out.endOfList();
    }
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.substring(0, Math.min(400, line.length()));
  }

  private static List<String> row(String what, String format, double value) {
    return List.of(what, Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value));
  }

  private double sum(ToDoubleFunction<Minute> of) {
    return minutes.stream().mapToDouble(of).sum();
  }

  private double min(ToDoubleFunction<Minute> of) {
    return minutes.stream().mapToDouble(of).min().orElse(Double.NaN);
  }

  private double max(ToDoubleFunction<Minute> of) {
    return minutes.stream().mapToDouble(of).max().orElse(Double.NaN);
  }

  /** From the first to the last minute, so that what a fresh database has anyway does not count. */
  private double diskOfOne() {
    Minute first = minutes.get(0);
    Minute last = minutes.get(minutes.size() - 1);
    long made = last.allocations() - first.allocations();
    return made == 0 ? Double.NaN : 1e3 * (last.diskMb() - first.diskMb()) / made;
  }

  /** The slope by least squares over the second half of the time, for an hour. */
  private double growth(ToDoubleFunction<Minute> of) {
    List<Minute> half = minutes.subList(minutes.size() / 2, minutes.size());
    double x = half.stream().mapToDouble(Minute::minute).average().orElse(0);
    double y = half.stream().mapToDouble(of).average().orElse(0);
    double above = 0;
    double below = 0;
    for (Minute m : half) {
      above += (m.minute() - x) * (of.applyAsDouble(m) - y);
      below += (m.minute() - x) * (m.minute() - x);
    }
    return below == 0 ? Double.NaN : 60 * above / below;
  }

  private void table() {
    out.heading(2, "Over time");
    int step = Math.max(1, minutes.size() / ROWS);
    out.table(
        List.of(
            "minute",
            "deeds",
            "p50 ms",
            "p99 ms",
            "heap MB",
            "resident MB",
            "files",
            "threads",
            "solver processes",
            "disk MB",
            "allocations",
            "cores"),
        minutes.stream()
            .filter(m -> m.minute() % step == 0 || m.minute() == 1 || m.minute() == minutes.size())
            .map(SoakReport::row)
            .toList());
  }

  private static List<String> row(Minute m) {
    return List.of(
        Integer.toString(m.minute()),
        Long.toString(m.deeds()),
        String.format(Locale.ROOT, "%.1f", m.p50()),
        String.format(Locale.ROOT, "%.0f", m.p99()),
        String.format(Locale.ROOT, "%.1f", m.heapMb()),
        String.format(Locale.ROOT, "%.0f", m.rssMb()),
        Integer.toString(m.files()),
        Integer.toString(m.threads()),
        Integer.toString(m.processes()),
        String.format(Locale.ROOT, "%.1f", m.diskMb()),
        Long.toString(m.allocations()),
        String.format(Locale.ROOT, "%.2f", m.cores()));
  }
}
