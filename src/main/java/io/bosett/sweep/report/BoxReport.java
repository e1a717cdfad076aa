package io.bosett.sweep.report;

import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.summary.Prim;
import java.util.List;
import java.util.Locale;

/** The page on the boxes of one municipality: the trade-off between coverage and density. */
public final class BoxReport {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 240;
  private static final double LEFT = 44;
  private static final double BOTTOM = 34;
  private static final double EDGE = 12;

  private final SweepReportWords words;
  private final StringBuilder out = new StringBuilder();

  private BoxReport(SweepReportWords words) {
    this.words = words;
  }

  /**
   * The page.
   *
   * @param place the index of the municipality in the sweep
   * @param asked whether the points sought are those at which it is asked
   * @param language one of {@link SweepReport#languages()}
   */
  public static String html(
      Sweep sweep, BoxSearch.Found found, int place, boolean asked, String language) {
    String id = sweep.plan().municipalities().get(place);
    String name = SweepReportWords.html(id + " " + sweep.plan().name(id));
    return new BoxReport(new SweepReportWords(language)).page(name, found, asked);
  }

  private String page(String name, BoxSearch.Found found, boolean asked) {
    String title = name + ": " + words.say(asked ? "boxes.asked" : "boxes");
    ReportStyle.head(out, words.tag(), title);
    out.append("<p class=\"note\">").append(words.say("boxes.note")).append("</p>\n");
    out.append(picture(found.boxes())).append("\n<table><tr><th></th>");
    for (String head : List.of("coverage", "density", "boxPoints")) {
      out.append("<th>").append(words.say(head)).append("</th>");
    }
    out.append("<th class=\"l\">").append(words.say("box")).append("</th><th>");
    out.append(words.say("atPoint")).append("</th></tr>\n");
    for (int i = 0; i < found.boxes().size(); i++) {
      row(found, i);
    }
    return out.append("</table>\n</body>\n</html>\n").toString();
  }

  private void row(BoxSearch.Found found, int index) {
    Prim.Box box = found.boxes().get(index);
    List<String> sides = found.sides(box);
    out.append("<tr id=\"b").append(index).append("\"><td>").append(index).append("</td><td>");
    out.append(words.fixed(box.coverage(), 3)).append("</td><td>");
    out.append(words.fixed(box.density(), 3)).append("</td><td>");
    out.append(words.count(box.points())).append("</td><td class=\"l\">");
    if (sides.isEmpty()) {
      out.append(words.say("all"));
    } else {
      String text = String.join("; ", sides.stream().map(words::withSign).toList());
      out.append(SweepReportWords.html(text.replace(">=", "\u2265").replace("<=", "\u2264")));
    }
    out.append("</td><td>").append(words.point(found.examples().get(index)));
    out.append("</td></tr>\n");
  }

  private String picture(List<Prim.Box> boxes) {
    StringBuilder line = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < boxes.size(); i++) {
      double x = LEFT + boxes.get(i).coverage() * (WIDTH - LEFT - EDGE);
      double y = EDGE + (1 - boxes.get(i).density()) * (HEIGHT - BOTTOM - EDGE);
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      dots.append(
          String.format(
              Locale.ROOT,
              "<a href=\"#b%d\"><circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%d: %s %s, %s"
                  + " %s</title></circle></a>",
              i,
              x,
              y,
              i,
              words.say("coverage"),
              words.fixed(boxes.get(i).coverage(), 3),
              words.say("density"),
              words.fixed(boxes.get(i).density(), 3)));
    }
    return frame(line.toString().trim(), dots.toString());
  }

  private String frame(String line, String dots) {
    double floor = HEIGHT - BOTTOM;
    StringBuilder axes = new StringBuilder();
    for (double share : new double[] {0, 0.5, 1}) {
      double x = LEFT + share * (WIDTH - LEFT - EDGE);
      double y = EDGE + (1 - share) * (floor - EDGE);
      axes.append(line(x, EDGE, x, floor)).append(line(LEFT, y, WIDTH - EDGE, y));
      axes.append(text("n", x, floor + 12, words.decimal(share, 1)));
      axes.append(text("", LEFT - 4, y + 3, words.decimal(share, 1)));
    }
    axes.append(text("n", (LEFT + WIDTH - EDGE) / 2, HEIGHT - 6, words.say("coverage")));
    axes.append(text("n", LEFT + 24, EDGE - 3, words.say("density")));
    return String.format(
        Locale.ROOT,
        "<svg class=\"curve\" style=\"max-width:30em\" viewBox=\"0 0 %.0f %.0f\""
            + " role=\"img\" aria-label=\"%s, %s\">%s<polyline points=\"%s\"/>%s</svg>",
        WIDTH,
        HEIGHT,
        words.say("coverage"),
        words.say("density"),
        axes,
        line,
        dots);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
  }

  private static String text(String kind, double x, double y, String text) {
    return String.format(
        Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, text);
  }
}
