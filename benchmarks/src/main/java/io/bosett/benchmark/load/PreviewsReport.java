package io.bosett.benchmark.load;

import io.bosett.benchmark.report.Markdown;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of previews, every number out of its lines. */
final class PreviewsReport {
  private static final String FILE = "previews.md";

  private final Previews.Head head;
  private final List<List<String>> serial = new ArrayList<>();
  private final List<List<String>> held = new ArrayList<>();
  private final List<List<String>> crowd = new ArrayList<>();

  PreviewsReport(Previews.Head head) {
    this.head = head;
  }

  void serial(Previews.Serial line) {
    serial.add(
        List.of(
            line.what(),
            String.valueOf(line.count()),
            number(line.median(), 2),
            number(line.p95(), 2),
            number(line.worst(), 1),
            number(line.processorMean(), 2)));
  }

  void held(Previews.Held line) {
    held.add(
        List.of(
            String.valueOf(line.previews()),
            number(line.heapMb(), 1),
            number(line.residentMb(), 0),
            number(line.diskMb(), 2),
            String.valueOf(line.allocations()),
            number(line.cores(), 2)));
  }

  void crowd(Previews.Crowd line) {
    crowd.add(List.of("pages", String.valueOf(line.pages())));
    crowd.add(List.of("steps of each slider", String.valueOf(line.steps())));
    crowd.add(
        List.of("answered; the steps between were overtaken", String.valueOf(line.answered())));
    crowd.add(List.of("told to slow down (429)", String.valueOf(line.refused())));
    crowd.add(List.of("preview with its wait, median, ms", number(line.median(), 0)));
    crowd.add(List.of("the same, 95 %, ms", number(line.p95(), 0)));
    crowd.add(
        List.of("others: list and small allocation, times", String.valueOf(line.othersAsked())));
    crowd.add(List.of("the same, median, ms", number(line.othersMedian(), 0)));
    crowd.add(List.of("the same, longest, ms", number(line.othersWorst(), 0)));
  }

  /** Writes the report into a folder and gives its place. */
  Path write(List<String> surprises, Path folder) throws IOException {
    Markdown out = new Markdown();
    out.heading(1, "Previews");
    out.paragraph(
        "Written by the program from `previews.jsonl`; nothing here is typed by hand. Previews of the"
            + " letter with 4,000 to 5,400 persons.");
    out.paragraph(
        "Commit "
            + head.commit()
            + ", "
            + head.at()
            + ", `"
            + head.command()
            + "`, embedded store, Java options `"
            + head.java()
            + "`. Machine: "
            + head.machine().describe()
            + ".");
    out.paragraph("Answers that must not be: " + surprises.size() + ".");
    surprises.stream().limit(20).forEach(out::item);
    out.endOfList();
    out.heading(2, "One after the other");
    out.paragraph(
        "Milliseconds by the service's own clock, in `Server-Timing`, once warm. Processor time is of"
            + " the whole process for each preview, reading and writing included.");
    out.table(List.of("preview", "count", "median", "95 %", "longest", "processor, mean"), serial);
    out.heading(2, "Many pages at once");
    out.paragraph(
        "Each page has one preview in flight and asks for the latest step only; after 429 it waits half"
            + " to all of what it is told. Every answer was for the persons that were asked for, in order,"
            + " and every page ended with its last step, or it is counted above.");
    out.table(List.of("what", "figure"), crowd);
    out.heading(2, "Very many");
    out.paragraph(
        "By two callers. Heap after a full collection; the allocations are those that others made"
            + " meanwhile, at most 200 are counted.");
    out.table(
        List.of("previews", "heap MB", "resident MB", "disk MB", "allocations", "cores"), held);
    Path file = folder.resolve(FILE);
    byte[] text = out.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, to -> to.write(text));
    return file;
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
