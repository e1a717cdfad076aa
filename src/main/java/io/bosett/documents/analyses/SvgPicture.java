package io.bosett.documents.analyses;

import java.util.Locale;

/** A picture as an inline SVG element, drawn shape by shape. */
final class SvgPicture {
  private final StringBuilder shapes = new StringBuilder();
  private final double width;
  private double height;
  private String description = "";

  SvgPicture(double width) {
    this.width = width;
  }

  /** The text of an element, with what markup means escaped. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A number of pixels. */
  private static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  SvgPicture rectangle(String kind, double x, double y, double w, double h, String title) {
    shapes
        .append("<rect class=\"" + kind + "\" x=\"" + px(x) + "\" y=\"" + px(y))
        .append("\" width=\"" + px(w) + "\" height=\"" + px(h) + "\">")
        .append("<title>" + escaped(title) + "</title></rect>");
    return grown(y + h);
  }

  /** A hexagon with a pointed top. */
  SvgPicture hexagon(String kind, double x, double y, double size, String title) {
    double half = size * Math.sqrt(3) / 2;
    shapes.append("<polygon class=\"" + kind + "\" points=\"");
    double[][] corners = {
      {0, -size},
      {half, -size / 2},
      {half, size / 2},
      {0, size},
      {-half, size / 2},
      {-half, -size / 2}
    };
    for (double[] corner : corners) {
      shapes.append(px(x + corner[0])).append(',').append(px(y + corner[1])).append(' ');
    }
    shapes.append("\"><title>" + escaped(title) + "</title></polygon>");
    return grown(y + size);
  }

  SvgPicture text(double x, double y, String text) {
    shapes.append("<text x=\"" + px(x) + "\" y=\"" + px(y) + "\">" + escaped(text) + "</text>");
    return grown(y);
  }

  /** A text of a kind that the page has a style for. */
  SvgPicture text(String kind, double x, double y, String text) {
    shapes.append("<text class=\"" + kind + "\" x=\"" + px(x) + "\" y=\"" + px(y) + "\">");
    shapes.append(escaped(text) + "</text>");
    return grown(y);
  }

  /** A text turned by some degrees about its beginning. */
  SvgPicture turned(double x, double y, double degrees, String text) {
    shapes
        .append("<text class=\"small\" transform=\"translate(" + px(x) + " " + px(y))
        .append(") rotate(" + px(degrees) + ")\">" + escaped(text) + "</text>");
    return grown(y);
  }

  /** A rectangle of a group, which has the title. */
  SvgPicture rectangle(String kind, double x, double y, double w, double h) {
    shapes
        .append("<rect class=\"" + kind + "\" x=\"" + px(x) + "\" y=\"" + px(y))
        .append("\" width=\"" + px(w) + "\" height=\"" + px(h) + "\"/>");
    return grown(y + h);
  }

  /** Shapes that share a title. */
  SvgPicture group(String title, Runnable draw) {
    shapes.append("<g><title>" + escaped(title) + "</title>");
    draw.run();
    shapes.append("</g>");
    return this;
  }

  /** With what it shows in words, for who cannot see it. */
  SvgPicture described(String text) {
    description = text;
    return this;
  }

  private SvgPicture grown(double to) {
    height = Math.max(height, to);
    return this;
  }

  /** The element; {@code label} says what it shows to who cannot see it. */
  String element(String label) {
    return "<svg width=\""
        + px(width)
        + "\" role=\"img\" aria-label=\""
        + escaped(label)
        + "\" viewBox=\"0 0 "
        + px(width)
        + " "
        + px(height + 8)
        + "\">"
        + (description.isEmpty() ? "" : "<desc>" + escaped(description) + "</desc>")
        + shapes
        + "</svg>";
  }
}
