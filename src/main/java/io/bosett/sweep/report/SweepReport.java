package io.bosett.sweep.report;

import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.Effects;
import io.bosett.sweep.summary.NumberClasses;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The report of a sweep: an HTML page without scripts or anything from elsewhere. */
public final class SweepReport {
  /** The width of a median's tick, of a hundred. */
  private static final double TICK = 0.8;

  private final Sweep sweep;
  private final Counts counts;
  private final Effects effects;
  private final ExamplePoints examples;
  private final SweepReportWords words;
  private final long allocated;
  private final StringBuilder out = new StringBuilder();

  private SweepReport(Sweep sweep, Counts counts, ExamplePoints examples, SweepReportWords words) {
    this.sweep = sweep;
    this.counts = counts;
    this.effects = new Effects(sweep.plan(), counts);
    this.examples = examples;
    this.words = words;
    this.allocated = effects.allocated("all/status");
  }

  /** The languages of reports. */
  public static List<String> languages() {
    return SweepReportWords.TAGS;
  }

  /**
   * The page.
   *
   * @param language one of {@link #languages()}
   * @throws IOException when the folder cannot be read
   */
  public static String html(Sweep sweep, SweepFolder folder, String language) throws IOException {
    Counts counts = folder.counts();
    ExamplePoints examples = ExamplePoints.of(sweep, folder, counts);
    return new SweepReport(sweep, counts, examples, new SweepReportWords(language)).page();
  }

