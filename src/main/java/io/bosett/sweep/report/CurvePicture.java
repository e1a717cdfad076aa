package io.bosett.sweep.report;

import java.util.Locale;

/** A curve over bins with a band around it, as SVG. */
final class CurvePicture {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 120;
  private static final double LEFT = 52;
  private static final double EDGE = 8;

  private final double least;
  private final double most;
  private final int bins;
  private final StringBuilder upper = new StringBuilder();
  private final StringBuilder lower = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder dots = new StringBuilder();

  /**
   * @param least of the scale
   * @param most of the scale, larger
   */
  CurvePicture(double least, double most, int bins) {
    this.least = least;
    this.most = most;
    this.bins = bins;
  }

  /**
   * Adds a bin; ascending.
   *
   * @param low where the band begins
   * @param high where it ends
   * @param title in HTML
   */
  void add(int bin, double mean, double low, double high, String title) {
    double x = LEFT + (bin + 0.5) * (WIDTH - LEFT - EDGE) / bins;
    upper.append(pair(x, y(high)));
    lower.insert(0, pair(x, y(low)));
    line.append(pair(x, y(mean)));
    dots.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>",
            x,
            y(mean),
            title));
  }

  private double y(double value) {
    return EDGE + (most - value) / (most - least) * (HEIGHT - 2 * EDGE);
  }

  private static String pair(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  /** The picture; all texts in HTML. */
  String svg(String label, String low, String high) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"curve\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">"
            + "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\"/>"
            + "<text x=\"%.0f\" y=\"%.0f\">%s</text><text x=\"%.0f\" y=\"%.0f\">%s</text>"
            + "<polygon points=\"%s\"/><polyline points=\"%s\"/>%s</svg>",
        WIDTH,
        HEIGHT,
        label,
        LEFT,
        HEIGHT - EDGE,
        WIDTH - EDGE,
        HEIGHT - EDGE,
        LEFT - 4,
        HEIGHT - EDGE + 3,
        low,
        LEFT - 4,
        EDGE + 5,
        high,
        (upper.toString() + lower).trim(),
        line.toString().trim(),
        dots);
  }
}
