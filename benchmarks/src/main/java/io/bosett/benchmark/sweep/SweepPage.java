package io.bosett.benchmark.sweep;

import io.bosett.benchmark.report.Markdown;
import io.bosett.benchmark.sweep.SweepLines.Memory;
import io.bosett.benchmark.sweep.SweepLines.Origin;
import io.bosett.benchmark.sweep.SweepLines.Parts;
import io.bosett.benchmark.sweep.SweepLines.Run;
import io.bosett.documents.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page about sweeps, every number out of its lines. */
final class SweepPage {
  private static final double MILLION = 1e6;

  /** The parts of a point in their order, and what each is. */
  private static final List<String[]> PARTS =
      List.of(
          new String[] {"drawing", "the numbers of the axes, from the point's number"},
          new String[] {
            "reading", "the scenario with these numbers, through the reader of documents"
          },
          new String[] {"compiling", "the integer program, from the shape that all points share"},
          new String[] {"solving", "multipliers and closing search"},
          new String[] {"certifying", "the certificate, the result with its fits"},
          new String[] {"checking", "all of it recomputed by the checker, and the proof"},
          new String[] {"writing", "rows, counts and Parquet"});

  private final Markdown out = new Markdown();

  private SweepPage() {}

  /** Writes the page beside its lines and gives its place. */
  static Path write(Path lines) throws IOException {
    SweepPage page = new SweepPage();
    List<Run> runs = SweepLines.runs(lines);
    Parts parts = SweepLines.parts(lines);
    page.head();
    if (parts != null) {
      page.parts(parts);
    }
    page.runs(runs, parts);
    SweepLines.@Nullable Together together = SweepLines.together(lines);
    if (together != null) {
      new TogetherSection(together).write(page.out);
      page.origin(together.origin(), together.note());
    }
    runs.stream().filter(Run::isLong).forEach(page::longRun);
    page.paper(runs);
    Path file = lines.resolveSibling("sweep.md");
    byte[] text = page.out.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, to -> to.write(text));
    return file;
  }

  private void head() {
    out.heading(1, "Sweeps");
    out.paragraph(
        "Written by the program from `sweep.jsonl`; nothing here is typed by hand. The sweep is"
            + " `models/sweeps/weights.json` with more or fewer draws: weights, strengths, minimum,"
            + " cap and demand of the real letter, 408 candidates, every point solved exactly and"
            + " checked. Other work may share the machine, and times by the wall with it: processor"
            + " time tells more.");
  }

  private void origin(Origin origin, String note) {
    out.paragraph(
        "Commit "
            + origin.commit()
            + ", "
            + origin.at()
            + ", `"
            + origin.command()
            + "`. Machine: "
            + origin.machine()
            + "."
            + (note.isEmpty() ? "" : " " + note + "."));
  }

  private void parts(Parts parts) {
    SortedMap<String, Double> times = parts.microseconds();
    out.heading(2, "A point, part by part");
    out.paragraph(
        "Processor time of one thread, median of "
            + parts.rounds()
            + " rounds of "
            + count(parts.points())
            + " points, each part for all points before the next.");
    List<List<String>> rows = new ArrayList<>();
    for (String[] part : PARTS) {
      rows.add(List.of(part[0], part[1], decimal(times.getOrDefault(part[0], 0.0))));
    }
    rows.add(List.of("all", "", decimal(times.getOrDefault("whole", 0.0))));
    out.table(List.of("part", "what", "µs"), rows);
    out.paragraph(
        "That is "
            + perSecond(times.get("whole"))
            + " points a second and core, checker and all. Without the checker and the writing,"
            + " which is a measurement and no mode, "
            + perSecond(times.get("solver"))
            + ".");
    origin(parts.origin(), parts.note());
  }

  private static String perSecond(Double microseconds) {
    return count(Math.round(MILLION / microseconds));
  }

  private void runs(List<Run> runs, @Nullable Parts parts) {
    out.heading(2, "Runs");
    double point = parts == null ? Double.NaN : parts.microseconds().getOrDefault("whole", 0.0);
    List<List<String>> rows = new ArrayList<>();
    for (Run run : runs) {
      double each = run.processorSeconds() / run.points() * MILLION;
      rows.add(
          List.of(
              run.where(),
              Integer.toString(run.threads()),
              count(run.points()),
              decimal(run.seconds()),
              count(Math.round(run.points() / run.seconds())),
              decimal(run.processorSeconds()),
              decimal(each),
              count(Math.round(run.points() / run.processorSeconds())),
              Double.isNaN(point) ? "" : decimal(each - point),
              decimal((double) run.bytes() / run.points())));
    }
    out.table(
        List.of(
            "where",
            "threads",
            "points",
            "s",
            "points/s",
            "processor s",
            "µs a point",
            "points a processor second",
            "over the parts, µs a point",
            "bytes a point"),
        rows);
    out.paragraph(
        "Processor time is that of all processes: start, pilot of 1,000 points, compiling by the"
            + " virtual machine and collecting garbage included, which the parts above leave out.");
    for (Run run : runs) {
      out.item(
          "**"
              + run.where()
              + ", "
              + run.threads()
              + (run.threads() == 1 ? " thread, " : " threads, ")
              + count(run.points())
              + " points**: commit "
              + run.origin().commit()
              + ", "
              + run.origin().at()
              + ", `"
              + run.origin().command()
              + "`"
              + (run.note().isEmpty() ? "" : "; " + run.note())
              + ".");
    }
    out.endOfList();
  }

  private void longRun(Run run) {
    out.heading(2, count(run.points()) + " points " + run.where());
    String statuses =
        run.statuses().entrySet().stream().map(SweepPage::status).collect(Collectors.joining(", "));
    out.paragraph(
        statuses
            + "; "
            + count(run.certified())
            + " of them proven by the checker, "
            + count(run.effort())
            + " left open by a limit of effort, "
            + count(run.clock())
            + " ended by the clock. "
            + decimal(run.bytes() / MILLION)
            + " MB in "
            + count(run.tasks())
            + " parts.");
    List<List<String>> rows = new ArrayList<>();
    for (Memory at : run.memory()) {
      rows.add(
          List.of(
              count(at.points()),
              decimal(at.seconds()),
              decimal(at.heapMb()),
              decimal(at.peakMb())));
    }
    out.table(List.of("points", "s", "old generation, MB", "peak resident, MB"), rows);
  }

  private static String status(Map.Entry<String, Long> status) {
    return count(status.getValue()) + " " + status.getKey();
  }

  /** What more points take, from the longest run in process. */
  private void paper(List<Run> runs) {
    Run longest = null;
    for (Run run : runs) {
      boolean longer = longest == null || run.points() > longest.points();
      longest = run.where().equals("in process") && longer ? run : longest;
    }
    if (longest == null) {
      return;
    }
    out.heading(2, "On paper");
    double each = longest.processorSeconds() / longest.points();
    double bytes = (double) longest.bytes() / longest.points();
    out.paragraph(
        "Computed, not run: from "
            + decimal(each * MILLION)
            + " µs of processor time and "
            + decimal(bytes)
            + " bytes a point, as measured over "
            + count(longest.points())
            + " points, with every core as fast as here and nothing lost between them.");
    List<List<String>> rows = new ArrayList<>();
    for (double points : new double[] {1e8, 1e9}) {
      double hours = points * each / 3600;
      rows.add(
          List.of(
              count((long) points),
              decimal(hours),
              decimal(hours / 2),
              decimal(hours / 100),
              decimal(points * bytes / 1e9)));
    }
    out.table(
        List.of("points", "core hours", "hours on 2 cores", "hours on 100 cores", "GB"), rows);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%,.1f" : "%,.0f", number);
  }
}
