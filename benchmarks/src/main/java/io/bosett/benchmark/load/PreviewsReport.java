package io.bosett.benchmark.load;

import io.bosett.benchmark.report.Markdown;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of a run of previews, every number out of its lines. */
record PreviewsReport(
    PreviewLines.Head head,
    List<PreviewLines.Sample> samples,
    PreviewLines.Many many,
    List<PreviewLines.Held> looks,
    PreviewLines.Pages pages,
    List<PreviewLines.Others> others,
    List<String> faults) {
  private static final String FILE = "previews.md";
  private static final List<String> TIMES = List.of("median ms", "95 % ms", "99 % ms", "most ms");

  /** Whether the very many previews left the store as it was. */
  boolean leavesNoRow() {
    return many.rowsBefore().equals(many.rowsAfter());
  }

  /** Writes the report into a folder and gives its place. */
  Path write(Path folder) throws IOException {
    Markdown out = new Markdown();
    head(out);
    alone(out);
    many(out);
    pages(out);
    Path file = folder.resolve(FILE);
    byte[] text = out.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, to -> to.write(text));
    return file;
  }

  private void head(Markdown out) {
    out.heading(1, "Previews under load");
    out.paragraph(
        "Written by the program from `previews.jsonl`; nothing here is typed by hand. Variations of "
            + "the real letter (`models/norway-2018/letter.json`) are posted to `/v1/previews`. "
            + "Service and callers share the machine's cores, and other work may run beside them: "
            + "medians and processor time tell more than the largest times.");
    out.paragraph(
        String.format(
            Locale.ROOT,
            "Commit %s, %s, `%s`, %s store, service with `%s`, %,d previews before those that are "
                + "measured. Machine: %s.",
            head.commit(),
            head.at(),
            head.command(),
            head.store(),
            head.java(),
            head.warmUp(),
            head.machine().describe()));
  }

  private void alone(Markdown out) {
    out.heading(2, "One after the other");
    out.paragraph(
        "Phases as `Server-Timing` says them: `read` reads the document and compiles its program "
            + "(`compile`), `answer` solves, certifies and checks (`solve`, `certify`), `losses` are "
            + "those of every candidate; `server` is the sum of `read`, `answer` and `losses`. The "
            + "response is what the caller sees, with its transfer.");
    List<List<String>> rows = new ArrayList<>();
    for (PreviewLines.Sample sample : samples) {
      sample.phases().forEach((name, of) -> rows.add(row(sample.what() + ": `" + name + "`", of)));
      rows.add(row(sample.what() + ": response", sample.response()));
    }
    out.table(headed("of"), rows);
    for (PreviewLines.Sample sample : samples) {
      out.item(
          String.format(
              Locale.ROOT,
              "%s: %.2f ms of the service's processor time for each of %,d%s",
              sample.what(),
              sample.processor(),
              sample.response().count(),
              sample.phases().containsKey("losses")
                  ? "; " + sample.incomplete() + " with a loss that time did not allow"
                  : ""));
    }
    out.endOfList();
  }

  private void many(Markdown out) {
    out.heading(2, "Very many");
    out.paragraph(
        String.format(
            Locale.ROOT,
            "%,d previews, every tenth with losses, in %.0f s: %.0f a second, %.2f ms of the "
                + "service's processor time for each. The heap is what is in use after a collection.",
            many.previews(),
            many.seconds(),
            many.previews() / many.seconds(),
            many.processor()));
    out.table(
        List.of("previews", "heap MB", "resident MB", "disk MB"),
        looks.stream()
            .map(
                look ->
                    List.of(
                        String.format(Locale.ROOT, "%,d", look.previews()),
                        String.format(Locale.ROOT, "%.1f", look.heapMb()),
                        String.format(Locale.ROOT, "%.0f", look.residentMb()),
                        String.format(Locale.ROOT, "%.2f", look.diskMb())))
            .toList());
    if (!many.rowsBefore().isEmpty()) {
      out.paragraph("Rows of the store:");
      out.table(
          List.of("table", "before", "after"),
          many.rowsBefore().keySet().stream()
              .map(
                  table ->
                      List.of(
                          table,
                          String.valueOf(many.rowsBefore().get(table)),
                          String.valueOf(many.rowsAfter().get(table))))
              .toList());
    }
  }

  private void pages(Markdown out) {
    out.heading(2, "Pages with moving sliders");
    out.paragraph(
        String.format(
            Locale.ROOT,
            "%d pages for %d s, a new position every %d ms each: one request in flight, of the "
                + "positions that pass meanwhile only the latest is asked for, and when the slider "
                + "rests the losses. %,d positions, %,d previews answered, %,d refused with 429, "
                + "after which a page waits as `Retry-After` says. %s The service used %.2f "
                + "processors.",
            pages.pages(),
            pages.seconds(),
            pages.stepMillis(),
            pages.positions(),
            pages.response().count(),
            pages.refused(),
            pages.faults() == 0
                ? "Every answer was the one asked for, none was overtaken, and every page ended at "
                    + "its slider's last position."
                : pages.faults() + " answers were not what they must be.",
            pages.cores()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("response", pages.response()));
    rows.add(row("`server`", pages.server()));
    rows.add(row("from rest to the last position with losses", pages.settled()));
    for (PreviewLines.Others other : others) {
      other.response().forEach((what, of) -> rows.add(row(what + ", " + other.when(), of)));
    }
    out.table(headed("of"), rows);
    if (!faults.isEmpty()) {
      out.heading(2, "Answers that must not be");
      faults.stream()
          .limit(20)
          .forEach(
              one -> out.item("`" + one.lines().findFirst().orElse("").replace('`', '\'') + "`"));
      out.endOfList();
    }
  }

  private static List<String> headed(String first) {
    List<String> header = new ArrayList<>(List.of(first, "number"));
    header.addAll(TIMES);
    return header;
  }

  private static List<String> row(String what, Distribution of) {
    return List.of(
        what,
        String.format(Locale.ROOT, "%,d", of.count()),
        millis(of.median()),
        millis(of.p95()),
        millis(of.p99()),
        millis(of.max()));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