  private String page() {
    String name = sweep.plan().sweep().name();
    String title = SweepReportWords.html(name.isEmpty() ? sweep.plan().sweep().scenario() : name);
    ReportStyle.head(out, words.tag(), title);
    facts();
    if (allocated > 0) {
      map();
      new EffectsSection(sweep, counts, effects, examples, words).write(out);
      places();
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private void facts() {
    long[] status = Arrays.copyOf(counts.get("all/status"), Status.values().length);
    long points = Arrays.stream(status).sum();
    out.append("<p>").append(words.count(points)).append(' ').append(words.say("points"));
    out.append(' ').append(words.count(sweep.plan().points())).append(".</p>\n<table>");
    for (Status one : Status.values()) {
      if (status[one.ordinal()] > 0) {
        out.append("<tr><td>").append(words.say("status." + one)).append("</td><td>");
        out.append(words.count(status[one.ordinal()])).append("</td><td>");
        out.append(words.percent(status[one.ordinal()], points)).append("</td></tr>\n");
      }
    }
    out.append("</table>\n");
    out.append("<p class=\"note\">");
    for (String limit : List.of("effort", "clock")) {
      out.append(words.say(limit)).append(": ").append(words.count(ended(limit))).append(". ");
    }
    out.append("</p>\n");
  }

  /** Points that a limit ended; there are none before the first part. */
  private long ended(String limit) {
    return Arrays.stream(counts.get(limit)).sum();
  }

  private long[] asked() {
    return counts.get("all/asked");
  }

  private void map() {
    long[] asked = asked();
    out.append("<h2>").append(words.say("asked")).append("</h2>\n<p class=\"key\">");
    for (String kind : List.of("certain", "mostly", "rarely", "never")) {
      long count = count(asked, allocated, kind);
      out.append("<span class=\"").append(kind).append("\"></span><a href=\"#places\">");
      out.append(words.say(kind)).append(":\u00a0").append(words.count(count)).append("</a>");
    }
    out.append("</p>\n<p class=\"note\" id=\"allocated\">").append(words.say("allocated"));
    out.append(' ').append(words.count(allocated)).append(' ').append(words.say("allocated.of"));
    out.append(' ').append(words.count(Arrays.stream(counts.get("all/status")).sum()));
    out.append(". ").append(words.say("asked.note")).append("</p>\n");
    Set<String> drawn = new HashSet<>();
    for (Dataset dataset : sweep.plan().datasets()) {
      if (drawn.addAll(dataset.municipalities())) {
        out.append(map(dataset, asked));
      }
    }
  }

  /** The map of a dataset; cases that change the dataset may have places that others have not. */
  private String map(Dataset dataset, long[] asked) {
    List<String> ids = sweep.plan().municipalities();
    long[] byPosition = new long[dataset.size()];
    for (int i = 0; i < byPosition.length; i++) {
      int place = ids.indexOf(dataset.municipality(i));
      byPosition[i] = place < 0 ? -1 : asked[place];
    }
    return new AskedMap(words, dataset).svg(byPosition, allocated);
  }

  private static long count(long[] asked, long allocated, String kind) {
    return Arrays.stream(asked).filter(n -> AskedMap.kind(n, allocated).equals(kind)).count();
  }

  /**
   * In a line, in English: how many municipalities are asked at every point that has an allocation,
   * and how many not.
   *
   * @throws IOException when the folder cannot be read
   */
  public static String line(Sweep sweep, SweepFolder folder) throws IOException {
    Counts counts = folder.counts();
    long allocated = new Effects(sweep.plan(), counts).allocated("all/status");
    long[] asked = counts.get("all/asked");
    if (allocated == 0) {
      return "no point has numbers";
    }
    long certain = count(asked, allocated, "certain");
    return String.format(
        Locale.ROOT,
        "of %,d %s %,d %s asked at every point that has an allocation (%,d of %,d), %,d at half of"
            + " them or more, %,d at fewer, %,d never",
        asked.length,
        CountPhrases.form(asked.length, "municipality", "municipalities"),
        certain,
        CountPhrases.form(certain, "is", "are"),
        allocated,
        Arrays.stream(counts.get("all/status")).sum(),
        count(asked, allocated, "mostly"),
        count(asked, allocated, "rarely"),
        count(asked, allocated, "never"));
  }

  private void places() {
    List<String> ids = sweep.plan().municipalities();
    long[] asked = asked();
    int most = IntStream.range(0, ids.size()).map(i -> quantile(i, 0.95)).max().orElse(1);
    List<Integer> order =
        IntStream.range(0, ids.size())
            .boxed()
            .sorted(
                (a, b) ->
                    Long.compare(asked[b], asked[a]) != 0
                        ? Long.compare(asked[b], asked[a])
                        : Integer.compare(quantile(b, 0.5), quantile(a, 0.5)))
            .toList();
    out.append("<h2 id=\"places\">")
        .append(words.say("places"))
        .append("</h2>\n<p class=\"note\">");
    out.append(words.say("places.note")).append("</p>\n<table><tr><th>").append(words.say("place"));
    for (String head : List.of("share", "p5", "median", "p95")) {
      out.append("</th><th>").append(words.say(head));
    }
    out.append("</th><th class=\"l\">").append(words.say("strip")).append("</th><th>");
    out.append(words.say("example")).append("</th><th>").append(words.say("counterexample"));
    out.append("</th></tr>\n");
    order.forEach(i -> place(i, ids.get(i), asked[i], Math.max(1, most)));
    out.append("</table>\n");
  }

  private int quantile(int place, double share) {
    long[] histogram = counts.get("persons/" + sweep.plan().municipalities().get(place));
    return NumberClasses.quantile(histogram, share);
  }

  private void place(int place, String id, long asked, int most) {
    int low = quantile(place, 0.05);
    int median = quantile(place, 0.5);
    int high = quantile(place, 0.95);
    out.append("<tr id=\"m").append(SweepReportWords.html(id)).append("\"><td>");
    out.append(SweepReportWords.html(id))
        .append(' ')
        .append(SweepReportWords.html(sweep.plan().name(id)));
    out.append("</td><td>").append(words.percent(asked, allocated));
    for (int number : new int[] {low, median, high}) {
      out.append("</td><td>").append(words.count(number));
    }
    out.append("</td><td class=\"l\">").append(strip(low, median, high, most));
    out.append("</td><td>").append(words.point(examples.asked()[place]));
    out.append("</td><td>").append(words.point(examples.notAsked()[place])).append("</td></tr>\n");
  }

  private static String strip(int low, int median, int high, int most) {
    double scale = (100 - TICK) / Math.sqrt(most);
    double from = Math.sqrt(low) * scale;
    double to = Math.sqrt(high) * scale;
    return String.format(
        Locale.ROOT,
        "<svg class=\"strip\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\"><rect x=\"%.2f\""
            + " y=\"1\" width=\"%.2f\" height=\"4\" class=\"mostly\"/><rect x=\"%.2f\" y=\"0\""
            + " width=\"%.1f\" height=\"6\" class=\"certain\"/></svg>",
        from,
        Math.max(0.4, to - from),
        Math.sqrt(median) * scale,
        TICK);
  }
}
