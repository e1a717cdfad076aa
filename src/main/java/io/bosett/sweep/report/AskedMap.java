package io.bosett.sweep.report;

import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The map of the share of points at which each municipality is asked, in hexagons. */
final class AskedMap {
  private static final double WIDTH = Math.sqrt(3);
  private static final double HEIGHT = 1.5;

  private final ReportWords words;
  private final Dataset dataset;

  AskedMap(ReportWords words, Dataset dataset) {
    this.words = words;
    this.dataset = dataset;
  }

  /** The classes of shares, each a word and a class of the style sheet. */
  static String kind(long asked, long points) {
    if (asked == points) {
      return "certain";
    } else if (asked == 0) {
      return "never";
    }
    return 2 * asked >= points ? "mostly" : "rarely";
  }

  /**
   * The map; empty when the dataset has no tiles.
   *
   * @param asked by position in the dataset; -1 for what is not in the sweep
   */
  String svg(long[] asked, long points) {
    StringBuilder hexagons = new StringBuilder();
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < dataset.size(); i++) {
      @Nullable Tile tile = dataset.tile(i);
      if (tile != null && asked[i] >= 0) {
        double x = (tile.column() + (tile.row() % 2) / 2.0 + 0.5) * WIDTH;
        double y = tile.row() * HEIGHT + 1;
        right = Math.max(right, x + WIDTH / 2);
        bottom = Math.max(bottom, y + 1);
        hexagons.append(hexagon(i, x, y, asked[i], points));
      }
    }
    if (hexagons.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "<svg class=\"map\" viewBox=\"0 0 %.2f %.2f\" role=\"img\" aria-label=\"%s\">%s</svg>%n",
        right,
        bottom,
        words.say("map"),
        hexagons);
  }

  private String hexagon(int position, double x, double y, long asked, long points) {
    StringBuilder corners = new StringBuilder();
    for (int corner = 0; corner < 6; corner++) {
      double angle = Math.PI / 3 * corner + Math.PI / 6;
      corners.append(
          String.format(
              Locale.ROOT, "%.2f,%.2f ", x + 0.96 * Math.cos(angle), y + 0.96 * Math.sin(angle)));
    }
    String title = ReportWords.html(dataset.name(position)) + ": " + words.percent(asked, points);
    return "<a href=\"#m"
        + ReportWords.html(dataset.municipality(position))
        + "\"><polygon class=\""
        + kind(asked, points)
        + "\" points=\""
        + corners.toString().trim()
        + "\"><title>"
        + title
        + "</title></polygon></a>\n";
  }
}
